//go:build js && wasm

package dom

import (
	"strings"

	"github.com/hack-pad/safejs"
)

// Window returns the window as a target of events.
func Window() Element { return Element{safejs.Global()} }

// Address returns the page's address: up to its fragment, and the fragment
// without "#".
func Address() (page, fragment string) {
	location := must(safejs.Global().Get("location"))
	page, fragment, _ = strings.Cut(text(must(location.Get("href"))), "#")
	return page, fragment
}

// WriteFragment makes fragment part of the address: as a new entry of the history (push),
// or instead of the present one. It fails if the page may not write its history, as in a
// frame made from a string. The entry keeps the state that the page has put there, which
// some pages need to go back.
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
	page, _ := Address() // absolute: a <base> element would change a relative address
	if fragment != "" {
		page += "#" + fragment
	}
	_, err = h.try("call", history, method, state, "", page)
	return err
}

// ReducedMotion reports whether the reader has asked for less movement.
func ReducedMotion() bool {
	query := must(safejs.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)"))
	return must(must(query.Get("matches")).Bool())
}
