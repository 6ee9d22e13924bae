//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// These are delays in milliseconds. pauseAfter is how long the reader must pause in
// typing before the program announces the result and changes the page's address.
// copiedShown is how long a button shows "Copied".
const (
	pauseAfter  = 400
	copiedShown = 2000
)

// liveRegion is the element whose text a screen reader announces when it changes.
type liveRegion struct {
	*page
	pause    *dom.Timer // runs until the reader has paused in typing; then the result is announced
	window   *dom.Timer // runs until the visible stretch of the timeline is announced
	copied   *dom.Timer // runs until "Copied" disappears from its button
	copyMark dom.Element
}

// announce writes an announcement into the live region, whose text screen readers read
// out. It says how many turns a search has found or a filter shows. If there is nothing
// to announce, the region becomes empty.
func (r *liveRegion) announce() {
	r.buf = r.buf[:0]
	if r.state.Announcement() == reader.Summary {
		r.buf = render.AppendSummary(r.buf, r.state.Layout, r.options)
	}
	r.replace(r.elements.status)
}

// announceWindow announces to screen readers which turns are in the visible stretch of
// the timeline.
func (r *liveRegion) announceWindow() {
	r.buf = render.AppendWindow(r.buf[:0], r.state.Layout, r.options)
	r.replace(r.elements.status)
}

// confirm shows a text such as "Copied" on the button for two seconds, and announces it
// to screen readers.
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
