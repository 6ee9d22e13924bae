//go:build js && wasm

package widget

import (
	"slices"
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
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

// settleAfter is how long a scroll of the program may take, in milliseconds: where the
// page is in this time is not the reader's doing.
const settleAfter = 1000

// watch follows the reader: the turn being read is marked on the line, and the
// strip stands in for the line when that has left the viewport.
func (w *Widget) watch() {
	w.reading = w.scope.NewWatcher(reading, w.markReading)
	w.scope.NewWatcher(nearby, w.approach).AddList(w.list.elements)
	line := w.scope.NewWatcher(notAbove, func(seen []dom.Sight) {
		w.stuck = !seen[0].Inside && w.parts.line.Above() // frames of other origins get no margin
		w.showStrip()
		w.parts.body.SetFlag("data-stuck", w.stuck)
	})
	line.Add(w.parts.line, 0, true)
}

// approach notes which chunks come near or go, and brings them up to date.
func (w *Widget) approach(seen []dom.Sight) {
	for _, chunk := range seen {
		c := chunk.N
		w.list.chunks[c].near = chunk.Inside
		if chunk.Inside {
			w.drawChunk(c)
		}
		w.highlight(c)
		w.observe(c)
	}
}

// observe watches the items of a chunk that is near.
func (w *Widget) observe(c int) {
	k, of := &w.list.chunks[c], &w.layout.Chunks[c]
	if k.near {
		w.reading.AddChildren(w.list.elements.At(c), of.First-1)
		return
	}
	w.reading.DropChildren(w.list.elements.At(c))
	w.inView = slices.DeleteFunc(w.inView, func(i int) bool { return of.First-1 <= i && i < of.Last })
}

// markReading moves the mark to the first turn in the band. While the line has
// the focus, the mark stays where the reader put it.
func (w *Widget) markReading(seen []dom.Sight) {
	for _, item := range seen {
		at, found := slices.BinarySearch(w.inView, item.N)
		switch {
		case item.Inside && !found:
			w.inView = slices.Insert(w.inView, at, item.N)
		case !item.Inside && found:
			w.inView = slices.Delete(w.inView, at, at+1)
		}
	}
	if !w.holding.Running() {
		w.markBand()
	}
}

// markBand moves the mark to the first turn in the band.
func (w *Widget) markBand() {
	for _, i := range w.inView {
		if w.layout.Rows[i].Shown {
			w.readAt(i + 1)
			return
		}
	}
}

// hold keeps the mark where it is while the page scrolls to the turn that one goes to,
// and then until the reader scrolls: the turn may stand below the band, under its question
// or in the middle, and a short one above it.
func (w *Widget) hold() { w.holding.Start(settleAfter) }

// settle leaves the mark on the turn that one went to, unless the reader is elsewhere by now.
func (w *Widget) settle() {
	if !w.row(w.layout.At).InView() {
		w.markBand()
	}
}

// readAt moves the mark to turn n, unless the reader is at work on the line.
func (w *Widget) readAt(n int) {
	if n != w.layout.At && w.focusedSegment() == 0 {
		w.moveTo(n)
	}
}

// showPosition moves the mark without drawing the line again.
func (w *Widget) showPosition() {
	at := w.layout.At
	switch mark := w.parts.plot.Query(".at"); {
	case !w.layout.Shows(at):
	case mark.Exists():
		w.buf = render.AppendPercent(w.buf[:0], w.layout.Window.Place(w.layout.Segments[at-1].X))
		mark.SetAttr("x", string(w.buf))
		w.moveTabStop(at)
	default:
		w.showPlot()
	}
	if w.bandAt() != w.band {
		w.showLabels()
	}
	w.showPlace()
}

// showLabels renders the names of the topics, of which one is that of the present turn.
func (w *Widget) showLabels() {
	w.band = w.bandAt()
	w.buf = render.AppendBandLabels(w.buf[:0], w.transcript, w.layout, w.options)
	w.replace(w.parts.labels)
}

// bandAt returns the position of the band of the present turn.
func (w *Widget) bandAt() int {
	if len(w.layout.Chunks) == 0 {
		return 0
	}
	return w.layout.Chunks[w.layout.ChunkOf(w.layout.At)].Band
}

// showStrip brings the strip up to date, if it is to be seen.
func (w *Widget) showStrip() {
	if !w.stuck {
		return
	}
	w.buf = render.AppendMini(w.buf[:0], w.transcript, w.layout)
	w.replace(w.parts.mini)
	w.showPlace()
}

// showPlace tells in the strip where the reader is.
func (w *Widget) showPlace() {
	if !w.stuck {
		return
	}
	w.buf = render.AppendWhere(w.buf[:0], w.transcript, w.layout, w.options)
	w.replace(w.parts.where)
	w.moveMiniMark(w.parts.mini)
}

// moveMiniMark moves the mark of a condensed line, where it is drawn, to the present turn.
func (w *Widget) moveMiniMark(drawing dom.Element) {
	if mark := drawing.Query(".mini-at"); mark.Exists() {
		mark.SetAttr("x", strconv.Itoa(timeline.Whole().Place(w.layout.Segments[w.layout.At-1].X)))
	}
}

// turnBy reads on or back by one visible turn from the present one.
func (w *Widget) turnBy(by int) {
	for i := w.layout.At - 1 + by; i >= 0 && i < len(w.layout.Rows); i += by {
		if w.layout.Rows[i].Shown {
			w.moveTo(i + 1)
			w.hold()
			w.scrollToTurn(i+1, true)
			return
		}
	}
}
