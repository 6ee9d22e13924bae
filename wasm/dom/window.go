//go:build js && wasm

package dom

import (
	"strings"

	"github.com/hack-pad/safejs"
)

// Window returns the browser's window, for [Scope.Listen].
func Window() Element { return Element{safejs.Global()} }

// Address returns the page's address up to its "#", and the fragment after the "#".
func Address() (page, fragment string) {
	location := must(safejs.Global().Get("location"))
	page, fragment, _ = strings.Cut(text(must(location.Get("href"))), "#")
	return page, fragment
}

// WriteFragment replaces the fragment of the page's address. With push, that adds an
// entry to the browser's history; otherwise it changes the present entry. It fails if the
// page may not write its history, as in a frame with the srcdoc attribute.
//
// The entry keeps the state object that the page has stored in the history, because some
// pages need the object when the reader goes back.
func (h Host) WriteFragment(fragment string, push bool) error {
	history := must(safejs.Global().Get("history"))
	state, err := h.try("get", history, "state")
	if err != nil {
		return err
	}
	method := "replaceState"
	if push {
		method = "pushState"
	}
	page, _ := Address() // an absolute address, since a <base> element would change a relative one
	if fragment != "" {
		page += "#" + fragment
	}
	_, err = h.try("call", history, method, state, "", page)
	return err
}

// ReducedMotion reports whether the reader has set the system to show less motion.
func ReducedMotion() bool {
	query := must(safejs.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)"))
	return must(must(query.Get("matches")).Bool())
}
