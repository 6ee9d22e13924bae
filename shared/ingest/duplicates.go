package ingest

import (
	"strconv"

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

// maxWidening is the maximum number of cues (pieces of text by one speaker) that
// [draft.widen] adds to a repeated block.
const maxWidening = 1000

// duplicateRun is a block of cues (pieces of text by one speaker) that repeats an
// earlier block. Each cue of the block corresponds to the cue that is distance cues
// earlier in the list.
type duplicateRun struct {
	first, last int // indices in the list of spoken cues
	distance    int
	same        int // number of cues that repeat another word for word
}

// dropDuplicates looks for blocks of cues (pieces of text by one speaker) that are in
// the source twice. Some web pages, for example, contain a second copy of the
// transcript for printing. For each block it adds an entry to the import report. The
// argument spoken has the indices of all cues; the result has those that remain after
// the editor's choices.
func (d *draft) dropDuplicates(spoken []int, l *ledger) []int {
	if d.captioned {
		return spoken
	}
	// For captions the function has returned above, because captions repeat lines
	// for another reason; see decideRollup. The import report shows the text of a
	// dropped cue as omitted; see testdata/bold-times-dropped.txtar.
	drop := map[int]bool{}
	for _, r := range d.duplicates(spoken) {
		if d.decideDuplicate(r, spoken, l) {
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
	for i := range d.stretches {
		if s := &d.stretches[i]; drop[s.cue] {
			s.kind = SpanOmitted
		}
	}
	return kept
}

// duplicates finds the blocks of cues (pieces of text by one speaker) that repeat an
// earlier block. At least three cues of a block must repeat an earlier cue word for
// word. Between two such cues there may be up to 19 others.
func (d *draft) duplicates(spoken []int) []duplicateRun {
	var runs []duplicateRun
	latest := map[string]int{} // speaker and text → index of the latest cue with them
	for k, i := range spoken {
		c := &d.cues[i]
		size := 0
		for _, p := range c.parts {
			size += p.End - p.Start
		}
		if size < minDuplicateBytes {
			continue
		}
		if !d.src.budget.steps(size) {
			break
		}
		text := c.name + "\x00" + d.joinParts(c.parts)
		if j, ok := latest[text]; ok {
			runs = extendRuns(runs, k, k-j)
		}
		latest[text] = k
	}
	found := runs[:0]
	for _, r := range runs {
		if r.same >= minDuplicates && r.last-r.first < r.distance {
			found = append(found, d.widen(r, spoken))
		}
	}
	return found
}

// widen extends a repeated block at both ends. It adds a cue if the corresponding
// earlier cue has the same speaker and time, even if some words differ.
func (d *draft) widen(r duplicateRun, spoken []int) duplicateRun {
	// The limit longest bounds the work. Without it, each of many repeated blocks
	// could be extended over the whole source.
	longest := min(r.distance, r.last-r.first+1+maxWidening)
	alike := func(k int) bool {
		if k < r.distance || k >= len(spoken) {
			return false
		}
		a, b := &d.cues[spoken[k]], &d.cues[spoken[k-r.distance]]
		return a.name == b.name && a.clock == b.clock && !a.clock.start.IsZero()
	}
	for r.last-r.first+1 < longest && alike(r.first-1) {
		r.first--
	}
	for r.last-r.first+1 < longest && alike(r.last+1) {
		r.last++
	}
	d.src.budget.steps(r.last - r.first)
	return r
}

// extendRuns records that the cue at index k repeats the cue at index k-distance. It
// adds the cue to the last block of repeated cues, if this block ends near k and its
// originals are at the same distance. Otherwise the cue begins a new block.
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
func (d *draft) decideDuplicate(r duplicateRun, spoken []int, l *ledger) bool {
	at := d.cues[spoken[r.first]].label
	if at.Start == at.End {
		at = d.cues[spoken[r.first]].parts[0].Range
	}
	place := d.src.position(at.Start)
	id := IDAt(DecideDrop, place)
	what := "cues " + strconv.Itoa(r.first+1) + " to " + strconv.Itoa(r.last+1) + " repeat cues " +
		strconv.Itoa(r.first-r.distance+1) + " to " + strconv.Itoa(r.last-r.distance+1) + "; identical cues: " + strconv.Itoa(r.same)
	drop := l.decide(Decision{ID: id, Kind: DecideDrop, Reason: what, Labels: []LabelCount{}, Position: &place})
	done, other := "kept; "+what, "leave the copy out"
	if drop {
		done, other = "left out; "+what, "keep the copy"
	}
	d.remark(transcript.Range{Start: at.Start, End: at.Start}, Remark{
		Kind: RemarkRepeated, Level: LevelCheck, Done: done, Alternatives: []string{other}, Decision: id,
	})
	return drop
}
