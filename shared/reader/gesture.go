package reader

import "quoteline/shared/timeline"

// Gesture is one step of a movement along the timeline with a pointer, two fingers or a
// wheel. From is the place on the timeline where the gesture began. To is the place
// where the pointer or the fingers are after this step. Both are in ten-thousandths of
// the timeline's width, from its beginning. Scale is for zooming: the new length of the
// visible stretch, in thousandths of its length when the gesture began.
type Gesture struct {
	Kind            string // which gesture it is; web/program/drag.js lists the kinds
	From, To, Scale int
	Done            bool // this is the last step of the gesture
}

// Gestured is what a page has to show after one step of a gesture along the timeline.
type Gestured struct {
	Window   timeline.Window // the visible stretch of the timeline
	Turn     int             // the turn at the finger, 0 for none; the page shows its preview, and after the last step goes to the turn
	Selects  bool            // show the stretch of the timeline between From and To as selected
	From, To int             // in ten-thousandths of the timeline's width; if both are 0, no stretch is selected
}

// Dragging reports whether the reader is in the middle of a gesture along the timeline.
func (s *State) Dragging() bool { return s.dragging }

// Drag applies the next step of a gesture along the timeline, and returns what the page
// has to show. Each step describes the whole movement so far. So Drag computes the
// result from the visible stretch (window) at the beginning of the gesture.
func (s *State) Drag(d Gesture) Gestured {
	if !s.dragging {
		s.dragging, s.dragged = true, s.Layout.Window
	}
	s.dragging = !d.Done
	l, was, whole := s.Layout, s.dragged, timeline.Whole()
	shift := whole.At(d.To) - whole.At(d.From)
	g := Gestured{Window: l.Window}
	switch d.Kind {
	case "scrub": // a finger moves along the timeline
		g.Turn = l.TurnAt(l.Window.At(d.To))
	case "line": // a mouse button is down: if the whole timeline is visible, this selects a stretch, otherwise it pulls the timeline along
		if was.IsWhole() {
			return s.selection(d)
		}
		g.Window = l.Zoom(was, d.From, d.To, noStep)
	case "zoom": // a wheel, or two fingers
		g.Window = l.Zoom(was, d.From, d.To, d.Scale)
	// The other kinds are gestures on the overview, the small drawing of the whole
	// timeline on which a reader can move the window (the visible stretch).
	case "select": // began outside the visible stretch: a drag selects a new one, and a click centres it there
		if d.From == d.To {
			g.Window = was.Moved(whole.At(d.To) - (was.From+was.To)/2)
		} else {
			g.Window = l.Between(whole.At(d.From), whole.At(d.To))
		}
	case "move": // began inside the visible stretch: moves it
		g.Window = was.Moved(shift)
	case "from": // began at the start of the visible stretch: moves this start
		g.Window = l.Between(was.From+shift, was.To)
	case "to": // began at the end of the visible stretch: moves this end
		g.Window = l.Between(was.From, was.To+shift)
	case "whole": // a double click: shows the whole timeline
		g.Window = whole
	case "cancel": // the browser has ended the gesture, in order to scroll the page: the visible stretch is as before
		g.Window, g.Selects = was, true
	}
	return g
}

// selection selects a stretch of the timeline while the whole timeline is visible.
// After the last step of the gesture, only the selected stretch is visible (it is the
// window).
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
