//go:build js && wasm

package dom

import (
	"errors"
	"runtime"
	"unsafe"

	"github.com/hack-pad/safejs"
)

// Element is a node of the page. The zero Element is no node: a query that finds no match
// returns it.
type Element struct {
	v safejs.Value
}

// Exists reports whether e is a node.
func (e Element) Exists() bool { return e.v.Type() == safejs.TypeObject }

// Equal reports whether e and other are the same node.
func (e Element) Equal(other Element) bool { return e.v.Equal(other.v) }

// Query returns the first match inside e. It returns the zero Element if there is no
// match or if e is no node. The selector must be valid.
func (e Element) Query(selector string) Element {
	if !e.Exists() {
		return Element{}
	}
	return Element{must(e.v.Call("querySelector", selector))}
}

// List is the list of elements that a query has found. A long list is cheap, because only
// [List.At] makes an element of it available to Go.
type List struct {
	v safejs.Value
}

// Children returns the child elements of e. If e is no node, it returns the zero List,
// whose methods must not be called.
func (e Element) Children() List {
	if !e.Exists() {
		return List{}
	}
	return List{must(e.v.Get("children"))}
}

// QueryList returns all matches inside e, which must exist. The selector must be valid.
func (e Element) QueryList(selector string) List {
	return List{must(e.v.Call("querySelectorAll", selector))}
}

// Len returns the number of elements.
func (l List) Len() int { return must(l.v.Length()) }

// At returns the element at position i, counting from 0. It must exist.
func (l List) At(i int) Element { return Element{must(l.v.Index(i))} }

// QueryAll returns all matches inside e, nil if e is no node. The selector must be valid.
func (e Element) QueryAll(selector string) []Element {
	if !e.Exists() {
		return nil
	}
	list := e.QueryList(selector)
	found := make([]Element, list.Len())
	for i := range found {
		found[i] = list.At(i)
	}
	return found
}

// Child returns the child element at position i, counting from 0. It must exist.
func (e Element) Child(i int) Element {
	return Element{must(must(e.v.Get("children")).Index(i))}
}

// Closest returns e if it matches the selector, else its nearest ancestor that does. It
// returns the zero Element if there is none.
func (e Element) Closest(selector string) Element {
	if must(e.v.Get("closest")).Type() != safejs.TypeFunction {
		return Element{} // a text node or the document
	}
	return Element{must(e.v.Call("closest", selector))}
}

// Contains reports whether other is e or inside it.
func (e Element) Contains(other Element) bool {
	return must(must(e.v.Call("contains", other.v)).Bool())
}

// Attr returns the value of an attribute, "" if e does not have the attribute.
func (e Element) Attr(name string) string {
	return text(must(e.v.Call("getAttribute", name)))
}

// AttrInt returns the value of an attribute as a whole number, which is 0 or more. It
// returns -1 if the attribute is missing or has another value.
func (e Element) AttrInt(name string) int { return number(e.Attr(name)) }

