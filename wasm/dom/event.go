//go:build js && wasm

package dom

import "github.com/hack-pad/safejs"

// Event is an event of the DOM.
type Event struct {
	v safejs.Value
}

// Target returns the element at which the event happened.
func (ev Event) Target() Element { return Element{must(ev.v.Get("target"))} }

// Related returns the element that gets the focus, for an event at the element that
// loses it. It returns the zero Element if the focus leaves the page.
func (ev Event) Related() Element { return Element{must(ev.v.Get("relatedTarget"))} }

// Key returns the key of a keyboard event, as UI Events names it ("ArrowLeft").
func (ev Event) Key() string { return text(must(ev.v.Get("key"))) }

// Plain reports whether the event is a plain key press or a plain click. It is plain if
// no modifier key (such as Ctrl) was down, and if a click was made with the main button.
// Otherwise the browser does something else, such as opening a link in a new tab.
func (ev Event) Plain() bool {
	if ev.Command() || ev.Shift() {
		return false
	}
	button := must(ev.v.Get("button"))
	return button.Type() != safejs.TypeNumber || must(button.Int()) == 0
}

// Command reports whether Ctrl, Meta or Alt was down. With one of them, a key is a
// command for the browser or the system.
func (ev Event) Command() bool { return ev.flag("ctrlKey") || ev.flag("metaKey") || ev.flag("altKey") }

// Shift reports whether the shift key was down.
func (ev Event) Shift() bool { return ev.flag("shiftKey") }

// processed is the keyCode that browsers report for a key if an input method processes
// the key.
const processed = 229

// Composing reports whether an input method is composing text at the time of a key
// event. In Safari, isComposing is already false in the event of the key that ends
// composing. So the keyCode of that event is tested as well.
func (ev Event) Composing() bool {
	code := must(ev.v.Get("keyCode"))
	return ev.flag("isComposing") || code.Type() == safejs.TypeNumber && must(code.Int()) == processed
}

func (ev Event) flag(name string) bool {
	v := must(ev.v.Get(name))
	return v.Type() == safejs.TypeBoolean && must(v.Bool())
}

// Along returns the horizontal position of a pointer event in the element e. The result
// is 0 at the edge of e where the timeline begins: the left edge, or the right edge in a
// right-to-left interface. At the opposite edge the result is the argument whole, and in
// the middle it is half of that.
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

// Drag is one step of a gesture along the line (the timeline graphic) with a pointer, two
// fingers or a wheel. The field From is the place where the gesture began, and To is
// where the pointer or the fingers are now. Both are in ten-thousandths of the line's
// width, from the edge where the line begins. The field Scale is the visible stretch of
// the line after this step, in thousandths of the stretch before the gesture. With 500,
// half of the earlier stretch remains visible.
type Drag struct {
	Kind            string // which gesture it is; web/program/drag.js lists the kinds
	From, To, Scale int
	Done            bool // the last step of the gesture
}

// Drag returns the step of a gesture that is in an event of the type "quoteline-drag".
func (ev Event) Drag() Drag {
	number := func(name string) int { return must(must(ev.v.Get(name)).Int()) }
	return Drag{text(must(ev.v.Get("kind"))), number("from"), number("to"), number("scale"), ev.flag("done")}
}

// Cancel prevents the browser's default action.
func (ev Event) Cancel() { must(ev.v.Call("preventDefault")) }
