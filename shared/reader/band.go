package reader

import "slices"

// See records that the turn at position i (from 0) enters or leaves the reading band:
// the part of the viewport where one reads, below the small timeline (strip) at the
// top. If inside is true, the turn enters; otherwise it leaves.
func (s *State) See(i int, inside bool) {
	at, found := slices.BinarySearch(s.inBand, i)
	switch {
	case inside && !found:
		s.inBand = slices.Insert(s.inBand, at, i)
	case !inside && found:
		s.inBand = slices.Delete(s.inBand, at, at+1)
	}
}

// unsee is called when chunk c (a run of turns whose markup is written together) has
// left the viewport. It removes the chunk's turns from inBand, the list of turns in the
// part of the viewport where one reads.
func (s *State) unsee(c int) {
	of := &s.Layout.Chunks[c]
	s.inBand = slices.DeleteFunc(s.inBand, func(i int) bool { return of.First-1 <= i && i < of.Last })
}

// InBand returns the number of the first visible turn in the reading band, the part of
// the viewport where one reads. It returns 0 if there is none.
func (s *State) InBand() int {
	for _, i := range s.inBand {
		if s.Layout.Rows[i].Shown {
			return i + 1
		}
	}
	return 0
}
