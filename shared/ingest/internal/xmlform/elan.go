package xmlform

import (
	"cmp"
	"slices"
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// ELAN returns the format of the program ELAN, with the extension .eaf.
func ELAN() draft.Format {
	return format("elan", []string{"ANNOTATION_DOCUMENT"}, readELAN)
}

// slot is a point in time of an ELAN document. The field named at has the time that the
// document gives for the slot, or zero if it gives none. Slots are sorted by the field
// place, a time in milliseconds. If a slot has no time, its place is the time of the last
// slot before it that has one.
type slot struct {
	at    transcript.Offset
	place int64
}

// annotation is a piece of text of an ELAN document.
type annotation struct {
	value    *element
	speaker  string
	from, to slot
}

// elan reads the tiers of an ELAN document (rows of annotations, usually of one speaker).
type elan struct {
	*speech
	slots map[string]slot
	list  []annotation
}

// readELAN reads the annotations of all tiers, sorted by time. A tier is a row of
// annotations. It leaves out tiers that depend on another tier, because they repeat,
// divide or translate that tier's words.
func readELAN(src *source.Source, root *element) (*draft.Draft, string) {
	// Example: the slots are ts1 (0 ms), ts2 (no time) and ts3 (3000 ms). An annotation
	// that begins at ts2 has no start. It is sorted after the annotation that begins at
	// ts1.
	e := &elan{speech: newSpeech(src, nil, nil), slots: map[string]slot{}}
	e.Captioned = true
	last := int64(0)
	root.each(func(s *element) {
		ms, err := strconv.ParseInt(s.attr("TIME_VALUE"), 10, 64)
		known := slot{place: last}
		if err == nil && ms >= 0 && ms <= 1000*source.MaxSeconds {
			known, last = slot{transcript.At(ms), ms}, ms
		}
		e.slots[s.attr("TIME_SLOT_ID")] = known
	}, "TIME_SLOT")
	tiers := 0
	root.each(func(tier *element) {
		if parent := tier.attr("PARENT_REF"); parent != "" {
			e.leaveOut(tier, draft.RemarkUnused, "the tier "+label.CleanName(tier.attr("TIER_ID"))+" depends on the tier "+label.CleanName(parent))
			return
		}
		tiers++
		e.tier(tier)
	}, "TIER")
	slices.SortStableFunc(e.list, func(a, b annotation) int { return cmp.Compare(a.from.place, b.from.place) })
	for _, a := range e.list {
		e.begin(a.speaker, a.value, e.ClockOf(a.from.at, a.to.at, a.value.tag))
		e.add(a.value, ' ')
		e.MarkDirection()
	}
	return e.Draft, "ELAN; tiers with words: " + strconv.Itoa(tiers) + ", annotations: " + strconv.Itoa(len(e.list))
}

// tier reads one tier (a row of annotations). The speaker is the tier's participant. If
// the tier names no participant, its id is the speaker's name.
func (e *elan) tier(tier *element) {
	name := tier.attr("PARTICIPANT")
	if name == "" {
		name = tier.attr("TIER_ID")
	}
	tier.each(func(a *element) {
		if v := a.child("ANNOTATION_VALUE"); v != nil && v.words(e.Src) != "" {
			e.list = append(source.WithRoom(e.list), annotation{v, name, e.slots[a.attr("TIME_SLOT_REF1")], e.slots[a.attr("TIME_SLOT_REF2")]})
		}
	}, "ALIGNABLE_ANNOTATION")
}
