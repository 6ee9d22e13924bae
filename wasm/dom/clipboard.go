//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Copy puts a text on the clipboard, and with it the same as HTML, "" for none. It calls
// done once, later, unless the scope is released before. The error says that the browser
// or the frame has no clipboard for the page.
func (s *Scope) Copy(text, html string, done func(error)) {
	s.then(must(s.host.v.Call("copy", text, html)), func(_ safejs.Value, err error) {
		if !s.released {
			done(err)
		}
	})
}

// CanShare reports whether the browser can share texts with other programs.
func (h Host) CanShare() bool {
	share, err := h.try("get", must(safejs.Global().Get("navigator")), "share")
	return err == nil && share.Type() == safejs.TypeFunction
}

// Share lets the reader choose a program for a text. It calls done as Copy does, with
// whether the reader chose one.
func (s *Scope) Share(title, text, url string, done func(chosen bool, err error)) {
	s.then(must(s.host.v.Call("share", title, text, url)), func(v safejs.Value, err error) {
		if !s.released {
			done(err == nil && must(v.Bool()), err)
		}
	})
}
