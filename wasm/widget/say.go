//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/render"
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
func (w *Widget) speak() {
	w.buf = w.buf[:0]
	if w.layout.Searching || w.layout.Filtered || w.view.Linked == 0 {
		w.buf = render.AppendSummary(w.buf, w.layout, w.options)
	}
	w.replace(w.parts.status)
}

// confirm shows a phrase on the button for a while and says it.
func (w *Widget) confirm(button dom.Element, phrase messages.Phrase) {
	w.takeCopiedBack()
	word := w.options.Words.Say(phrase)
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
