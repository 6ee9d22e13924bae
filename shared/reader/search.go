package reader

// Search starts a search for query, or ends the search if query is "". Hidden turns
// that the reader has revealed are hidden again.
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

// Type does the same as Search while the reader is typing a query. The query is not in
// the page's address before the next [State.WriteURL]. Until then, [State.Typing]
// returns true.
func (s *State) Type(query string) {
	s.typing = true
	s.Search(query)
}

// Typing reports whether the page's address does not yet have the query that the reader
// has typed.
func (s *State) Typing() bool { return s.typing }

// Step makes the next turn with a hit (by = 1) or the previous one (by = -1) the
// current one, and shows it even if a filter hides it. After the last turn with a hit
// comes the first. Step returns the number of the turn, or 0 if the search has no hits.
func (s *State) Step(by int) int {
	n := len(s.View.Hits)
	for k := 1; k <= n; k++ {
		// If there is no current hit, a step forward begins at the first turn (at is
		// -1), and a step back begins at the last turn (at is 0).
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
		s.Unhide(i + 1)
		s.View.At = i + 1
		return i + 1
	}
	return 0
}

// Complete puts all hits of the turn at position i into its row. In a long transcript,
// a search finds only the first hit of every turn.
func (s *State) Complete(i int) {
	if row := &s.Layout.Rows[i]; len(row.Hits) == 1 {
		row.Hits = s.finder.All(i)
	}
}

// CompleteRows puts all hits of every turn into the rows, see [State.Complete].
func (s *State) CompleteRows() {
	for i := range s.Layout.Rows {
		s.Complete(i)
	}
}

// CompleteSegments completes the rows of the turns whose segments are drawn one by one,
// see [State.Complete]. The name of such a segment contains the number of its hits.
func (s *State) CompleteSegments() {
	l := s.Layout
	stop := l.Stop()
	for n := 1; n <= l.Last; n++ {
		if l.Spoken(n, l.Window) && (!l.Crowded || n == stop) {
			s.Complete(n - 1)
		}
	}
}
