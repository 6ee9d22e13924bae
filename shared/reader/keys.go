package reader

import (
	"strings"

	"quoteline/shared/timeline"
)

// LineKey returns the effect of a key while the segment of turn n has the focus: the
// turn whose segment gets the focus, and the window to show. The key has its name in UI
// Events, such as "ArrowLeft". mirrored is true if the line runs from right to left. ok
// is false if the key has no effect.
func (s *State) LineKey(n int, key string, shift, mirrored bool) (turn int, window timeline.Window, ok bool) {
	if mirrored {
		key = mirror(key)
	}
	// The name of a key that types a character is that character, so it depends on
	// Shift: "+" is Shift and "=" on many keyboards. For arrow keys, Shift is added to
	// the name here.
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

// beside returns the nearest turn with a speaker after turn n (by = 1) or before it (by
// = -1). It returns n if there is none.
func (s *State) beside(n, by int) int {
	for i := n + by; s.Turn(i) != nil; i += by {
		if s.Layout.Segments[i-1].Lane >= 0 {
			return i
		}
	}
	return n
}

// Spoken returns n if turn n has a speaker, else the next turn that has one, else the
// previous one. A turn without a speaker, such as a note, has no segment on the line.
func (s *State) Spoken(n int) int {
	if next := s.beside(n-1, 1); next >= n {
		return next
	}
	return s.beside(n, -1)
}

// nextTopic returns the first spoken turn of the next topic after turn n. If there is
// no other topic, it returns the last spoken turn.
func (s *State) nextTopic(n int) int {
	for _, band := range s.Layout.Bands {
		if first := s.Spoken(band.First); first > n {
			return first
		}
	}
	return s.Spoken(len(s.Transcript.Turns))
}

// previousTopic returns the first spoken turn of the topic that turn n belongs to. If
// that is turn n itself, it returns the first spoken turn of the topic before.
func (s *State) previousTopic(n int) int {
	to := s.Spoken(1)
	for _, band := range s.Layout.Bands {
		if first := s.Spoken(band.First); first < n {
			to = first
		}
	}
	return to
}
