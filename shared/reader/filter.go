package reader

// Toggle shows or hides all speakers of a lane, which is a row of the timeline. It
// returns false if there is no such lane.
func (s *State) Toggle(lane int) bool {
	if lane < 0 || lane >= len(s.Layout.Lanes) {
		return false
	}
	s.switchLane(lane, !s.Layout.Lanes[lane].Off)
	return true
}

// Solo shows only the speakers of one lane, which is a row of the timeline, and hides
// all others.
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

// SetTopic shows only the turns of the topic with this id. If id is "", it shows the
// turns of all topics.
func (s *State) SetTopic(id string) { s.View.Topic, s.View.Revealed = id, nil }

// SetOnlyHits hides the turns without a hit if on is true. If on is false, it shows
// them again.
func (s *State) SetOnlyHits(on bool) { s.View.OnlyHits, s.View.Revealed = on, nil }

// ShowAll removes every filter. The search remains.
func (s *State) ShowAll() {
	s.View.Off, s.View.Topic, s.View.OnlyHits, s.View.Revealed = nil, "", false, nil
}

// Reveal shows the hidden turns from turn n up to the next visible turn. The page calls
// it when the reader presses the placeholder (stub) of these turns. It returns false if
// there is no turn n.
func (s *State) Reveal(n int) bool {
	if s.Turn(n) == nil {
		return false
	}
	for i := range s.Layout.Rows[n-1].Stub {
		s.Unhide(n + i)
	}
	return true
}

// Unhide shows turn n even if the filter hides it. After the next change of the filter,
// turn n is hidden again if the filter still hides it.
func (s *State) Unhide(n int) {
	if s.View.Revealed == nil {
		s.View.Revealed = make([]bool, len(s.Transcript.Turns))
	}
	s.View.Revealed[n-1] = true
}

// GoTo makes turn n the reader's current turn, and shows it even if a filter hides it.
// Turn n must exist. The filter may have changed since the page was last drawn, because
// one address can change both the filter and the linked turn. So GoTo checks the filter
// itself, and not whether the page shows turn n now.
func (s *State) GoTo(n int) {
	if !s.line.Shows(&s.View, n) {
		s.Unhide(n)
	}
	s.View.At = n
}

// NextShown returns the number of the next visible turn after the reader's current turn
// (if by is 1), or of the previous one (if by is -1). It returns 0 if there is none.
func (s *State) NextShown(by int) int {
	for i := s.Layout.At - 1 + by; i >= 0 && i < len(s.Layout.Rows); i += by {
		if s.Layout.Rows[i].Shown {
			return i + 1
		}
	}
	return 0
}

// WithQuestion returns the number of the turn to which a page scrolls in order to show
// turn n. If turn n answers the turn directly before it, the page scrolls to that
// question, because readers need both. Otherwise it scrolls to turn n.
func (s *State) WithQuestion(n int) int {
	if n > 1 && s.Transcript.Turns[n-1].ReplyTo == s.Transcript.Turns[n-2].ID {
		return n - 1
	}
	return n
}
