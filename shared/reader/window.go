package reader

import "quoteline/shared/timeline"

// StepIn and StepOut are the scales of one zoom step. A scale is the new length of
// the window (the visible stretch of the timeline) in thousandths of its present
// length. So StepIn halves the window. In a transcript of more than
// [timeline.DenseAbove] turns, the scale of a step is denseIn or denseOut instead.
// For example, three steps of denseIn shorten a window of five hours to two hours,
// then to about 50 minutes, and then to about 20 minutes.
const (
	StepIn  = 500
	StepOut = 2000

	denseIn  = 400
	denseOut = 2500
	noStep   = 1000
)

// WindowChange says how the window, the visible stretch of the timeline, has changed.
type WindowChange uint8

// The values of [WindowChange].
const (
	SameWindow  WindowChange = iota
	MovedWindow              // the window shows another stretch of the timeline
	OpenWindow               // the window now shows the whole timeline instead of a stretch, or a stretch instead of the whole timeline
)

// Look makes w the visible stretch of the timeline (its window), and returns how the
// window has changed. It updates the layout (where and how each turn is drawn) only
// where that depends on the window.
func (s *State) Look(w timeline.Window) WindowChange {
	before := s.Layout.Window
	if w == before {
		return SameWindow
	}
	s.View.Window = w
	s.Layout.Look(w)
	if before.IsWhole() != w.IsWhole() {
		return OpenWindow
	}
	return MovedWindow
}

// Zoomed returns the window, a visible stretch of the timeline, after one zoom step. scale
// is [StepIn] or [StepOut]. If turn n is in the present window, turn n keeps its place in
// the window. Otherwise the middle of the window keeps its place.
func (s *State) Zoomed(n, scale int) timeline.Window {
	l := s.Layout
	if l.First == 0 {
		return l.Window
	}
	if l.Dense && scale == StepIn {
		scale = denseIn
	} else if l.Dense {
		scale = denseOut
	}
	place := timeline.Width / 2
	if l.Shows(n) {
		place = l.Window.Place(l.Segments[n-1].X)
	}
	return l.Zoom(l.Window, place, place, scale)
}

// Holding returns a window, a visible stretch of the timeline, that contains the start
// of turn n. If the present window contains it, Holding returns the present window.
func (s *State) Holding(n int) timeline.Window { return s.Layout.Holding(s.Layout.Window, n) }

// MoveTo makes turn n the reader's current turn. It returns the window, the stretch of
// the timeline to show. If the previous current turn was in the window, MoveTo returns a
// window that contains turn n. Otherwise the reader has moved the window away from the
// current turn on purpose, and MoveTo returns the same window as before.
func (s *State) MoveTo(n int) timeline.Window {
	follows := s.Layout.Shows(s.Layout.At)
	s.View.At, s.Layout.At = n, n
	if follows {
		return s.Holding(n)
	}
	return s.Layout.Window
}

// Band returns the position (from 0) of the band with the reader's current turn. A band
// is a run of turns on one topic or day. If there are no turns, Band returns 0.
func (s *State) Band() int {
	if len(s.Layout.Chunks) == 0 {
		return 0
	}
	return s.Layout.Chunks[s.Layout.ChunkOf(s.Layout.At)].Band
}
