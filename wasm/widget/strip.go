//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// showStrip brings the strip (the condensed line at the top of the window) up to date, if
// it is visible.
func (l *line) showStrip() {
	if !l.stuck {
		return
	}
	l.buf = render.AppendMini(l.buf[:0], l.state.Transcript, l.state.Layout)
	l.replace(l.elements.mini)
	l.showPlace()
}

// showPlace shows in the strip which turn is the current one.
func (l *line) showPlace() {
	if !l.stuck {
		return
	}
	l.buf = render.AppendWhere(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
	l.replace(l.elements.where)
	l.moveMiniMark(l.elements.mini)
}

// moveMiniMark moves the mark of a condensed drawing of the line to the current turn. It
// does nothing if the drawing has no mark.
func (l *line) moveMiniMark(drawing dom.Element) {
	if mark := drawing.Query(".mini-at"); mark.Exists() {
		x := l.state.Layout.Segments[l.state.Layout.At-1].X
		mark.SetAttr("x", strconv.Itoa(timeline.Whole().Place(x)))
	}
}
