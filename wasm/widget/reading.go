//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// Parts of the viewport, as rootMargin of an IntersectionObserver: the band where one
// reads, below the strip; all that is not above it, so that a jump over the line is
// noticed as well; and what is at most a screen away.
const (
	readingBand = "-15% 0px -70% 0px"
	notAbove    = "0px 0px 9999999px 0px"
	nearby      = "100% 0px"
)

// settleAfter is how long a scroll of the program may take, in milliseconds. Where the
// page is in this time is not where the reader has scrolled to.
const settleAfter = 1000

// reading follows where the reader is: by scrolling, and by going to a turn.
type reading struct {
	*view
	holding *dom.Timer // runs while the page scrolls to a turn
}

// watch marks the turn that is being read on the line, and shows the strip when the line
// has left the viewport.
func (r *reading) watch() {
	r.list.items = r.scope.NewWatcher(readingBand, r.see)
	r.scope.NewWatcher(nearby, r.list.approach).AddList(r.list.parts)
	watcher := r.scope.NewWatcher(notAbove, func(seen []dom.Sight) {
		r.line.stuck = !seen[0].Inside && r.elements.line.Above() // frames of other origins get no margin
		r.line.showStrip()
		r.elements.body.SetFlag("data-stuck", r.line.stuck)
	})
	watcher.Add(r.elements.line, 0, true)
}

// see notes which items enter or leave the band.
func (r *reading) see(seen []dom.Sight) {
	for _, item := range seen {
		r.state.See(item.N, item.Inside)
	}
	if !r.holding.Running() {
		r.markBand()
	}
}

// markBand moves the mark to the first turn in the band. While the line has the focus,
// the mark stays where the reader put it.
func (r *reading) markBand() {
	if n := r.state.InBand(); n > 0 && n != r.state.Layout.At && r.line.focusedSegment() == 0 {
		r.line.moveTo(n)
	}
}

// hold keeps the mark where it is while the page scrolls to a turn, and then until the
// reader scrolls: the turn may be below the band, under its question or in the middle,
// and a short one above it.
func (r *reading) hold() { r.holding.Start(settleAfter) }

// release leaves the mark on the turn that the page has scrolled to, unless the reader is
// elsewhere by now.
func (r *reading) release() {
	if !r.list.row(r.state.Layout.At).InView() {
		r.markBand()
	}
}

// showTurn makes turn n the current one, and shows it.
func (r *reading) showTurn(n int) {
	r.state.GoTo(n)
	r.show()
	r.hold()
}

// scrollToTurn shows turn n, scrolls to it, and reports it to the page. The focus stays
// where it is.
func (r *reading) scrollToTurn(n int, smooth bool) {
	r.showTurn(n)
	r.scrollToItem(r.state.WithQuestion(n), smooth)
	r.reportSelect(n)
}

// scrollToItem scrolls to the item of turn n. Over turns that are not drawn no movement
// would be smooth.
func (r *reading) scrollToItem(n int, smooth bool) {
	layout := r.state.Layout
	smooth = smooth && (!layout.Dense || r.list.drawn.Near(layout.ChunkOf(n)))
	r.list.row(n).ScrollIntoView("start", smooth && !dom.ReducedMotion())
}

// goBy goes to the next visible turn (by = 1) or the previous one (-1).
func (r *reading) goBy(by int) {
	if n := r.state.NextShown(by); n > 0 {
		r.line.moveTo(n)
		r.hold()
		r.scrollToItem(n, true)
	}
}

// goToHit goes to the next turn with a hit (by = 1) or the previous one (-1).
func (r *reading) goToHit(by int) {
	if n := r.state.Step(by); n > 0 {
		r.show()
		r.hold()
		scrollTo(r.list.row(n).Query("mark"), "center")
	}
}

// goToCorrection goes to the last editor's note on turn n.
func (r *reading) goToCorrection(n int) {
	if notes := r.list.row(n).QueryAll(".fix"); len(notes) > 0 {
		note := notes[len(notes)-1]
		scrollTo(note, "center")
		note.Focus()
	}
}

// backToLine gives the focus to the segment of a turn in the list.
func (r *reading) backToLine(n int) {
	if r.state.Turn(n) == nil {
		return
	}
	r.line.focusSegment(r.state.Spoken(n))
	scrollTo(r.elements.plot, "center")
}
