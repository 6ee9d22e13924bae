//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// Areas for an IntersectionObserver, as values of its rootMargin. readingBand is the part
// of the viewport where one reads, below the strip. notAbove is the viewport and all
// below it, so that a jump from above the line to below it is noticed. nearby is the
// viewport with one more screen above and below.
const (
	readingBand = "-15% 0px -70% 0px"
	notAbove    = "0px 0px 9999999px 0px"
	nearby      = "100% 0px"
)

// settleAfter is how long a scroll that the program starts may take, in milliseconds.
// During that time the page's position is not the result of scrolling by the reader.
const settleAfter = 1000

// reading keeps track of the current turn: the one that the reader has scrolled to or chosen.
type reading struct {
	*view
	holding *dom.Timer // runs while the page scrolls to a turn
}

// watch starts three watchers. They mark on the line the turn that is being read, draw the
// chunks of the list that come near the viewport, and show the strip while the line is above
// the viewport.
func (r *reading) watch() {
	r.list.items = r.scope.NewWatcher(readingBand, r.see)
	r.scope.NewWatcher(nearby, r.list.approach).AddList(r.list.parts)
	watcher := r.scope.NewWatcher(notAbove, func(seen []dom.Sight) {
		r.line.stuck = !seen[0].Inside && r.elements.line.Above() // Above: frames of another origin ignore the margin
		r.line.showStrip()
		r.elements.body.SetFlag("data-stuck", r.line.stuck)
	})
	watcher.Add(r.elements.line, 0, true)
}

// see notes which items of the list enter or leave the reading band, and updates the mark.
func (r *reading) see(seen []dom.Sight) {
	for _, item := range seen {
		r.state.See(item.N, item.Inside)
	}
	if !r.holding.Running() {
		r.markBand()
	}
}

// markBand makes the first turn in the reading band the current one, and so moves the mark on
// the line. While the line has the focus, the current turn stays where the reader put it.
func (r *reading) markBand() {
	if n := r.state.InBand(); n > 0 && n != r.state.Layout.At && r.line.focusedSegment() == 0 {
		r.line.moveTo(n)
	}
}

// hold keeps the current turn while the page scrolls to it, and then until the reader scrolls.
// The turn itself may be outside the reading band after the scroll: below the band if its
// question is above it or if it is centred, and above the band if it is short.
func (r *reading) hold() { r.holding.Start(settleAfter) }

// release ends the time of hold. It keeps the current turn if that is still visible, and
// else takes the first one in the reading band.
func (r *reading) release() {
	if !r.list.row(r.state.Layout.At).InView() {
		r.markBand()
	}
}

// showTurn makes turn n the current one, and shows it even if a filter hides it.
func (r *reading) showTurn(n int) {
	r.state.GoTo(n)
	r.show()
	r.hold()
}

// scrollToTurn shows turn n, scrolls to it, and reports it to the page in an event. The
// focus stays where it is.
func (r *reading) scrollToTurn(n int, smooth bool) {
	r.showTurn(n)
	r.scrollToItem(r.state.WithQuestion(n), smooth)
	r.reportSelect(n)
}

// scrollToItem scrolls to the list item of turn n. It does not scroll smoothly over
// chunks that are not drawn, because such a movement would jump.
func (r *reading) scrollToItem(n int, smooth bool) {
	layout := r.state.Layout
	smooth = smooth && (!layout.Dense || r.list.drawn.Near(layout.ChunkOf(n)))
	r.list.row(n).ScrollIntoView("start", smooth && !dom.ReducedMotion())
}

// goBy goes to the next turn that no filter hides (by = 1), or to the previous one (by = -1).
func (r *reading) goBy(by int) {
	if n := r.state.NextShown(by); n > 0 {
		r.line.moveTo(n)
		r.hold()
		r.scrollToItem(n, true)
	}
}

// goToHit goes to the next turn with a hit (by = 1), or to the previous one (by = -1).
func (r *reading) goToHit(by int) {
	if n := r.state.Step(by); n > 0 {
		r.show()
		r.hold()
		scrollTo(r.list.row(n).Query("mark"), "center")
	}
}

// goToCorrection goes to the last of the editor's notes on turn n.
func (r *reading) goToCorrection(n int) {
	if notes := r.list.row(n).QueryAll(".fix"); len(notes) > 0 {
		note := notes[len(notes)-1]
		scrollTo(note, "center")
		note.Focus()
	}
}

// backToLine moves the focus from turn n in the list to its segment on the line.
func (r *reading) backToLine(n int) {
	if r.state.Turn(n) == nil {
		return
	}
	r.line.focusSegment(r.state.Spoken(n))
	scrollTo(r.elements.plot, "center")
}
