//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// Delays in milliseconds: the live region and the address wait for a pause in typing, and
// "Copied" stays long enough to be read.
const (
	pauseAfter  = 400
	copiedShown = 2000
)

// liveRegion is the element whose text a screen reader speaks when it changes.
type liveRegion struct {
	*page
	pause    *dom.Timer // delays what is done once the reader pauses
	window   *dom.Timer // delays what is announced of the line's window
	copied   *dom.Timer // removes "Copied" from its button
	copyMark dom.Element
}

// announce says what the view has become.
func (r *liveRegion) announce() {
	r.buf = r.buf[:0]
	if r.state.Announcement() == reader.Summary {
		r.buf = render.AppendSummary(r.buf, r.state.Layout, r.options)
	}
	r.replace(r.elements.status)
}

// announceWindow says what the line shows.
func (r *liveRegion) announceWindow() {
	r.buf = render.AppendWindow(r.buf[:0], r.state.Layout, r.options)
	r.replace(r.elements.status)
}

// confirm shows a phrase on the button for a while, and announces it.
func (r *liveRegion) confirm(button dom.Element, phrase messages.Phrase) {
	r.clearCopied()
	word := r.options.Words.Say(phrase)
	button.SetAttr("data-done", word)
	r.copyMark = button
	r.copied.Start(copiedShown)
	r.elements.status.SetText(word)
}

func (r *liveRegion) clearCopied() {
	if r.copyMark.Exists() {
		r.copyMark.SetFlag("data-done", false)
	}
}