// number returns the value of at most nine decimal digits, and -1 for any other text. It
// replaces strconv.Atoi, whose error types would add 2 KB to the program after Brotli
// compression.
func number(digits string) int {
	if digits == "" || len(digits) > 9 {
		return -1
	}
	n := 0
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// SetAttr sets an attribute.
func (e Element) SetAttr(name, value string) {
	must(e.v.Call("setAttribute", name, value))
}

// SetFlag adds an attribute without a value if on is true, and removes it otherwise.
func (e Element) SetFlag(name string, on bool) {
	must(e.v.Call("toggleAttribute", name, on))
}

// SetText replaces the content of e by plain text.
func (e Element) SetText(s string) { check(e.v.Set("textContent", s)) }

// SetHTML replaces the content of e by markup, which must come from package render: that
// package escapes the words of a transcript. It fails if the page's Trusted Types do not
// accept the loader's policy.
func (h Host) SetHTML(e Element, markup []byte) error { return h.write("inner", e, markup) }

// SetOuterHTML replaces e itself by markup. It fails if SetHTML would fail.
func (h Host) SetOuterHTML(e Element, markup []byte) error { return h.write("outer", e, markup) }

func (h Host) write(what string, e Element, markup []byte) error {
	failure := text(must(h.v.Call(what, e.v, place(markup), len(markup))))
	runtime.KeepAlive(markup)
	if failure != "" {
		return errors.New(failure)
	}
	return nil
}

// place returns the address of a slice in the program's memory, where the loader reads
// it. The slice is not passed as a string, because JavaScript would keep every string
// until the next garbage collection.
func place[E byte | int32](s []E) int { return int(uintptr(unsafe.Pointer(unsafe.SliceData(s)))) }

// Highlights reports whether the browser can highlight words without markup (CSS
// Custom Highlight API).
func (h Host) Highlights() bool {
	return must(h.v.Get("highlight")).Type() == safejs.TypeFunction
}

// Highlight highlights words in the items of a list, and removes the highlights that the
// list had before. Places is a text: four numbers for each stretch of words, with a space
// after each number. They are the position of the item in the list, the position of the
// paragraph in the item, and the start and end of the words in the paragraph. Positions
// count from 0; start and end count UTF-16 code units.
func (h Host) Highlight(list Element, places []byte) {
	must(h.v.Call("highlight", list.v, place(places), len(places)))
	runtime.KeepAlive(places)
}

// SetSizes sets the custom properties --rows and --words of some elements in parts: how
// many rows and words an element would show. The style sheet estimates the element's
// height from them. Numbers has three numbers for each element: its position in parts,
// its rows, its words.
func (h Host) SetSizes(parts List, numbers []int32) {
	must(h.v.Call("extents", parts.v, place(numbers), len(numbers)))
	runtime.KeepAlive(numbers)
}

// SetProperty sets a custom property in the style of e. The page's
// Content-Security-Policy allows that even if it forbids style attributes.
func (e Element) SetProperty(name, value string) {
	must(must(e.v.Get("style")).Call("setProperty", name, value))
}

// Value returns the content of a form field.
func (e Element) Value() string { return text(must(e.v.Get("value"))) }

// SetValue fills a form field.
func (e Element) SetValue(s string) { check(e.v.Set("value", s)) }

// Checked reports whether a checkbox is ticked.
func (e Element) Checked() bool {
	v := must(e.v.Get("checked"))
	return v.Type() == safejs.TypeBoolean && must(v.Bool())
}

// SetChecked ticks a checkbox or clears it.
func (e Element) SetChecked(on bool) { check(e.v.Set("checked", on)) }

// Focus moves the focus to e without scrolling.
func (e Element) Focus() {
	must(e.v.Call("focus", map[string]any{"preventScroll": true}))
}

// Selected is a stretch of the text of one turn, from code point Start up to, but not
// including, code point End. Turn is the number of the turn, counting from 1. End may be
// larger than the text.
type Selected struct{ Turn, Start, End int }

// Selection returns the stretches of text inside e that the reader has selected, at most
// one for each turn, in the order of the turns.
func (h Host) Selection(e Element) []Selected {
	list := must(h.v.Call("selection", e.v))
	at := func(i int) int { return must(must(list.Index(i)).Int()) }
	parts := make([]Selected, must(list.Length())/3)
	for i := range parts {
		parts[i] = Selected{at(3 * i), at(3*i + 1), at(3*i + 2)}
	}
	return parts
}

// InView reports whether any part of e is inside the viewport.
func (e Element) InView() bool {
	box := must(e.v.Call("getBoundingClientRect"))
	top, bottom := must(must(box.Get("top")).Float()), must(must(box.Get("bottom")).Float())
	return bottom > 0 && top < must(must(safejs.Global().Get("innerHeight")).Float())
}

// Above reports whether all of e is above the viewport.
func (e Element) Above() bool {
	return must(must(must(e.v.Call("getBoundingClientRect")).Get("bottom")).Float()) <= 0
}

// Active returns the element that has the focus in the document or shadow tree of e. It
// returns the zero Element if no element there has the focus.
func (e Element) Active() Element {
	return Element{must(must(e.v.Call("getRootNode")).Get("activeElement"))}
}

// Append makes child the last child of e, and removes it from its former place.
func (e Element) Append(child Element) { must(e.v.Call("append", child.v)) }

// Select selects all the text in a form field.
func (e Element) Select() { must(e.v.Call("select")) }

// ScrollIntoView scrolls the page so that e is visible: at the start of the viewport
// ("start"), in its centre ("center"), or with the least movement ("nearest").
func (e Element) ScrollIntoView(block string, smooth bool) {
	behavior := "instant"
	if smooth {
		behavior = "smooth"
	}
	must(e.v.Call("scrollIntoView", map[string]any{"block": block, "behavior": behavior}))
}
