package reader

import "slices"

// See records that the turn at position i enters or leaves the reading band, which is
// the part of the viewport below the strip where a reader probably reads. inside is
// true if the turn enters.
func (s *State) See(i int, inside bool) {
	at, found := slices.BinarySearch(s.inBand, i)
	switch {
	case inside && !found:
		s.inBand = slices.Insert(s.inBand, at, i)
	case !inside && found:
		s.inBand = slices.Delete(s.inBand, at, at+1)
	}
}

// unsee removes the turns of chunk c from inBand, the turns in the part of the
// viewport where one reads. The chunk has left the viewport.
func (s *State) unsee(c int) {
	of := &s.Layout.Chunks[c]
	s.inBand = slices.DeleteFunc(s.inBand, func(i int) bool { return of.First-1 <= i && i < of.Last })
}

// InBand returns the first visible turn in the reading band, or 0 if there is none.
func (s *State) InBand() int {
	for _, i := range s.inBand {
		if s.Layout.Rows[i].Shown {
			return i + 1
		}
	}
	return 0
}
