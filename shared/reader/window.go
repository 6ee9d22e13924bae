package reader

import "quoteline/shared/timeline"

// Scales of one zoom step, in thousandths of the window's length.
const (
	StepIn  = 500
	StepOut = 2000

	noStep = 1000
)

// WindowChange is how the line's window differs from the previous window.
type WindowChange uint8

// The values of [WindowChange].
const (
	SameWindow  WindowChange = iota
	MovedWindow              // it shows another stretch of the line
	OpenWindow               // it now shows the whole line instead of a part, or a part instead of the whole line
)

// Look makes w the window of the view and of the layout. All values of the layout that
// do not depend on the window remain.
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

// Zoomed returns a window that is scale thousandths as long as the present one. Turn n
// keeps its position in the window. If turn n is not in the window, the middle of the
// window keeps its position. A first step into a dense line shows about
// [timeline.LensTurns] turns around turn n.
func (s *State) Zoomed(n, scale int) timeline.Window {
	l := s.Layout
	if l.First == 0 {
		return l.Window
	}
	if l.Crowded && l.Window.IsWhole() && scale == StepIn {
		return l.Lens(max(1, n))
	}
	place := timeline.Width / 2
	if l.Shows(n) {
		place = l.Window.Place(l.Segments[n-1].X)
	}
	return l.Zoom(l.Window, place, place, scale)
}

// Holding returns a window that shows the start of turn n: the present one if possible.
func (s *State) Holding(n int) timeline.Window { return s.Layout.Holding(s.Layout.Window, n) }

// MoveTo makes turn n the reader's current turn, and returns the window to show. The
// window moves to turn n, unless the reader has moved it away from the current turn.
func (s *State) MoveTo(n int) timeline.Window {
	follows := s.Layout.Shows(s.Layout.At)
	s.View.At, s.Layout.At = n, n
	if follows {
		return s.Holding(n)
	}
	return s.Layout.Window
}

// Band returns the position of the band with the reader's current turn, or 0 if there
// are no turns.
func (s *State) Band() int {
	if len(s.Layout.Chunks) == 0 {
		return 0
	}
	return s.Layout.Chunks[s.Layout.ChunkOf(s.Layout.At)].Band
}
