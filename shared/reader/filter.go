package reader

// Toggle switches all speakers of a lane on or off. It returns false if there is no
// such lane.
func (s *State) Toggle(lane int) bool {
	if lane < 0 || lane >= len(s.Layout.Lanes) {
		return false
	}
	s.switchLane(lane, !s.Layout.Lanes[lane].Off)
	return true
}

// Solo switches one lane on and all others off.
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

// SetTopic shows only the turns of the topic with this id, or of all topics if id is
// "".
func (s *State) SetTopic(id string) { s.View.Topic, s.View.Revealed = id, nil }

// SetOnlyHits hides the turns without a hit, or shows them again if on is false.
func (s *State) SetOnlyHits(on bool) { s.View.OnlyHits, s.View.Revealed = on, nil }

// ShowAll clears every filter, but not the search.
func (s *State) ShowAll() {
	s.View.Off, s.View.Topic, s.View.OnlyHits, s.View.Revealed = nil, "", false, nil
}

// Reveal shows the hidden turns from turn n up to the next visible turn, after the
// reader has pressed their placeholder (stub). It returns false if there is no turn n.
func (s *State) Reveal(n int) bool {
	if s.Turn(n) == nil {
		return false
	}
	for i := range s.Layout.Rows[n-1].Stub {
		s.Unhide(n + i)
	}
	return true
}

// Unhide makes turn n visible even if the filter hides it. A change of the filter hides
// it again.
func (s *State) Unhide(n int) {
	if s.View.Revealed == nil {
		s.View.Revealed = make([]bool, len(s.Transcript.Turns))
	}
	s.View.Revealed[n-1] = true
}

// GoTo makes turn n the reader's current turn, and shows it even if a filter hides it.
// Turn n must exist. The filter may have changed since the last Lay, because one
// address can hold both a filter and a link.
func (s *State) GoTo(n int) {
	if !s.line.Shows(&s.View, n) {
		s.Unhide(n)
	}
	s.View.At = n
}

// NextShown returns the next visible turn after the reader's current turn (by = 1), or
// the previous one (by = -1). It returns 0 if there is none.
func (s *State) NextShown(by int) int {
	for i := s.Layout.At - 1 + by; i >= 0 && i < len(s.Layout.Rows); i += by {
		if s.Layout.Rows[i].Shown {
			return i + 1
		}
	}
	return 0
}

// WithQuestion returns the turn to which a page scrolls to show turn n. If turn n
// answers the turn directly before it, that is the question, because readers need both.
// Otherwise it is n.
func (s *State) WithQuestion(n int) int {
	if n > 1 && s.Transcript.Turns[n-1].ReplyTo == s.Transcript.Turns[n-2].ID {
		return n - 1
	}
	return n
}
