//go:build js && wasm

package widget

import (
	"strings"

	"quoteline/shared/address"
	"quoteline/shared/transcript"
	"quoteline/shared/words"
	"quoteline/wasm/dom"
)

// copyLink puts a link to turn n on the clipboard, or to the words of it that are
// selected. Where there is no clipboard, the address bar gets it.
func (w *Widget) copyLink(n int, button dom.Element) {
	turn := w.turn(n)
	if turn == nil {
		return
	}
	anchor, done := transcript.Anchor{Turn: turn.ID}, words.Copied
	if selected, ok := w.selected(n); ok {
		anchor, done = transcript.AnchorOf(turn, selected), words.CopiedWords
	}
	page, fragment := dom.Address()
	fragment = address.LinkTo(fragment, anchor.String())
	w.scope.Copy(page+"#"+fragment, func(err error) {
		switch {
		case err == nil:
			w.confirm(button, done)
		case w.host.WriteFragment(fragment, true) == nil:
			w.confirm(button, words.InAddressBar)
		default:
			w.confirm(button, words.CannotCopy)
		}
	})
}

// selected returns the words of turn n that the reader has selected.
func (w *Widget) selected(n int) (transcript.Range, bool) {
	start, end, ok := w.host.Selection(w.parts.rows[n-1].Query(".text"))
	if !ok {
		return transcript.Range{}, false
	}
	text := w.turn(n).Text
	whole := transcript.WidenToWords(text, transcript.Range{Start: offsetIn(text, start), End: offsetIn(text, end)})
	return whole, whole.Start < whole.End
}

// offsetIn returns the byte of text at a place in its paragraphs.
func offsetIn(text string, at dom.Place) int {
	offset := 0
	for range at.Paragraph {
		offset += strings.IndexByte(text[offset:], '\n') + 1
	}
	for i := range text[offset:] {
		if at.Offset == 0 {
			return offset + i
		}
		at.Offset--
	}
	return len(text)
}
