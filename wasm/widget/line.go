//go:build js && wasm

package widget

import (
	"strconv"
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// lineKey moves along the line from turn n: one tab stop, arrows by turn, Page keys
// by topic; it zooms and pans. Enter follows the link and needs no help.
func (w *Widget) lineKey(e dom.Event, n int) {
	if e.Command() {
		return
	}
	to := n
	key := w.lineKeyName(e.Key())
	if e.Shift() && strings.HasPrefix(key, "Arrow") { // without it some keys cannot be typed
		key = "Shift " + key
	}
	switch key {
	case "ArrowRight", "ArrowDown":
		to = w.beside(n, 1)
	case "ArrowLeft", "ArrowUp":
		to = w.beside(n, -1)
	case "Home":
		to = w.spoken(1)
	case "End":
		to = w.spoken(len(w.transcript.Turns))
	case "PageDown":
		to = w.nextBand(n)
	case "PageUp":
		to = w.previousBand(n)
	case "Shift ArrowRight":
		w.look(w.layout.Panned(1))
	case "Shift ArrowLeft":
		w.look(w.layout.Panned(-1))
	case "+", "=":
		w.zoomAt(n, stepIn)
	case "-":
		w.zoomAt(n, stepOut)
	case "0":
		w.look(timeline.Whole())
	case "Escape":
		w.hidePreview()
		return
	default:
		return
	}
	e.Cancel()
	if to != n {
		w.focusSegment(to)
	}
}

// beside returns the nearest turn before (by = -1) or after turn n (1) that somebody
// speaks, or n.
func (w *Widget) beside(n, by int) int {
	for i := n + by; w.turn(i) != nil; i += by {
		if w.layout.Segments[i-1].Lane >= 0 {
			return i
		}
	}
	return n
}

// spoken returns turn n, or where nobody speaks it the next one that somebody does, or
// the last one.
func (w *Widget) spoken(n int) int {
	if next := w.beside(n-1, 1); next >= n {
		return next
	}
	return w.beside(n, -1)
}

// lineKeyName returns the key that means the same on a line from left to right.
func (w *Widget) lineKeyName(key string) string {
	if w.options.Words.Say(messages.Direction) != "rtl" {
		return key
	}
	switch key {
	case "ArrowLeft":
		return "ArrowRight"
	case "ArrowRight":
		return "ArrowLeft"
	}
	return key
}

// nextBand returns the first turn of the topic after that of turn n, or the
// last turn.
func (w *Widget) nextBand(n int) int {
	for _, band := range w.layout.Bands {
		if first := w.spoken(band.First); first > n {
			return first
		}
	}
	return w.spoken(len(w.transcript.Turns))
}

// previousBand returns the first turn of the topic of turn n, or of the one
// before when n is that turn.
func (w *Widget) previousBand(n int) int {
	to := w.spoken(1)
	for _, band := range w.layout.Bands {
		if first := w.spoken(band.First); first < n {
			to = first
		}
	}
	return to
}

// segment returns the segment of turn n.
func (w *Widget) segment(n int) dom.Element {
	return w.parts.plot.Query(`.seg[data-n="` + strconv.Itoa(n) + `"]`)
}

// focusSegment moves the focus and the line's tab stop to turn n. A crowded line has one
// segment, that of the reader's place, which goes along.
func (w *Widget) focusSegment(n int) {
	w.bring(n)
	if w.layout.Crowded && n != w.layout.At {
		w.moveTo(n)
	}
	if to := w.moveTabStop(n); to.Exists() {
		to.Focus()
	}
}

// moveTabStop makes the segment of turn n, which is in the window, the one that Tab
// reaches, and returns it.
func (w *Widget) moveTabStop(n int) dom.Element {
	to := w.segment(n)
	if !to.Exists() && w.layout.Crowded {
		w.showStop()
		to = w.segment(n)
	}
	if to.Exists() {
		w.stopAt(to)
	}
	return to
}

// tabStop finds the segment that Tab reaches.
const tabStop = `.seg[tabindex="0"]`

// stopAt makes a segment the one that Tab reaches.
func (w *Widget) stopAt(segment dom.Element) {
	if stop := w.parts.plot.Query(tabStop); stop.Exists() {
		stop.SetAttr("tabindex", "-1")
	}
	segment.SetAttr("tabindex", "0")
}

// showStop renders the one segment of a crowded line again.
func (w *Widget) showStop() {
	if was := w.parts.plot.Query(".seg"); was.Exists() {
		w.completeSegments()
		w.buf = render.AppendStop(w.buf[:0], w.transcript, w.layout, w.options)
		if err := w.host.SetOuterHTML(was, w.buf); err != nil {
			panic(err) // as in replace
		}
	}
}

// completeSegments gives the turns with a segment all their hits: its name says how many.
func (w *Widget) completeSegments() {
	l := w.layout
	stop := l.Stop()
	for n := 1; n <= l.Last; n++ {
		if l.Spoken(n, l.Window) && (!l.Crowded || n == stop) {
			w.complete(n - 1)
		}
	}
}

// focusedSegment returns the number of the turn whose segment has the focus, 0
// for none.
func (w *Widget) focusedSegment() int {
	if active := w.parts.plot.Active(); active.Exists() {
		if seg := active.Closest(".seg"); seg.Exists() {
			return number(seg)
		}
	}
	return 0
}

// backToLine leads from a turn in the list to its segment.
func (w *Widget) backToLine(n int) {
	if w.turn(n) == nil {
		return
	}
	w.focusSegment(w.spoken(n))
	w.scrollTo(w.parts.plot, "center")
}

// point shows the preview of the segment that the pointer or the focus is on,
// and hides it elsewhere.
func (w *Widget) point(e dom.Event) {
	if w.dragging {
		return
	}
	if seg := e.Target().Closest(".seg"); seg.Exists() {
		w.showPreview(number(seg))
	} else {
		w.hidePreview()
	}
}

// pointAlong shows the preview of the turn at the pointer on a crowded line, which
// has no segments to point at.
func (w *Widget) pointAlong(e dom.Event) {
	if w.layout.Crowded && !w.dragging {
		w.showPreview(w.turnUnder(e))
	}
}

// readAlong goes to the turn at the pointer on a crowded line.
func (w *Widget) readAlong(e dom.Event) {
	if w.layout.Crowded && e.Plain() && !e.Target().Closest(".seg").Exists() {
		w.read(w.turnUnder(e))
	}
}

func (w *Widget) turnUnder(e dom.Event) int {
	return w.layout.TurnAt(w.layout.Window.At(e.Along(w.parts.plot, timeline.Width)))
}

func (w *Widget) showPreview(n int) {
	if w.turn(n) == nil {
		return
	}
	w.buf = render.AppendPreview(w.buf[:0], w.transcript, w.layout, w.options, n-1)
	w.replace(w.parts.preview)
	s := w.layout.Segments[n-1]
	middle := w.layout.Window.Place(s.X + s.W/2)
	w.buf = render.AppendPercent(w.buf[:0], max(0, min(middle, timeline.Width)))
	w.parts.preview.SetProperty("--x", string(w.buf))
	w.parts.preview.SetFlag("data-shown", true)
}

func (w *Widget) hidePreview() { w.parts.preview.SetFlag("data-shown", false) }
