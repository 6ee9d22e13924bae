//go:build js && wasm

package widget

import (
	"strings"

	"quoteline/wasm/dom"
)

// linkKey begins the part of an address that names a turn: #q=<turn>.
const linkKey = "q="

// linkedTurn returns the turn that a fragment names, 0 for none of ours.
func (w *Widget) linkedTurn(fragment string) int {
	for part := range strings.SplitSeq(fragment, "&") {
		if id, ok := strings.CutPrefix(part, linkKey); ok {
			id, _, _ = strings.Cut(id, ":") // a part of the turn may be named behind it
			return w.transcript.TurnIndex(id) + 1
		}
	}
	return 0
}

// follow shows the turn that the page's address names, on arrival and when the
// address changes.
func (w *Widget) follow() {
	_, fragment := dom.Address()
	n := w.linkedTurn(fragment)
	if n == 0 {
		n = w.given
	}
	if n == w.view.Linked {
		return
	}
	w.view.Linked = n
	if n == 0 {
		w.show()
		return
	}
	w.land(n, false)
}

// land shows turn n and scrolls to it. The focus stays where it is.
func (w *Widget) land(n int, smooth bool) {
	if !w.layout.Rows[n-1].Shown {
		w.unhide(n)
	}
	w.view.At = n
	w.show()
	w.parts.rows[w.withQuestion(n)-1].ScrollIntoView("start", smooth && !dom.ReducedMotion())
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
	// Where the page may not write its history the turn is shown all the same.
	if w.view.Linked != n && w.host.PushFragment(linkKey+turn.ID) == nil {
		w.view.Linked = n
	}
	w.land(n, true)
	w.parts.rows[n-1].Query(".num").Focus()
}

// GoTo shows the turn with that id.
func (w *Widget) GoTo(id string) bool {
	n := w.transcript.TurnIndex(id) + 1
	if n > 0 {
		w.land(n, true)
	}
	return n > 0
}

func (w *Widget) scrollTo(e dom.Element, block string) {
	if e.Exists() {
		e.ScrollIntoView(block, !dom.ReducedMotion())
	}
}
