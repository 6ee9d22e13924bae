//go:build js && wasm

package dom

import (
	"errors"
	"strings"

	"github.com/hack-pad/safejs"
)

// Window returns the browser's window object, so that [Scope.Listen] can listen to its
// events.
func Window() Element { return Element{safejs.Global()} }

// Address returns the page's address up to its "#", and the fragment after the "#".
func Address() (page, fragment string) {
	location := must(safejs.Global().Get("location"))
	page, fragment, _ = strings.Cut(text(must(location.Get("href"))), "#")
	return page, fragment
}

// Canonical returns the address that the page names for itself in <link
// rel="canonical">, or "" if it names none.
func Canonical() string {
	document := must(safejs.Global().Get("document"))
	link := must(document.Call("querySelector", `link[rel~="canonical"]`))
	if link.Type() != safejs.TypeObject {
		return ""
	}
	return text(must(link.Get("href")))
}

// WriteFragment replaces the fragment of the page's address. If push is true, it adds an
// entry to the browser's history. Otherwise it changes the present entry. WriteFragment
// fails if the page may not change its history, as in a frame with the srcdoc attribute.
//
// An entry of the history can have a state object, which the page has stored there.
// WriteFragment does not change that object, because some pages need it when the reader
// goes back.
func (h Host) WriteFragment(fragment string, push bool) error {
	page, _ := Address() // an absolute address, because a <base> element in the page would change a relative one
	if fragment != "" {
		page += "#" + fragment
	}
	if failure := text(must(h.v.Call("write", page, push))); failure != "" {
		return errors.New(failure)
	}
	return nil
}

// ReducedMotion reports whether the reader has asked the system for less motion on the
// screen.
func ReducedMotion() bool {
	query := must(safejs.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)"))
	return must(must(query.Get("matches")).Bool())
}
