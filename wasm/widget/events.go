//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// listen hears everything at the widget's root, whatever is rendered again
// inside it; nothing is heard of what happens elsewhere in the page, except
// where its address changes.
func (w *Widget) listen() {
	body := w.parts.body
	w.scope.Listen(body, "click", w.click)
	w.hearTyping(body)
	w.scope.Listen(body, "change", w.change)
	w.scope.Listen(body, "keydown", w.keydown)
	w.scope.Listen(body, "pointerover", w.point)
	w.scope.Listen(body, "focusin", w.point)
	w.scope.Listen(body, "focusout", w.leaveMenu)
	w.scope.Listen(body, "pointerleave", func(dom.Event) { w.hidePreview() })
	if w.layout.Dense {
		w.scope.Listen(w.parts.plot, "pointermove", w.pointAlong)
		w.scope.Listen(w.parts.plot, "click", w.readAlong)
	}
	w.scope.Listen(body, "quoteline-drag", w.drag)
	w.hearPrinting()
	w.scope.Listen(dom.Window(), "hashchange", func(dom.Event) { w.arrive() })
}

// click handles buttons, which name their act, and links to turns.
func (w *Widget) click(e dom.Event) {
	target := e.Target().Closest("[data-act], a[data-n]")
	if !target.Exists() {
		return
	}
	w.rememberTyping()
	n := number(target)
	switch target.Attr("data-act") {
	case "speaker":
		w.toggle(lane(target))
	case "solo":
		w.solo(lane(target))
	case "find":
		w.parts.input.ScrollIntoView("center", !dom.ReducedMotion())
		w.parts.input.Focus()
	case "back":
		w.turnBy(-1)
	case "forward":
		w.turnBy(1)
	case "in", "out", "whole":
		w.zoomButton(target.Attr("data-act"))
	case "prev":
		w.step(-1)
	case "next":
		w.step(1)
	case "clear":
		w.find("")
		w.choose()
		w.parts.input.Focus()
	case "all":
		w.showAll()
	case "first":
		w.search("")
		w.remember(false)
		w.read(1)
	case "reveal":
		w.reveal(n)
	case "copy":
		w.pass(styleLink, w.partsAt(n), target)
	case "relink":
		w.pass(styleLink, []cite.Part{{Turn: n - 1, Words: w.view.Cited}}, target)
	case "cite":
		w.switchMenu(n, target)
	case "pass":
		w.passItem(target.Attr("data-style"))
	case "close":
		w.closeMenu(true)
	case "correction":
		w.readCorrection(n)
	case "play":
		if e.Plain() && w.play(n) {
			e.Cancel()
		}
	case "pause":
		w.pauseOrPlay()
	case "follow":
		w.followAgain()
	case "":
		if e.Plain() {
			e.Cancel()
			w.read(n)
		}
	}
}

// hearTyping searches for what is typed. What an input method is at work on may yet become
// other words, so it is searched at the end of that, after which not every browser tells
// of an input, or in a pause: some keyboards compose all that is typed on them.
func (w *Widget) hearTyping(body dom.Element) {
	pause := w.scope.NewTimer(w.searchTyped)
	hear := func(e dom.Event) {
		switch {
		case !e.Target().Equal(w.parts.input):
		case e.Composing():
			pause.Start(pauseAfter)
		default:
			w.searchTyped()
		}
	}
	w.scope.Listen(body, "input", hear)
	w.scope.Listen(body, "compositionend", hear)
}

// searchTyped searches for what stands in the field, if it is other than before.
func (w *Widget) searchTyped() {
	if query := w.parts.input.Value(); query != w.view.Query {
		w.typing = true
		w.search(query)
	}
}

func (w *Widget) change(e dom.Event) {
	target := e.Target()
	switch {
	case target.Equal(w.parts.topic):
		w.rememberTyping()
		w.view.Topic = target.Value()
		w.choose()
	case target.Attr("data-act") == "only":
		w.rememberTyping()
		w.view.OnlyHits = target.Checked()
		w.choose()
	}
}

func (w *Widget) keydown(e dom.Event) {
	target := e.Target()
	switch {
	case e.Composing():
	case target.Equal(w.parts.input):
		w.searchKey(e)
	case w.parts.box.Contains(target):
		w.menuKey(e)
	case target.Attr("data-act") == "cite":
		w.menuButtonKey(e, target)
	case target.Closest(".seg").Exists():
		w.lineKey(e, number(target.Closest(".seg")))
	case e.Key() == "Escape" && target.Closest("li").Exists():
		w.backToLine(w.turnAround(target))
	}
}

func (w *Widget) searchKey(e dom.Event) {
	switch e.Key() {
	case "Enter":
		e.Cancel()
		if e.Shift() {
			w.step(-1)
		} else {
			w.step(1)
		}
	case "Escape":
		if w.view.Query != "" {
			e.Cancel()
			w.rememberTyping()
			w.find("")
			w.choose()
		}
	}
}

// number returns the turn that e names, 0 for none.
func number(e dom.Element) int { return max(0, e.AttrInt("data-n")) }

// lane returns the lane that e names, -1 for none.
func lane(e dom.Element) int { return e.AttrInt("data-lane") }

// turnAround returns the number of the turn whose item holds e.
func (w *Widget) turnAround(e dom.Element) int {
	return max(0, e.Closest("li").AttrInt("value"))
}

// turn returns turn n, or nil.
func (w *Widget) turn(n int) *transcript.Turn {
	if n < 1 || n > len(w.transcript.Turns) {
		return nil
	}
	return &w.transcript.Turns[n-1]
}
