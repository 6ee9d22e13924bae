package reader

import "slices"

// See notes that the turn at position i enters (inside) or leaves the band of the
// viewport where one reads.
func (s *State) See(i int, inside bool) {
	at, found := slices.BinarySearch(s.inBand, i)
	switch {
	case inside && !found:
		s.inBand = slices.Insert(s.inBand, at, i)
	case !inside && found:
		s.inBand = slices.Delete(s.inBand, at, at+1)
	}
}

// unsee notes that nothing of chunk c is near the viewport any more.
func (s *State) unsee(c int) {
	of := &s.Layout.Chunks[c]
	s.inBand = slices.DeleteFunc(s.inBand, func(i int) bool { return of.First-1 <= i && i < of.Last })
}

// InBand returns the first visible turn in the band where one reads, 0 if there is none.
func (s *State) InBand() int {
	for _, i := range s.inBand {
		if s.Layout.Rows[i].Shown {
			return i + 1
		}
	}
	return 0
}
