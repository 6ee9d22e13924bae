//go:build js && wasm

package widget

import (
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// Delays in milliseconds. pauseAfter is the pause in typing after which the live region
// and the page's address change. copiedShown is how long a button shows "Copied".
const (
	pauseAfter  = 400
	copiedShown = 2000
)

// liveRegion is the element whose text a screen reader announces when it changes.
type liveRegion struct {
	*page
	pause    *dom.Timer // until the reader pauses and the view is announced
	window   *dom.Timer // until a change of the line's window is announced
	copied   *dom.Timer // until "Copied" is removed from its button
	copyMark dom.Element
}

// announce writes a summary of the present view to the live region, such as how many
// turns a search has found. If there is nothing to say, the region becomes empty.
func (r *liveRegion) announce() {
	r.buf = r.buf[:0]
	if r.state.Announcement() == reader.Summary {
		r.buf = render.AppendSummary(r.buf, r.state.Layout, r.options)
	}
	r.replace(r.elements.status)
}

// announceWindow announces which stretch of the line is visible.
func (r *liveRegion) announceWindow() {
	r.buf = render.AppendWindow(r.buf[:0], r.state.Layout, r.options)
	r.replace(r.elements.status)
}

// confirm shows a phrase such as "Copied" on the button for a while, and announces it.
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
