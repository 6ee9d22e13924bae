//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// gesture is what pointers and keys do along the line.
type gesture struct {
	*urlState
}

// drag shows the next step of a gesture.
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

// readAlong goes to the turn at the pointer on a dense line.
func (g *gesture) readAlong(e dom.Event) {
	if g.state.Layout.Crowded && e.Plain() && !e.Target().Closest(".seg").Exists() {
		g.goToTurn(g.turnUnder(e))
	}
}

// lineKey moves along the line from turn n: arrows by turn, Page keys by topic; it zooms
// and pans. Enter follows the link, which the browser does.
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
