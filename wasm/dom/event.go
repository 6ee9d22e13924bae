//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Event is something that happened.
type Event struct {
	v safejs.Value
}

// Target returns the element that it happened to.
func (ev Event) Target() Element { return Element{must(ev.v.Get("target"))} }

// Related returns the element that gets the focus, none if it leaves the page.
func (ev Event) Related() Element { return Element{must(ev.v.Get("relatedTarget"))} }

// Key returns the key of a keyboard event, as UI Events names it ("ArrowLeft").
func (ev Event) Key() string { return text(must(ev.v.Get("key"))) }

// Plain reports whether an event has no modifier key and, for a pointer, comes from the
// main button. With another one the browser does something else, such as opening a tab.
func (ev Event) Plain() bool {
	if ev.Command() || ev.Shift() {
		return false
	}
	button := must(ev.v.Get("button"))
	return button.Type() != safejs.TypeNumber || must(button.Int()) == 0
}

// Command reports whether a key was down that makes a key a command of the browser
// or the system.
func (ev Event) Command() bool { return ev.flag("ctrlKey") || ev.flag("metaKey") || ev.flag("altKey") }

// Shift reports whether the shift key was down.
func (ev Event) Shift() bool { return ev.flag("shiftKey") }

// processed is the keyCode of a key that an input method has taken.
const processed = 229

// Composing reports whether an input method composes the text. Safari ends composing
// before it sends the key that ended it, so that key is known by its code.
func (ev Event) Composing() bool {
	code := must(ev.v.Get("keyCode"))
	return ev.flag("isComposing") || code.Type() == safejs.TypeNumber && must(code.Int()) == processed
}

func (ev Event) flag(name string) bool {
	v := must(ev.v.Get(name))
	return v.Type() == safejs.TypeBoolean && must(v.Bool())
}

// Along returns the place of a pointer event along e: from 0, where lines begin, to
// whole.
func (ev Event) Along(e Element, whole int) int {
	box := must(e.v.Call("getBoundingClientRect"))
	left, width := must(must(box.Get("left")).Float()), must(must(box.Get("width")).Float())
	if width <= 0 {
		return 0
	}
	along := (must(must(ev.v.Get("clientX")).Float()) - left) / width
	if e.Closest("[dir]").Attr("dir") == "rtl" {
		along = 1 - along
	}
	return int(min(max(along, 0), 1) * float64(whole))
}

// Drag is a step of what a pointer, two fingers or a wheel do along the line: what was
// at From is now at To, in ten-thousandths of the line's width from where lines begin, and
// what was 1,000 long is Scale.
type Drag struct {
	Kind            string // see web/program/drag.js
	From, To, Scale int
	Done            bool // the last step
}

// Drag returns the step that an event of the type "quoteline-drag" has.
func (ev Event) Drag() Drag {
	number := func(name string) int { return must(must(ev.v.Get(name)).Int()) }
	return Drag{text(must(ev.v.Get("kind"))), number("from"), number("to"), number("scale"), ev.flag("done")}
}

// Cancel prevents the browser's default action.
func (ev Event) Cancel() { must(ev.v.Call("preventDefault")) }
