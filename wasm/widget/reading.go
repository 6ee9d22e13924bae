//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// These are areas for an IntersectionObserver, as values of its rootMargin. readingBand
// is the part of the viewport where one reads, below the small timeline at the top.
// nearby is the viewport with one more screen above and below.
//
// notAbove is the viewport and everything below it. The page may jump past an element, so
// that the element is below the viewport before the jump and above it afterwards. The
// observer notices that, because the element has left notAbove.
const (
	readingBand = "-15% 0px -70% 0px"
	notAbove    = "0px 0px 9999999px 0px"
	nearby      = "100% 0px"
)

// settleAfter is the longest time, in milliseconds, that a scroll by the program may
// take. During this time, the program does not treat a scroll of the page as a scroll by
// the reader.
const settleAfter = 1000

// reading determines the reader's current turn. It is the turn to which the reader has
// scrolled, or which the reader has chosen.
type reading struct {
	*view
	holding *dom.Timer // runs while the page is scrolling to a turn by itself
}

// watch starts three watchers of the viewport. The first marks the turn that is being
// read on the timeline. The second draws the chunks (runs of turns) of the list that come
// near the viewport. The third shows the strip, the small timeline at the top, while the
// timeline itself is above the viewport. During a search, it shows the strip as soon as
// the search field is above the viewport.
func (r *reading) watch() {
	r.list.items = r.scope.NewWatcher(readingBand, r.see)
	r.scope.NewWatcher(nearby, r.list.approach).AddList(r.list.parts)
	watcher := r.scope.NewWatcher(notAbove, func([]dom.Sight) { r.line.stick() })
	watcher.Add(r.elements.line, 0, true)
	watcher.Add(r.elements.tools, 0, true)
}

// see records which list items enter or leave the reading band, the part of the
// viewport where one reads. It then updates the current turn, unless the page is
// scrolling by itself.
func (r *reading) see(seen []dom.Sight) {
	for _, item := range seen {
		r.state.See(item.N, item.Inside)
	}
	if !r.holding.Running() {
		r.markBand()
	}
}

// markBand makes the first turn in the reading band the current one, and marks it on the
// timeline. The reading band is the part of the viewport where one reads. While the
// timeline has the focus, markBand does nothing, because the reader has chosen the
// current turn there.
func (r *reading) markBand() {
	if n := r.state.InBand(); n > 0 && n != r.state.Layout.At && r.line.focusedSegment() == 0 {
		r.line.moveTo(n)
	}
}

// hold starts the time during which the page scrolls to the current turn by itself.
// During this time, other turns that come into view do not become the current turn.
//
// Even after the scroll, the current turn may be outside the reading band, the part of
// the viewport where one reads. An answer may be below the band, because the page
// scrolls to its question. A turn may also be below the band because it is in the
// centre of the viewport. A short turn at the top of the viewport may be above the
// band.
func (r *reading) hold() { r.holding.Start(settleAfter) }

// release is called at the end of the time that hold has started. If the current turn is
// visible, it remains the current one. Otherwise the first turn in the reading band (the
// part of the viewport where one reads) becomes the current one.
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
// focus does not move.
func (r *reading) scrollToTurn(n int, smooth bool) {
	r.showTurn(n)
	r.scrollToItem(r.state.WithQuestion(n), smooth)
	r.reportSelect(n)
}

// scrollToItem scrolls to the list item of turn n. If smooth is true, the movement is
// gradual. But if the item is far away, in a chunk (run of turns) that may not be drawn
// yet, a gradual movement would jump, so the argument smooth is ignored.
func (r *reading) scrollToItem(n int, smooth bool) {
	layout := r.state.Layout
	smooth = smooth && (!layout.Dense || r.list.drawn.Near(layout.ChunkOf(n)))
	r.list.row(n).ScrollIntoView("start", smooth && !dom.ReducedMotion())
}

// goBy goes to the next turn that no filter hides (if by is 1), or to the previous one
// (if by is -1). While a search has hits, it goes only to turns with a hit.
func (r *reading) goBy(by int) {
	if r.state.Layout.HitTurns > 0 {
		r.goToHit(by)
	} else if n := r.state.NextShown(by); n > 0 {
		r.line.moveTo(n)
		r.hold()
		r.scrollToItem(n, true)
	}
}

// goToHit goes to the next turn with a search hit (if by is 1), or to the previous one
// (if by is -1). The page scrolls only if the hit is not in view.
func (r *reading) goToHit(by int) {
	if n := r.state.Step(by); n > 0 {
		r.show()
		r.hold()
		if hit := r.list.row(n).Query("mark"); hit.Exists() && !hit.ClearOf(r.elements.strip) {
			scrollTo(hit, "center")
		}
	}
}

// goToCorrection scrolls to the last of the editor's notes on corrections of turn n,
// and moves the focus there.
func (r *reading) goToCorrection(n int) {
	if notes := r.list.row(n).QueryAll(".fix"); len(notes) > 0 {
		note := notes[len(notes)-1]
		scrollTo(note, "center")
		note.Focus()
	}
}

// backToLine moves the focus from turn n in the list to the turn's bar (segment) on the
// timeline.
func (r *reading) backToLine(n int) {
	if r.state.Turn(n) == nil {
		return
	}
	r.line.focusSegment(r.state.Spoken(n))
	scrollTo(r.elements.plot, "center")
}
