package reader

import "quoteline/shared/timeline"

// Difference says which update a turn's list item in the page needs.
type Difference uint8

// The values of [Difference].
const (
	None     Difference = iota
	Presence            // only show or hide the turn: its elements remain, and so does text that the reader has selected in them
	Markup              // write the markup of the whole item again
)

// Compare returns the update that the list item of a turn needs. drawn is the state of
// the turn when the page last wrote the item, and row is its present state. highlights is
// true if the browser highlights hits without markup. In such a browser, an item whose
// only change is its hits needs no new markup. The item with the current hit is an
// exception: its hits are <mark> elements in any browser.
func Compare(drawn, row *timeline.Row, highlights bool) Difference {
	switch {
	case drawn.Stub != row.Stub, !sameBody(drawn, row), (!highlights || row.Hit) && !sameHits(drawn, row):
		return Markup
	case drawn.Shown != row.Shown:
		return Presence
	}
	return None
}

// sameBody reports whether two states of the same turn have the same markup. It compares
// only some fields, such as Hit, which says whether the turn has the current hit. Its
// caller Compare checks the others: Hits (the positions of the search hits), Stub (a
// placeholder for hidden turns before the turn) and Shown.
func sameBody(a, b *timeline.Row) bool {
	return a.Hit == b.Hit && a.Linked == b.Linked && a.Cited == b.Cited && a.Proof == b.Proof && a.Change == b.Change
}

func sameHits(a, b *timeline.Row) bool {
	if len(a.Hits) != len(b.Hits) {
		return false
	}
	for i := range a.Hits {
		if a.Hits[i] != b.Hits[i] {
			return false
		}
	}
	return true
}

// ShareDiffers reports whether the figure for lane i (a speaker's row on the timeline)
// has changed. before is the layout with which the page was drawn last. The figure is
// on the lane's chip, the switch that hides the speaker. During a search it is the
// number of turns with hits, and otherwise the share of the words.
func (s *State) ShareDiffers(before *timeline.Layout, i int) bool {
	return before.Searching != s.Layout.Searching || before.Lanes[i].HitIn != s.Layout.Lanes[i].HitIn
}

// StepsDiffer reports whether the buttons that go to the next and the previous hit must
// be written again. before is the layout with which the page was drawn last.
func (s *State) StepsDiffer(before *timeline.Layout) bool {
	return before.Searching != s.Layout.Searching || (before.HitTurns == 0) != (s.Layout.HitTurns == 0)
}
