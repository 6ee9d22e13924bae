//go:build js && wasm

package widget

import (
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// land shows turn n and scrolls to it. The focus stays where it is.
func (w *Widget) land(n int, smooth bool) {
	w.put(n)
	w.scrollToTurn(w.withQuestion(n), smooth)
	w.tellSelect(n)
}

// put makes turn n the present one, and shows it.
func (w *Widget) put(n int) {
	if !w.layout.Rows[n-1].Shown {
		w.unhide(n)
	}
	w.view.At = n
	w.show()
	w.hold()
}

// withQuestion returns the number of the question directly before turn n, where
// turn n answers it, else n: an answer is read with its question in view.
func (w *Widget) withQuestion(n int) int {
	if n > 1 && w.transcript.Turns[n-1].ReplyTo == w.transcript.Turns[n-2].ID {
		return n - 1
	}
	return n
}

// read goes to turn n at the reader's wish: the address names it, and the focus
// goes along.
func (w *Widget) read(n int) {
	turn := w.turn(n)
	if turn == nil {
		return
	}
	w.hidePreview()
	if w.rememberTurn(turn.ID) {
		w.mark(n, transcript.Range{}, transcript.Unproven)
	}
	w.land(n, true)
	w.row(n).Query(".num").Focus()
}

// GoTo shows the turn with that id.
func (w *Widget) GoTo(id string) bool {
	n := w.transcript.TurnIndex(id) + 1
	if n > 0 {
		w.land(n, true)
	}
	return n > 0
}

// readCorrection goes to the last editor's note on turn n.
func (w *Widget) readCorrection(n int) {
	if notes := w.row(n).QueryAll(".fix"); len(notes) > 0 {
		note := notes[len(notes)-1]
		w.scrollTo(note, "center")
		note.Focus()
	}
}

// scrollToTurn scrolls to turn n. Over turns that are not drawn no movement would
// be smooth.
func (w *Widget) scrollToTurn(n int, smooth bool) {
	smooth = smooth && (!w.layout.Dense || w.list.chunks[w.layout.ChunkOf(n)].near)
	w.row(n).ScrollIntoView("start", smooth && !dom.ReducedMotion())
}

func (w *Widget) scrollTo(e dom.Element, block string) {
	if e.Exists() {
		e.ScrollIntoView(block, !dom.ReducedMotion())
	}
}
