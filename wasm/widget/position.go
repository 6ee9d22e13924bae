//go:build js && wasm

package widget

import (
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// Parts of the viewport: where one reads, a band below the strip; all that is not
// above it, so that a jump over the line is noticed as well; and what is at most
// a screen away.
const (
	reading  = "-15% 0px -70% 0px"
	notAbove = "0px 0px 9999999px 0px"
	nearby   = "100% 0px"
)

// watch follows the reader: the turn being read is marked on the line, and the
// strip stands in for the line when that has left the viewport.
func (w *Widget) watch() {
	w.scope.Watch(w.parts.rows, reading, false, func(i int, inside bool) {
		w.inView[i] = inside
		w.markReading()
	})
	w.scope.Watch(w.parts.rows, nearby, false, w.approach)
	w.scope.Watch([]dom.Element{w.parts.line}, notAbove, true, func(_ int, inside bool) {
		w.parts.body.SetFlag("data-stuck", !inside)
	})
}

// approach notes that turn i comes near or goes, and brings it up to date.
func (w *Widget) approach(i int, near bool) {
	w.near[i] = near
	if near && !sameRow(&w.drawn[i], &w.layout.Rows[i]) {
		w.drawRow(i)
	}
}

// markReading moves the mark to the first turn in the band. While the line has
// the focus, the mark stays where the reader put it.
func (w *Widget) markReading() {
	for i, in := range w.inView {
		if !in || !w.layout.Rows[i].Shown {
			continue
		}
		if i+1 != w.layout.At && w.focusedSegment() == 0 {
			w.view.At, w.layout.At = i+1, i+1
			w.showPosition()
		}
		return
	}
}

// showPosition moves the mark without drawing the line again.
func (w *Widget) showPosition() {
	at := w.layout.At
	w.buf = render.AppendPercent(w.buf[:0], w.layout.Segments[at-1].X)
	w.parts.plot.Query(".at").SetAttr("x", string(w.buf))
	w.moveTabStop(at)
	w.buf = render.AppendBandLabels(w.buf[:0], w.transcript, w.layout, w.options)
	w.replace(w.parts.labels)
	w.showStrip()
}

func (w *Widget) showStrip() {
	w.buf = render.AppendWhere(w.buf[:0], w.transcript, w.layout, w.options)
	w.replace(w.parts.where)
	w.buf = render.AppendMini(w.buf[:0], w.transcript, w.layout)
	w.replace(w.parts.mini)
}

// turnBy reads on or back by one visible turn from the present one.
func (w *Widget) turnBy(by int) {
	for i := w.layout.At - 1 + by; i >= 0 && i < len(w.layout.Rows); i += by {
		if w.layout.Rows[i].Shown {
			w.view.At, w.layout.At = i+1, i+1
			w.showPosition()
			w.parts.rows[i].ScrollIntoView("start", !dom.ReducedMotion())
			return
		}
	}
}
