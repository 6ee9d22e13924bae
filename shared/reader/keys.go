package reader

import (
	"strings"

	"quoteline/shared/timeline"
)

// LineKey returns what a key (as UI Events names it: "ArrowLeft") does on the line while
// the segment of turn n has the focus: which turn's segment has it next, and the window
// to look at. Mirrored is true for a line from right to left. For a key that does
// nothing there, ok is false.
func (s *State) LineKey(n int, key string, shift, mirrored bool) (turn int, window timeline.Window, ok bool) {
	if mirrored {
		key = mirror(key)
	}
	// Other keys are named by what they type, so Shift is part of the name already: "+"
	// is Shift and "=" on many keyboards.
	if shift && strings.HasPrefix(key, "Arrow") {
		key = "Shift " + key
	}
	turn, window = n, s.Layout.Window
	switch key {
	case "ArrowRight", "ArrowDown":
		turn = s.beside(n, 1)
	case "ArrowLeft", "ArrowUp":
		turn = s.beside(n, -1)
	case "Home":
		turn = s.Spoken(1)
	case "End":
		turn = s.Spoken(len(s.Transcript.Turns))
	case "PageDown":
		turn = s.nextTopic(n)
	case "PageUp":
		turn = s.previousTopic(n)
	case "Shift ArrowRight":
		window = s.Layout.Panned(1)
	case "Shift ArrowLeft":
		window = s.Layout.Panned(-1)
	case "+", "=":
		window = s.Zoomed(n, StepIn)
	case "-":
		window = s.Zoomed(n, StepOut)
	case "0":
		window = timeline.Whole()
	default:
		return n, window, false
	}
	return turn, window, true
}

func mirror(key string) string {
	switch key {
	case "ArrowLeft":
		return "ArrowRight"
	case "ArrowRight":
		return "ArrowLeft"
	}
	return key
}

// beside returns the nearest turn after turn n (by = 1) or before it (-1) that has a
// speaker, n if there is none.
func (s *State) beside(n, by int) int {
	for i := n + by; s.Turn(i) != nil; i += by {
		if s.Layout.Segments[i-1].Lane >= 0 {
			return i
		}
	}
	return n
}

// Spoken returns n if turn n has a speaker, else the next turn that has one, else the
// previous one. Notes have none, and no segment on the line.
func (s *State) Spoken(n int) int {
	if next := s.beside(n-1, 1); next >= n {
		return next
	}
	return s.beside(n, -1)
}

// nextTopic returns the first spoken turn of the topic after that of turn n, or the last
// spoken turn.
func (s *State) nextTopic(n int) int {
	for _, band := range s.Layout.Bands {
		if first := s.Spoken(band.First); first > n {
			return first
		}
	}
	return s.Spoken(len(s.Transcript.Turns))
}

// previousTopic returns the first spoken turn of the topic of turn n, or of the topic
// before if n is that turn.
func (s *State) previousTopic(n int) int {
	to := s.Spoken(1)
	for _, band := range s.Layout.Bands {
		if first := s.Spoken(band.First); first < n {
			to = first
		}
	}
	return to
}
