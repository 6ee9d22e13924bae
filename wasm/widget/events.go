//go:build js && wasm

package widget

import (
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// listen adds the listeners of the widget. Most are on the root element of the widget.
// So when markup inside it is replaced, the new markup needs no new listeners. The
// listeners for the page's address and for printing are on the window.
func (w *widget) listen() {
	scope, elements := w.page.scope, &w.page.elements
	body := elements.body
	scope.Listen(body, "click", w.click)
	w.listenToTyping(body)
	scope.Listen(body, "change", w.filter.change)
	scope.Listen(body, "keydown", w.keydown)
	scope.Listen(body, "pointerover", w.page.point)
	scope.Listen(body, "focusin", w.page.point)
	scope.Listen(body, "focusout", w.menu.leave)
	scope.Listen(body, "pointerleave", func(dom.Event) { w.page.hidePreview() })
	if w.page.state.Layout.Dense {
		scope.Listen(elements.plot, "pointermove", w.page.pointAlong)
		scope.Listen(elements.plot, "click", w.gesture.readAlong)
	}
	scope.Listen(body, "quoteline-drag", w.gesture.drag)
	w.listenToPrinting()
	if !w.page.aside {
		scope.Listen(dom.Window(), "hashchange", func(dom.Event) { w.url.readURL() })
	}
}

// click handles clicks on buttons and on links to turns. The attribute data-act names a
// button's action.
func (w *widget) click(e dom.Event) {
	target := e.Target().Closest("[data-act], a[data-n]")
	if !target.Exists() {
		return
	}
	w.url.writeTyping()
	n := number(target)
	// An element without data-act is a link to a turn: the number of a turn in the
	// list, the bar (segment) of a turn on the timeline, or a topic above the timeline.
	switch act := target.Attr("data-act"); act {
	case "speaker":
		if w.page.state.Toggle(lane(target)) {
			w.filter.choose()
		}
	case "solo":
		w.page.state.Solo(lane(target))
		w.filter.choose()
	case "find":
		w.page.elements.input.ScrollIntoView("center", !dom.ReducedMotion())
		w.page.elements.input.Focus()
	case "back":
		w.reading.goBy(-1)
	case "forward":
		w.reading.goBy(1)
	case "in", "out", "whole":
		w.line.zoomButton(act)
	case "prev":
		w.reading.goToHit(-1)
	case "next":
		w.reading.goToHit(1)
	case "clear":
		w.filter.clear()
		w.page.elements.input.Focus()
	case "all":
		w.filter.showAll()
	case "first":
		w.filter.search("")
		w.url.writeURL(false)
		w.url.goToTurn(1)
	case "reveal":
		w.filter.reveal(n)
	case "copy":
		w.menu.copyTurn(n, target)
	case "relink":
		w.menu.copyCited(n, target)
	case "cite":
		w.menu.toggle(n, target)
	case "pass":
		w.menu.choose(target.Attr("data-style"))
	case "close":
		w.menu.close(true)
	case "correction":
		w.reading.goToCorrection(n)
	case "play":
		if e.Plain() && w.playback.play(n) {
			e.Cancel()
		}
	case "pause":
		w.playback.pauseOrPlay()
	case "follow":
		w.playback.followAgain()
	case "":
		if e.Plain() {
			e.Cancel()
			w.url.goToTurn(n)
		}
	}
}

// listenToTyping searches for the text in the search field whenever the text changes.
// But an input method, as for Japanese, may still change the text that it is composing.
// So the search then waits until composing ends, or until the reader pauses. There are
// two reasons for the pause. Some browsers send no input event after composing ends.
// Some keyboards compose all text.
func (w *widget) listenToTyping(body dom.Element) {
	pause := w.page.scope.NewTimer(w.filter.searchTyped)
	typed := func(e dom.Event) {
		switch {
		case !e.Target().Equal(w.page.elements.input):
		case e.Composing():
			pause.Start(pauseAfter)
		default:
			w.filter.searchTyped()
		}
	}
	w.page.scope.Listen(body, "input", typed)
	w.page.scope.Listen(body, "compositionend", typed)
}

// keydown passes a pressed key to the part of the widget that contains the focus.
func (w *widget) keydown(e dom.Event) {
	target := e.Target()
	switch {
	case e.Composing():
	case target.Equal(w.page.elements.input):
		w.filter.searchKey(e)
	case w.page.elements.box.Contains(target):
		w.menu.key(e)
	case target.Attr("data-act") == "cite":
		w.menu.buttonKey(e, target)
	case target.Closest(".seg").Exists():
		w.gesture.lineKey(e, number(target.Closest(".seg")))
	case e.Key() == "Escape" && target.Closest("li").Exists():
		w.reading.backToLine(max(0, target.Closest("li").AttrInt("value")))
	}
}

// listenToPrinting prepares the page for printing: it shows the whole line (the
// timeline graphic), and draws all turns of the list that are not drawn yet. After
// printing, the line shows the same stretch as before.
func (w *widget) listenToPrinting() {
	shown := timeline.Whole()
	w.page.scope.Listen(dom.Window(), "beforeprint", func(dom.Event) {
		shown = w.page.state.Layout.Window
		w.line.setWindow(timeline.Whole())
		for w.list.drawNext() {
		}
	})
	w.page.scope.Listen(dom.Window(), "afterprint", func(dom.Event) {
		w.line.setWindow(shown)
		w.region.window.Stop() // no announcement for screen readers, because the reader has not asked for this change
	})
}

// lane returns the value of the attribute data-lane, which is the position of a lane (a
// row of the timeline). It returns -1 if e does not have the attribute.
func lane(e dom.Element) int { return e.AttrInt("data-lane") }
