//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Event is something that happened.
type Event struct {
	v safejs.Value
}

// Target returns the element that it happened to.
func (e Event) Target() Element { return Element{must(e.v.Get("target"))} }

// Key returns the key of a keyboard event, as UI Events names it ("ArrowLeft").
func (e Event) Key() string { return text(must(e.v.Get("key"))) }

// Plain reports whether an event came without a modifier key and, for a
// pointer, from the main button: one that the browser has no other plans for.
func (e Event) Plain() bool {
	for _, name := range [...]string{"ctrlKey", "metaKey", "altKey", "shiftKey"} {
		if e.flag(name) {
			return false
		}
	}
	button := must(e.v.Get("button"))
	return button.Type() != safejs.TypeNumber || must(button.Int()) == 0
}

// Shift reports whether the shift key was down.
func (e Event) Shift() bool { return e.flag("shiftKey") }

// Composing reports whether an input method is at work on the text.
func (e Event) Composing() bool { return e.flag("isComposing") }

func (e Event) flag(name string) bool {
	v := must(e.v.Get(name))
	return v.Type() == safejs.TypeBoolean && must(v.Bool())
}

// Cancel keeps the browser from what it does by default.
func (e Event) Cancel() { must(e.v.Call("preventDefault")) }
