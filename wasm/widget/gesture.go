//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// gesture handles pointer events and keys on the line (the timeline graphic).
type gesture struct {
	*urlState
}

// drag applies one step of a gesture along the timeline, such as a drag or a zoom, and
// shows the result.
func (g *gesture) drag(e dom.Event) {
	step := reader.Gesture(e.Drag())
	did := g.state.Drag(step)
	switch {
	case did.Turn == 0:
		g.hidePreview()
	case step.Done:
		g.goToTurn(did.Turn)
		return
	default:
		g.showPreview(did.Turn)
	}
	if did.Selects {
		g.place(g.elements.plot, did.From, did.To)
	}
	g.line.setWindow(did.Window)
}

// readAlong handles a click on the timeline if there are too many turns to draw a bar
// for each. It goes to the turn at the pointer.
func (g *gesture) readAlong(e dom.Event) {
	if g.state.Layout.Crowded && e.Plain() && !e.Target().Closest(".seg").Exists() {
		g.goToTurn(g.turnUnder(e))
	}
}

// lineKey handles a key while the segment (the bar on the timeline) of turn n has the
// focus. Arrow keys move the focus by one turn, Page Up and Page Down by one topic.
// Other keys zoom and pan the timeline. The browser itself handles Enter, which follows
// the segment's link.
func (g *gesture) lineKey(e dom.Event, n int) {
	if e.Command() {
		return
	}
	key := e.Key()
	if key == "Escape" {
		g.hidePreview()
		return
	}
	mirrored := g.options.Words.Say(messages.Direction) == "rtl"
	turn, window, ok := g.state.LineKey(n, key, e.Shift(), mirrored)
	if !ok {
		return
	}
	g.line.setWindow(window)
	e.Cancel()
	if turn != n {
		g.line.focusSegment(turn)
	}
}
