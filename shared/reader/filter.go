package reader

// Toggle switches the speakers of a lane on or off. It reports whether there is such a
// lane.
func (s *State) Toggle(lane int) bool {
	if lane < 0 || lane >= len(s.Layout.Lanes) {
		return false
	}
	s.switchLane(lane, !s.Layout.Lanes[lane].Off)
	return true
}

// Solo leaves one lane on.
func (s *State) Solo(lane int) {
	for i := range s.Layout.Lanes {
		s.switchLane(i, i != lane)
	}
}

func (s *State) switchLane(lane int, off bool) {
	s.View.Revealed = nil
	if s.View.Off == nil {
		s.View.Off = make([]bool, len(s.Transcript.Speakers))
	}
	for _, i := range s.Layout.Lanes[lane].Speakers {
		s.View.Off[i] = off
	}
}

// SetTopic leaves the turns of one topic, or all with "".
func (s *State) SetTopic(id string) { s.View.Topic, s.View.Revealed = id, nil }

// SetOnlyHits leaves out the turns without a hit, or not.
func (s *State) SetOnlyHits(on bool) { s.View.OnlyHits, s.View.Revealed = on, nil }

// ShowAll clears every filter; the search stays.
func (s *State) ShowAll() {
	s.View.Off, s.View.Topic, s.View.OnlyHits, s.View.Revealed = nil, "", false, nil
}

// Reveal shows the run of hidden turns that begins at turn n, where the list has a stub
// for them. It reports whether there is a turn n.
func (s *State) Reveal(n int) bool {
	if s.Turn(n) == nil {
		return false
	}
	for i := range s.Layout.Rows[n-1].Stub {
		s.Unhide(n + i)
	}
	return true
}

// Unhide makes turn n visible, whatever the filter says, until the filter changes.
func (s *State) Unhide(n int) {
	if s.View.Revealed == nil {
		s.View.Revealed = make([]bool, len(s.Transcript.Turns))
	}
	s.View.Revealed[n-1] = true
}

// GoTo makes turn n, which there must be, the reader's place, and shows it even if a
// filter hides it. The filter may be newer than Layout: one address can hold both a
// filter and a link.
func (s *State) GoTo(n int) {
	if !s.line.Shows(&s.View, n) {
		s.Unhide(n)
	}
	s.View.At = n
}

// NextShown returns the next visible turn after the reader's place (by = 1) or the one
// before it (-1), 0 if there is none.
func (s *State) NextShown(by int) int {
	for i := s.Layout.At - 1 + by; i >= 0 && i < len(s.Layout.Rows); i += by {
		if s.Layout.Rows[i].Shown {
			return i + 1
		}
	}
	return 0
}

// WithQuestion returns the turn to scroll to for turn n: the question directly before
// it if turn n answers that, else n. An answer is read with its question in view.
func (s *State) WithQuestion(n int) int {
	if n > 1 && s.Transcript.Turns[n-1].ReplyTo == s.Transcript.Turns[n-2].ID {
		return n - 1
	}
	return n
}
