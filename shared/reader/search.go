package reader

// Search starts a search for query. If query is "", it ends the search. If the reader
// has revealed turns that a filter hides, Search hides them again.
func (s *State) Search(query string) {
	s.View.Revealed = nil
	s.View.Query = query
	s.View.Hits = s.finder.Find(query)
	s.View.Hit = 0
	if !s.Layout.Dense {
		for i := range s.View.Hits {
			s.View.Hits[i] = s.finder.All(i)
		}
	}
	if s.View.Hits == nil {
		s.View.OnlyHits = false
	}
}

// Type does the same as Search, but is called while the reader is still typing. The
// page need not write the search into its address after every keystroke. Until the page
// calls [State.WriteURL] to do so, [State.Typing] returns true.
func (s *State) Type(query string) {
	s.typing = true
	s.Search(query)
}

// Typing reports whether the reader has typed a search that is not yet in the page's
// address.
func (s *State) Typing() bool { return s.typing }

// Step goes to the next turn with a hit (if by is 1) or to the previous one (if by is
// -1). This turn becomes the reader's current turn. The turn and its question are shown
// even if a filter hides them. After the last turn with a hit comes the first. Step
// returns the number of the turn, or 0 if the search has no hits.
func (s *State) Step(by int) int {
	n := len(s.View.Hits)
	for k := 1; k <= n; k++ {
		// at is the position of the turn from which the step starts, the turn with the
		// current hit. If there is no current hit, at is -1. Then a step forward leads
		// to the first turn, at position 0. For a step back, at becomes 0: the turn
		// before position 0 is the last one.
		at := s.View.Hit - 1
		if at < 0 && by < 0 {
			at = 0
		}
		i := ((at+by*k)%n + n) % n
		if len(s.View.Hits[i]) == 0 {
			continue
		}
		s.View.Hit = i + 1
		s.View.Hits[i] = s.finder.All(i)
		s.Unhide(s.WithQuestion(i + 1))
		s.Unhide(i + 1)
		s.View.At = i + 1
		return i + 1
	}
	return 0
}

// Complete finds all hits in the turn at position i (from 0), and stores them in the
// turn's row, the data of its list item. In a long transcript, a search itself finds
// only the first hit of every turn.
func (s *State) Complete(i int) {
	if row := &s.Layout.Rows[i]; len(row.Hits) == 1 {
		row.Hits = s.finder.All(i)
	}
}

// CompleteRows finds all hits in every turn, see [State.Complete].
func (s *State) CompleteRows() {
	for i := range s.Layout.Rows {
		s.Complete(i)
	}
}

// CompleteSegments finds all hits in each turn that has a separate segment (a bar) on
// the timeline, see [State.Complete]. The accessible name of a segment contains the
// number of hits.
func (s *State) CompleteSegments() {
	l := s.Layout
	stop := l.Stop()
	for n := 1; n <= l.Last; n++ {
		if l.Spoken(n, l.Window) && (!l.Crowded || n == stop) {
			s.Complete(n - 1)
		}
	}
}
