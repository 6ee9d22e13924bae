package reader

import (
	"strings"

	"quoteline/shared/timeline"
)

// LineKey returns what a key does while the segment (the bar on the timeline) of turn n
// has the focus. turn is the turn whose segment gets the focus, and window is the
// stretch of the timeline to show. The key has its name in UI Events, such as
// "ArrowLeft". mirrored is true if the timeline runs from right to left. ok is false if
// the key does nothing.
func (s *State) LineKey(n int, key string, shift, mirrored bool) (turn int, window timeline.Window, ok bool) {
	if mirrored {
		key = mirror(key)
	}
	// UI Events names a typed character by the character itself, so the name already
	// depends on Shift. For example, Shift and "=" have the name "+" on many keyboards.
	// The name of an arrow key does not depend on Shift, so "Shift" is added here.
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

// beside returns the number of the nearest turn with a speaker after turn n (if by is
// 1) or before turn n (if by is -1). If there is none, it returns n.
func (s *State) beside(n, by int) int {
	for i := n + by; s.Turn(i) != nil; i += by {
		if s.Layout.Segments[i-1].Lane >= 0 {
			return i
		}
	}
	return n
}

// Spoken returns a turn that has a segment (a bar) on the timeline: turn n, or else the
// next such turn, or else the previous one. A turn without a speaker, such as a note,
// has no segment.
func (s *State) Spoken(n int) int {
	if next := s.beside(n-1, 1); next >= n {
		return next
	}
	return s.beside(n, -1)
}

// nextTopic returns the first turn with a speaker in the next topic after turn n. If no
// topic follows, it returns the last turn with a speaker.
func (s *State) nextTopic(n int) int {
	first := 0
	for _, band := range s.Layout.Bands {
		if first = s.firstSpoken(first, band.First); first > n {
			return first
		}
		if first < band.First {
			break // no turn with a speaker follows
		}
	}
	return s.Spoken(len(s.Transcript.Turns))
}

// firstSpoken returns the same as [State.Spoken] for turn n, the first turn of a
// topic. The argument before is the result for the previous topic, or 0. If before is
// at least n, it is also the result for n, and no search is needed. Without this
// argument, each of many topics without a speaker would search through the same turns
// again.
func (s *State) firstSpoken(before, n int) int {
	if before >= n {
		return before
	}
	return s.Spoken(n)
}

// previousTopic returns the first turn with a speaker in the topic of turn n. If that is
// turn n itself, it returns the first turn with a speaker in the previous topic.
func (s *State) previousTopic(n int) int {
	to, first := s.Spoken(1), 0
	for _, band := range s.Layout.Bands {
		if first = s.firstSpoken(first, band.First); first < n {
			to = first
		}
		if first < band.First {
			break // no turn with a speaker follows
		}
	}
	return to
}
