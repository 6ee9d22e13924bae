package reader

import "quoteline/shared/timeline"

// Difference says what has to be done to an item of the list.
type Difference uint8

// The values of [Difference].
const (
	None     Difference = iota
	Presence            // its turn appears or disappears; its elements stay, with what the reader has selected
	Markup              // it is rendered again
)

// Compare returns how the item of a turn differs from the one that is drawn. If the
// browser highlights hits, only the turn with the current hit has them in its markup.
func Compare(drawn, row *timeline.Row, highlights bool) Difference {
	switch {
	case drawn.Stub != row.Stub, !sameBody(drawn, row), (!highlights || row.Hit) && !sameHits(drawn, row):
		return Markup
	case drawn.Shown != row.Shown:
		return Presence
	}
	return None
}

// sameBody compares what an item shows except for its hits, stub and presence.
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

// ShareDiffers reports whether the figure on the chip of lane i differs from the one of
// the layout before: a share of the words, or while a search is on a number of turns.
func (s *State) ShareDiffers(before *timeline.Layout, i int) bool {
	return before.Searching != s.Layout.Searching || before.Lanes[i].HitIn != s.Layout.Lanes[i].HitIn
}

// StepsDiffer reports whether the buttons of a search differ from those of the layout
// before.
func (s *State) StepsDiffer(before *timeline.Layout) bool {
	return before.Searching != s.Layout.Searching || (before.HitTurns == 0) != (s.Layout.HitTurns == 0)
}
