//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// showStrip updates the strip, the small timeline at the top of the browser window, if
// it is visible.
func (l *line) showStrip() {
	if !l.stuck {
		return
	}
	l.buf = render.AppendMini(l.buf[:0], l.state.Transcript, l.state.Layout)
	l.replace(l.elements.mini)
	l.showPlace()
}

// showPlace updates the number and the speaker of the current turn in the strip, the
// small timeline at the top of the browser window.
func (l *line) showPlace() {
	if !l.stuck {
		return
	}
	l.buf = render.AppendWhere(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
	l.replace(l.elements.where)
	l.moveMiniMark(l.elements.mini)
}

// moveMiniMark moves the mark of the current turn in a small drawing of the timeline.
// If the drawing has no mark, it does nothing.
func (l *line) moveMiniMark(drawing dom.Element) {
	if mark := drawing.Query(".mini-at"); mark.Exists() {
		x := l.state.Layout.Segments[l.state.Layout.At-1].X
		mark.SetAttr("x", strconv.Itoa(timeline.Whole().Place(x)))
	}
}
