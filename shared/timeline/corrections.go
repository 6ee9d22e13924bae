package timeline

import "quoteline/shared/transcript"

// corrections finds all corrections of one turn without a search through the whole list.
// It has the position of each turn's first correction, and for each correction the
// position of the next one of the same turn. Positions count from 1, and 0 means that
// there is none.
type corrections struct {
	first map[string]int32 // by the id of the turn; nil if the transcript has no corrections
	next  []int32          // by correction
}

func newCorrections(t *transcript.Transcript) (c corrections) {
	if len(t.Corrections) == 0 {
		return c
	}
	c.first, c.next = make(map[string]int32), make([]int32, len(t.Corrections))
	for k := len(t.Corrections) - 1; k >= 0; k-- {
		id := t.Corrections[k].Turn
		c.next[k], c.first[id] = c.first[id], int32(k+1)
	}
	return c
}

// Correction returns the position in Transcript.Corrections of the first correction of
// the turn with this id. It returns -1 if there is none.
func (l *Layout) Correction(id string) int { return int(l.corrections.first[id]) - 1 }

// NextCorrection returns the position of the next correction of the same turn, after the
// one at position k. It returns -1 if there is none.
func (l *Layout) NextCorrection(k int) int { return int(l.corrections.next[k]) - 1 }
