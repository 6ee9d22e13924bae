package compose

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// A block of cues (pieces of text by one speaker) counts as a duplicate if at least
// minDuplicates of its cues repeat earlier cues. Only cues with at least
// minDuplicateBytes bytes are compared, because shorter ones such as "Thank you." may
// repeat by chance.
const (
	minDuplicates     = 3
	minDuplicateBytes = 40
)

// maxWidening is the maximum number of cues (pieces of text by one speaker) by which
// [widen] extends a repeated block.
const maxWidening = 1000

// duplicateRun is a block of cues (pieces of text by one speaker) that repeats an
// earlier block. The field distance is the number of cues from the start of the
// earlier block to the start of this one. If the distance is 10, then cue 15 of the
// list repeats cue 5, cue 16 repeats cue 6, and so on.
type duplicateRun struct {
	first, last int // indices in the list of spoken cues
	distance    int
	same        int // number of cues with exactly the same words as an earlier cue
}

// dropDuplicates looks for blocks of cues (pieces of text by one speaker) that are in
// the source twice. Some web pages, for example, contain a second copy of the
// transcript for printing. For each such block it adds an entry to the import report.
// An editor can choose to leave the block out. The argument spoken has the indices of
// all cues with words. The result has the same indices without those of blocks that
// are left out.
func dropDuplicates(d *draft.Draft, spoken []int, l *draft.Ledger) []int {
	if d.Captioned {
		return spoken
	}
	// Captions never get here: they repeat lines for another reason, which
	// decideRollup handles. The import report still lists the text of a block that
	// is left out, with the kind "omitted". See testdata/bold-times-dropped.txtar.
	drop := map[int]bool{}
	for _, r := range duplicates(d, spoken) {
		if decideDuplicate(d, r, spoken, l) {
			for k := r.first; k <= r.last; k++ {
				drop[spoken[k]] = true
			}
		}
	}
	if len(drop) == 0 {
		return spoken
	}
	kept := make([]int, 0, len(spoken)-len(drop))
	for _, i := range spoken {
		if !drop[i] {
			kept = append(kept, i)
		}
	}
	for i := range d.Stretches {
		if s := &d.Stretches[i]; drop[int(s.Cue)] {
			s.Kind = draft.SpanOmitted
		}
	}
	return kept
}

// words is the text of a cue (a piece of text by one speaker), with the name of the
// speaker.
type words struct{ name, text string }

// duplicates finds the blocks of cues (pieces of text by one speaker) that repeat an
// earlier block. At least three cues of a block must repeat an earlier cue word for
// word. Between two such cues there may be up to 19 others.
func duplicates(d *draft.Draft, spoken []int) []duplicateRun {
	var runs []duplicateRun
	latest := map[words]int{} // index of the latest cue with these words
	for k, i := range spoken {
		c := &d.Cues[i]
		size := 0
		for _, p := range c.Parts {
			size += p.End - p.Start
		}
		if size < minDuplicateBytes {
			continue
		}
		if !d.Src.Budget.Steps(size) {
			break
		}
		said := words{c.Name, d.JoinParts(c.Parts)}
		if j, ok := latest[said]; ok {
			runs = extendRuns(runs, k, k-j)
		}
		latest[said] = k
	}
	found := runs[:0]
	for _, r := range runs {
		if r.same >= minDuplicates && r.last-r.first < r.distance {
			found = append(found, widen(d, r, spoken))
		}
	}
	return found
}

// widen extends a repeated block at both ends. Example: cues 15 to 17 repeat cues 5
// to 7. If cue 18 has the same speaker and time as cue 8, then cue 18 also belongs to
// the repeated block, even if some of its words differ. (A cue is a piece of text by
// one speaker.)
func widen(d *draft.Draft, r duplicateRun, spoken []int) duplicateRun {
	// The variable longest is the maximum number of cues in the extended block.
	// Without a maximum, each of many repeated blocks could be extended over the
	// whole source, which would take too long.
	longest := min(r.distance, r.last-r.first+1+maxWidening)
	alike := func(k int) bool {
		if k < r.distance || k >= len(spoken) {
			return false
		}
		a, b := &d.Cues[spoken[k]], &d.Cues[spoken[k-r.distance]]
		return a.Name == b.Name && a.Clock == b.Clock && !a.Clock.Start.IsZero()
	}
	for r.last-r.first+1 < longest && alike(r.first-1) {
		r.first--
	}
	for r.last-r.first+1 < longest && alike(r.last+1) {
		r.last++
	}
	d.Src.Budget.Steps(r.last - r.first)
	return r
}

// extendRuns records that the cue at index k repeats the cue at index k-distance. (A cue
// is a piece of text by one speaker.) If the last repeated block has the same distance
// and ends at most 20 cues before k, then cue k becomes part of that block. Otherwise cue
// k begins a new block.
func extendRuns(runs []duplicateRun, k, distance int) []duplicateRun {
	const gap = 20 // maximum number of cues from one repeated cue to the next in a run
	if n := len(runs) - 1; n >= 0 && runs[n].distance == distance && k-runs[n].last <= gap {
		runs[n].last = k
		runs[n].same++
		return runs
	}
	return append(runs, duplicateRun{k, k, distance, 1})
}

// decideDuplicate returns whether the repeated block r is left out, and adds an entry
// about the block to the import report. By default the block is kept, because the two
// copies may differ in some words. An editor can reverse the decision.
func decideDuplicate(d *draft.Draft, r duplicateRun, spoken []int, l *draft.Ledger) bool {
	at := d.Cues[spoken[r.first]].Label
	if at.Start == at.End {
		at = d.Cues[spoken[r.first]].Parts[0].Range
	}
	place := d.Src.Position(at.Start)
	id := draft.IDAt(draft.DecideDrop, place)
	what := "cues " + strconv.Itoa(r.first+1) + " to " + strconv.Itoa(r.last+1) + " repeat cues " +
		strconv.Itoa(r.first-r.distance+1) + " to " + strconv.Itoa(r.last-r.distance+1) + "; identical cues: " + strconv.Itoa(r.same)
	drop := l.Decide(draft.Decision{ID: id, Kind: draft.DecideDrop, Reason: what, Labels: []draft.LabelCount{}, Position: &place})
	done, other := "kept; "+what, "leave the copy out"
	if drop {
		done, other = "left out; "+what, "keep the copy"
	}
	d.Remark(transcript.Range{Start: at.Start, End: at.Start}, draft.Remark{
		Kind: draft.RemarkRepeated, Level: draft.LevelCheck, Done: done, Alternatives: []string{other}, Decision: id,
	})
	return drop
}
