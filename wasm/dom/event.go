//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Event is an event of the DOM.
type Event struct {
	v safejs.Value
}

// Target returns the element at which the event happened.
func (ev Event) Target() Element { return Element{must(ev.v.Get("target"))} }

// Related returns the element that gets the focus when another one loses it. It returns
// the zero Element if the focus leaves the page.
func (ev Event) Related() Element { return Element{must(ev.v.Get("relatedTarget"))} }

// Key returns the key of a keyboard event, as UI Events names it ("ArrowLeft").
func (ev Event) Key() string { return text(must(ev.v.Get("key"))) }

// Plain reports whether an event has no modifier key and, for a pointer, comes from the
// main button. With a modifier key or another button the browser does something else,
// such as opening a link in a new tab.
func (ev Event) Plain() bool {
	if ev.Command() || ev.Shift() {
		return false
	}
	button := must(ev.v.Get("button"))
	return button.Type() != safejs.TypeNumber || must(button.Int()) == 0
}

// Command reports whether Ctrl, Meta or Alt was down, which makes a key a command of the
// browser or the system.
func (ev Event) Command() bool { return ev.flag("ctrlKey") || ev.flag("metaKey") || ev.flag("altKey") }

// Shift reports whether the shift key was down.
func (ev Event) Shift() bool { return ev.flag("shiftKey") }

// processed is the keyCode that browsers report for a key which an input method handles.
const processed = 229

// Composing reports whether an input method is composing text. Safari ends composing
// before it sends the event of the key that ended it, so the keyCode is tested as well.
func (ev Event) Composing() bool {
	code := must(ev.v.Get("keyCode"))
	return ev.flag("isComposing") || code.Type() == safejs.TypeNumber && must(code.Int()) == processed
}

func (ev Event) flag(name string) bool {
	v := must(ev.v.Get(name))
	return v.Type() == safejs.TypeBoolean && must(v.Bool())
}

// Along returns the position of a pointer event along e. The position is 0 at the edge
// where the line begins, which is the right one in a right-to-left interface, and it is
// equal to whole at the other edge.
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

// Drag is one step of a gesture along the line with a pointer, two fingers or a wheel. The point
// of the line that was at From is now at To. Both are measured from the edge where the line
// begins, in ten-thousandths of its width. Scale is the new length of the visible stretch of the
// line in thousandths of the old one: 500 zooms in so that half is visible.
type Drag struct {
	Kind            string // see web/program/drag.js
	From, To, Scale int
	Done            bool // the last step of the gesture
}

// Drag returns the step that an event of the type "quoteline-drag" describes.
func (ev Event) Drag() Drag {
	number := func(name string) int { return must(must(ev.v.Get(name)).Int()) }
	return Drag{text(must(ev.v.Get("kind"))), number("from"), number("to"), number("scale"), ev.flag("done")}
}

// Cancel prevents the browser's default action.
func (ev Event) Cancel() { must(ev.v.Call("preventDefault")) }
