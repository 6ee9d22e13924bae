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

// slot is a point in time of an ELAN document. If it has no time of its own, place is
// the time of the slot before it in the list.
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

// elan reads the tiers of an ELAN document.
type elan struct {
	*speech
	slots map[string]slot
	list  []annotation
}

// readELAN reads all tiers that depend on no other tier, in the order of time. The
// dependent tiers repeat, divide or translate their words.
func readELAN(src *source.Source, root *element) (*draft.Draft, string) {
	// Example: the slots ts1 (0 ms), ts2 (no time) and ts3 (3000 ms). An annotation from
	// ts2 has no start, and its place is after the one from ts1.
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

// tier reads one tier. Its participant is the speaker, or its id if it has none.
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
