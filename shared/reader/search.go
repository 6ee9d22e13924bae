package reader

// Search looks for query, "" for nothing. Turns revealed by hand are hidden again.
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

// Type is Search for what is being typed. The search is in the page's address after
// the next [State.WriteURL]; [State.Typing] reports that it is not yet.
func (s *State) Type(query string) {
	s.typing = true
	s.Search(query)
}

// Typing reports whether a search was typed that the page's address does not have yet.
func (s *State) Typing() bool { return s.typing }

// Step makes the next turn with a hit the current one (by = 1), or the previous one
// (-1), and shows it even if a filter hides it. After the last one comes the first. It
// returns the turn, 0 if nothing was found.
func (s *State) Step(by int) int {
	n := len(s.View.Hits)
	for k := 1; k <= n; k++ {
		// Without a current hit, stepping forward begins at the first turn and stepping
		// back at the last one: at is then -1 or 0.
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

// Complete gives the row at position i all its hits. In a long transcript a search
// finds only the first hit of every turn.
func (s *State) Complete(i int) {
	if row := &s.Layout.Rows[i]; len(row.Hits) == 1 {
		row.Hits = s.finder.All(i)
	}
}

// CompleteRows gives all rows all their hits.
func (s *State) CompleteRows() {
	for i := range s.Layout.Rows {
		s.Complete(i)
	}
}

// CompleteSegments gives the turns with a segment of their own all their hits: the
// segment's name has their number.
func (s *State) CompleteSegments() {
	l := s.Layout
	stop := l.Stop()
	for n := 1; n <= l.Last; n++ {
		if l.Spoken(n, l.Window) && (!l.Crowded || n == stop) {
			s.Complete(n - 1)
		}
	}
}
