//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Copy puts text on the clipboard, and html as the same text in HTML unless html is "".
// It calls done once, later, unless the scope is released before. The error says that the
// browser or the frame does not let the page use the clipboard.
func (s *Scope) Copy(text, html string, done func(error)) {
	s.then(must(s.host.v.Call("copy", text, html)), func(_ safejs.Value, err error) {
		if !s.released {
			done(err)
		}
	})
}

// CanShare reports whether the browser has a dialog for sharing a text with other programs.
func (h Host) CanShare() bool {
	share, err := h.try("get", must(safejs.Global().Get("navigator")), "share")
	return err == nil && share.Type() == safejs.TypeFunction
}

// Share opens the browser's dialog for sharing a text with another program. It calls done
// once, later, unless the scope is released before. Chosen is false if the reader has
// closed the dialog without choosing a program.
func (s *Scope) Share(title, text, url string, done func(chosen bool, err error)) {
	s.then(must(s.host.v.Call("share", title, text, url)), func(v safejs.Value, err error) {
		if !s.released {
			done(err == nil && must(v.Bool()), err)
		}
	})
}
