//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// stick shows the strip, the small timeline at the top of the browser window, if the
// timeline is above the viewport. During a search the strip has the buttons for the hits,
// so it appears as soon as the search field is above the viewport.
func (l *line) stick() {
	l.stuck = l.elements.line.Above() || l.state.Layout.HitTurns > 0 && l.elements.tools.Above()
	l.showStrip()
	l.elements.body.SetFlag("data-stuck", l.stuck)
}

// nameSteps gives names to the buttons that go forward and back in the strip, the small
// timeline at the top. While a search has hits, they go to hits, see [reading.goBy].
func (l *line) nameSteps() {
	back, forward := render.StripSteps(l.state.Layout)
	strip := l.elements.strip
	strip.Query(`[data-act="back"]`).SetAttr("aria-label", l.options.Words.Say(back))
	strip.Query(`[data-act="forward"]`).SetAttr("aria-label", l.options.Words.Say(forward))
}

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
