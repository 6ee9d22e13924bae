//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/wasm/dom"
)

// Delays in milliseconds: the live region and the address wait for a pause in typing, and
// "Copied" stays long enough to be read.
const (
	pauseAfter  = 400
	copiedShown = 2000
)

// pause does what can wait until the reader pauses.
func (w *Widget) pause() {
	w.speak()
	w.rememberTyping()
}

// speak tells a screen reader what the view has become.
func (w *Widget) speak() { w.parts.status.SetText(w.summary()) }

func (w *Widget) summary() string {
	l := w.layout
	all := strconv.Itoa(len(l.Rows)) + " turns"
	switch {
	case l.HitAt > 0:
		return "Hit " + strconv.Itoa(l.HitAt) + " of " + strconv.Itoa(l.HitTurns) + ", turn " + strconv.Itoa(w.view.Hit)
	case l.Searching:
		return strconv.Itoa(l.HitTurns) + " of " + all + " contain “" + l.Query + "”"
	case l.Filtered:
		return strconv.Itoa(l.Shown) + " of " + all + " shown"
	case l.Shown == len(l.Rows) && w.view.Linked == 0:
		return all
	}
	return ""
}

// confirm shows a word on the button for a while and says it.
func (w *Widget) confirm(button dom.Element, word string) {
	w.takeCopiedBack()
	button.SetAttr("data-done", word)
	w.copyMark = button
	w.copied.Start(copiedShown)
	w.parts.status.SetText(word)
}

func (w *Widget) takeCopiedBack() {
	if w.copyMark.Exists() {
		w.copyMark.SetFlag("data-done", false)
	}
}
