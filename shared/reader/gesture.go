package reader

import "quoteline/shared/timeline"

// Gesture is a step of what a pointer, two fingers or a wheel do along the line: what
// was at From is now at To, in ten-thousandths of the line's width from where lines
// begin, and what was 1,000 long is Scale.
type Gesture struct {
	Kind            string // see web/program/drag.js
	From, To, Scale int
	Done            bool // the last step
}

// Gestured is what a page shows of a step of a gesture.
type Gestured struct {
	Window   timeline.Window // to look at
	Turn     int             // under the finger: preview it, and after the last step go to it; 0 for none
	Selects  bool            // the selection along the line is now between From and To
	From, To int             // in ten-thousandths of the line's width; both 0 for no selection
}

// Dragging reports whether a gesture is under way.
func (s *State) Dragging() bool { return s.dragging }

// Drag takes the next step of a gesture. All steps count from the window in which the
// first one found the line.
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
	// The rest is done in the overview, which always shows the whole line.
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

// selection selects a stretch of the whole line, and after the last step shows it.
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
