//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// gesture handles pointers and keys on the line.
type gesture struct {
	*urlState
}

// drag shows one step of a gesture.
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

// readAlong handles a click on a dense line, which does not draw a segment for each turn.
// It goes to the turn at the pointer.
func (g *gesture) readAlong(e dom.Event) {
	if g.state.Layout.Crowded && e.Plain() && !e.Target().Closest(".seg").Exists() {
		g.goToTurn(g.turnUnder(e))
	}
}

// lineKey handles a key on the segment of turn n. Arrow keys move by one turn, Page Up
// and Page Down by one topic; other keys zoom and pan. The browser itself handles Enter,
// which follows the segment's link.
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
