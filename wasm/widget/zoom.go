//go:build js && wasm

package widget

import (
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// Scales of a step in and out, in thousandths.
const stepIn, stepOut, noStep = 500, 2000, 1000

// zoomAt zooms around turn n, or around the middle where that is not in view. A dense
// line first shows single turns.
func (w *Widget) zoomAt(n, scale int) {
	l := w.layout
	if l.First == 0 {
		return
	}
	if l.Crowded && l.Window.IsWhole() && scale == stepIn {
		w.look(l.Lens(max(1, n)))
		return
	}
	place := timeline.Width / 2
	if l.Shows(n) {
		place = l.Window.Place(l.Segments[n-1].X)
	}
	w.look(l.Zoom(l.Window, place, place, scale))
}

// zoomButton is zoomAt for a button, or leads back to the whole line. The focus stays
// on the button, or where that is gone goes to the first one.
func (w *Widget) zoomButton(act string) {
	switch act {
	case "in":
		w.zoomAt(w.layout.At, stepIn)
	case "out":
		w.zoomAt(w.layout.At, stepOut)
	default:
		w.look(timeline.Whole())
	}
	if w.layout.Window.IsWhole() {
		w.parts.line.Query(`[data-act="in"]`).Focus()
	}
}

// drag does what a gesture asks for. It counts from the window in which it began.
func (w *Widget) drag(e dom.Event) {
	d := e.Drag()
	if !w.dragging {
		w.dragging, w.dragged = true, w.layout.Window
	}
	w.dragging = !d.Done
	was, whole := w.dragged, timeline.Whole()
	shift := whole.At(d.To) - whole.At(d.From)
	if d.Kind != "scrub" {
		w.hidePreview()
	}
	switch d.Kind {
	case "scrub":
		w.scrub(w.layout.TurnAt(w.layout.Window.At(d.To)), d.Done)
	case "line":
		if was.IsWhole() {
			w.draw(d)
			return
		}
		w.look(w.layout.Zoom(was, d.From, d.To, noStep))
	case "zoom":
		w.look(w.layout.Zoom(was, d.From, d.To, d.Scale))
	case "select":
		if d.From == d.To {
			w.look(was.Moved(whole.At(d.To) - (was.From+was.To)/2))
			return
		}
		w.look(w.layout.Between(whole.At(d.From), whole.At(d.To)))
	case "move":
		w.look(was.Moved(shift))
	case "from":
		w.look(w.layout.Between(was.From+shift, was.To))
	case "to":
		w.look(w.layout.Between(was.From, was.To+shift))
	case "whole":
		w.look(whole)
	case "cancel":
		w.hidePreview()
		w.place(w.parts.plot, 0, 0)
		w.look(was)
	}
}

// draw shows the stretch of the whole line that is being selected, and at the end
// zooms in on it.
func (w *Widget) draw(d dom.Drag) {
	from, to := max(0, min(d.From, d.To)), min(max(d.From, d.To), timeline.Width)
	if !d.Done {
		w.place(w.parts.plot, from, to)
		return
	}
	w.place(w.parts.plot, 0, 0)
	w.look(w.layout.Between(timeline.Whole().At(from), timeline.Whole().At(to)))
}

// place tells the style of e from where to where a window or a selection is.
func (w *Widget) place(e dom.Element, from, to int) {
	w.buf = render.AppendPercent(w.buf[:0], from)
	e.SetProperty("--from", string(w.buf))
	w.buf = render.AppendPercent(w.buf[:0], to)
	e.SetProperty("--to", string(w.buf))
}

// scrub shows turn n while a finger is on the line, and goes there when it leaves.
func (w *Widget) scrub(n int, lifted bool) {
	if lifted {
		w.read(n)
	} else {
		w.showPreview(n)
	}
}

// look shows another window of the line.
func (w *Widget) look(window timeline.Window) {
	before := w.layout.Window
	if window == before {
		return
	}
	w.view.Window = window
	w.layout.Look(window)
	if before.IsWhole() != window.IsWhole() {
		w.parts.line.SetFlag("data-zoomed", !window.IsWhole())
		w.showOverview()
	}
	w.showWindow()
	w.looking.Start(pauseAfter)
}

// bring moves the window to turn n where it does not show it. Nobody asked for that,
// so that it is not said.
func (w *Widget) bring(n int) {
	if window := w.layout.Holding(w.layout.Window, n); window != w.layout.Window {
		w.look(window)
		w.looking.Stop()
	}
}

// sayWindow tells a screen reader what the line shows.
func (w *Widget) sayWindow() {
	w.buf = render.AppendWindow(w.buf[:0], w.layout, w.options)
	w.replace(w.parts.status)
}

func (w *Widget) showOverview() {
	w.buf = render.AppendOverview(w.buf[:0], w.transcript, w.layout)
	w.replace(w.parts.overview)
}

// moveTo makes turn n the reader's place. The window goes along, unless the reader
// has moved it away.
func (w *Widget) moveTo(n int) {
	along := w.layout.Shows(w.layout.At)
	w.view.At, w.layout.At = n, n
	if along {
		w.bring(n)
	}
	w.moveMiniMark(w.parts.overview)
	w.showPosition()
}
