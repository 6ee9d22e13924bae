package reader

import "quoteline/shared/timeline"

// Difference is the kind of update that a list item needs.
type Difference uint8

// The values of [Difference].
const (
	None     Difference = iota
	Presence            // only show or hide the turn: its elements remain, and with them the reader's selection
	Markup              // render the whole item again
)

// Compare returns the update that the list item of a turn needs: drawn is the turn's
// state when the item was rendered, and row is its present state. If highlights is
// true, the browser highlights the hits, so only the item with the current hit has hits
// in its markup.
func Compare(drawn, row *timeline.Row, highlights bool) Difference {
	switch {
	case drawn.Stub != row.Stub, !sameBody(drawn, row), (!highlights || row.Hit) && !sameHits(drawn, row):
		return Markup
	case drawn.Shown != row.Shown:
		return Presence
	}
	return None
}

// sameBody reports whether two states of a turn lead to the same markup in its list
// item. It does not compare the hits, the placeholder for hidden turns (stub), and
// whether the turn is shown: Compare does that.
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

// ShareDiffers reports whether the figure on the chip of lane i differs from that of
// the earlier layout. During a search it is the number of turns with hits, otherwise
// the share of the words.
func (s *State) ShareDiffers(before *timeline.Layout, i int) bool {
	return before.Searching != s.Layout.Searching || before.Lanes[i].HitIn != s.Layout.Lanes[i].HitIn
}

// StepsDiffer reports whether the buttons for the next and the previous hit differ from
// those of the earlier layout.
func (s *State) StepsDiffer(before *timeline.Layout) bool {
	return before.Searching != s.Layout.Searching || (before.HitTurns == 0) != (s.Layout.HitTurns == 0)
}
