package reader

import "quoteline/shared/timeline"

// Gesture is a step of a movement along the line by a pointer, two fingers or a wheel.
// The point of the line that was at From when the gesture began is now at To. Both are
// in ten-thousandths of the line's width, from its beginning. Scale is the present
// length of a stretch that was 1,000 long when the gesture began.
type Gesture struct {
	Kind            string // one of the kinds in web/program/drag.js
	From, To, Scale int
	Done            bool // the last step
}

// Gestured is what a page has to show after a step of a gesture.
type Gestured struct {
	Window   timeline.Window // the window to show
	Turn     int             // the turn under the finger, 0 for none: show its preview, or go to it after the last step
	Selects  bool            // select the stretch of the line between From and To
	From, To int             // in ten-thousandths of the line's width; both 0 for no selection
}

// Dragging reports whether a gesture is in progress.
func (s *State) Dragging() bool { return s.dragging }

// Drag applies the next step of a gesture. Every step starts from the window that was
// shown when the gesture began.
func (s *State) Drag(d Gesture) Gestured {
	if !s.dragging {
		s.dragging, s.dragged = true, s.Layout.Window
	}
	s.dragging = !d.Done
	l, was, whole := s.Layout, s.dragged, timeline.Whole()
	shift := whole.At(d.To) - whole.At(d.From)
	g := Gestured{Window: l.Window}
	switch d.Kind {
	case "scrub": // a finger moves along the line
		g.Turn = l.TurnAt(l.Window.At(d.To))
	case "line": // a mouse button is down: it selects on the whole line, and pulls a part
		if was.IsWhole() {
			return s.selection(d)
		}
		g.Window = l.Zoom(was, d.From, d.To, noStep)
	case "zoom": // a wheel, or two fingers
		g.Window = l.Zoom(was, d.From, d.To, d.Scale)
	// The other kinds are gestures in the overview, which always shows the whole line.
	case "select": // outside the window; a click centres the window there
		if d.From == d.To {
			g.Window = was.Moved(whole.At(d.To) - (was.From+was.To)/2)
		} else {
			g.Window = l.Between(whole.At(d.From), whole.At(d.To))
		}
	case "move": // inside the window
		g.Window = was.Moved(shift)
	case "from": // at the window's beginning
		g.Window = l.Between(was.From+shift, was.To)
	case "to": // at the window's end
		g.Window = l.Between(was.From, was.To+shift)
	case "whole": // a double click
		g.Window = whole
	case "cancel": // the browser has taken the pointer for something else
		g.Window, g.Selects = was, true
	}
	return g
}

// selection selects a stretch of the whole line. After the last step, it makes this
// stretch the window.
func (s *State) selection(d Gesture) Gestured {
	from, to := max(0, min(d.From, d.To)), min(max(d.From, d.To), timeline.Width)
	g := Gestured{Window: s.Layout.Window, Selects: true}
	if d.Done {
		g.Window = s.Layout.Between(timeline.Whole().At(from), timeline.Whole().At(to))
	} else {
		g.From, g.To = from, to
	}
	return g
}
