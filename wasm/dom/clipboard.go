//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Copy puts text on the clipboard. html is the same text in HTML, or "" if there is none.
// Copy returns at once. When the browser has finished, done is called with an error or
// nil. An error means that the browser or the frame does not let the page use the
// clipboard. done is not called if the scope s is released before that, for example
// because the widget ends.
func (s *Scope) Copy(text, html string, done func(error)) {
	s.then(must(s.host.v.Call("copy", text, html)), func(_ safejs.Value, err error) {
		if !s.released {
			done(err)
		}
	})
}

// CanShare reports whether the browser has a dialog that sends a text to another
// program (Web Share API).
func (h Host) CanShare() bool {
	share, err := h.get(must(safejs.Global().Get("navigator")), "share")
	return err == nil && share.Type() == safejs.TypeFunction
}

// Share opens the browser's dialog that sends a text to another program. Share returns at
// once. When the dialog is closed, done is called. Its argument chosen is false if the
// reader has not chosen a program. done is not called if the scope s is released before
// that, for example because the widget ends.
func (s *Scope) Share(title, text, url string, done func(chosen bool, err error)) {
	s.then(must(s.host.v.Call("share", title, text, url)), func(v safejs.Value, err error) {
		if !s.released {
			done(err == nil && must(v.Bool()), err)
		}
	})
}
