//go:build js && wasm

package dom

import (
	"errors"
	"runtime"
	"unsafe"

	"github.com/hack-pad/safejs"
)

// Element is a node of the page, or none: the zero value, and the result of a query that
// matches nothing.
type Element struct {
	v safejs.Value
}

// Exists reports whether there is a node.
func (e Element) Exists() bool { return e.v.Type() == safejs.TypeObject }

// Equal reports whether both are the same node.
func (e Element) Equal(other Element) bool { return e.v.Equal(other.v) }

// Query returns the first match inside e, none if there is no e. The selector must be
// valid.
func (e Element) Query(selector string) Element {
	if !e.Exists() {
		return Element{}
	}
	return Element{must(e.v.Call("querySelector", selector))}
}

// List is the elements that a query found. An element costs nothing until [List.At] asks
// for it.
type List struct {
	v safejs.Value
}

// Children returns the child elements of e, none if there is no e.
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

// At returns the element at position i, which must exist.
func (l List) At(i int) Element { return Element{must(l.v.Index(i))} }

// QueryAll returns all matches inside e, none if there is no e. The selector must be
// valid.
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

// Child returns the child element at position i, which must exist.
func (e Element) Child(i int) Element {
	return Element{must(must(e.v.Get("children")).Index(i))}
}

// Closest returns e or its nearest ancestor that matches.
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

// Attr returns an attribute, "" if it is missing.
func (e Element) Attr(name string) string {
	return text(must(e.v.Call("getAttribute", name)))
}

// AttrInt returns an attribute that is a whole number from 0, -1 if it is missing or
// something else.
func (e Element) AttrInt(name string) int { return number(e.Attr(name)) }

// number reads a whole number from 0; anything else is -1. Package strconv's errors
// would add 2 KB brotli.
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

// SetFlag sets or removes an attribute without a value.
func (e Element) SetFlag(name string, on bool) {
	must(e.v.Call("toggleAttribute", name, on))
}

// SetText replaces the content of e by a text.
func (e Element) SetText(s string) { check(e.v.Set("textContent", s)) }

// SetHTML replaces the content of e. The markup must come from package render. It fails
// if the page's Trusted Types refuse the loader's policy.
func (h Host) SetHTML(e Element, markup []byte) error { return h.write("inner", e, markup) }

// SetOuterHTML replaces e itself, under the conditions of SetHTML.
func (h Host) SetOuterHTML(e Element, markup []byte) error { return h.write("outer", e, markup) }

func (h Host) write(what string, e Element, markup []byte) error {
	failure := text(must(h.v.Call(what, e.v, place(markup), len(markup))))
	runtime.KeepAlive(markup)
	if failure != "" {
		return errors.New(failure)
	}
	return nil
}

// place returns the address of a slice in the program's memory. The loader reads it
// there, because it would keep every string that it is given until the next garbage
// collection.
func place[E byte | int32](s []E) int { return int(uintptr(unsafe.Pointer(unsafe.SliceData(s)))) }

// Highlights reports whether the browser can highlight words without markup (CSS
// Custom Highlight API).
func (h Host) Highlights() bool {
	return must(h.v.Get("highlight")).Type() == safejs.TypeFunction
}

// Highlight highlights words in the items of a list, instead of those that were
// highlighted before. Four numbers, each followed by a space, are a stretch of words: the
// item, its paragraph, start and end there in UTF-16 code units.
func (h Host) Highlight(list Element, places []byte) {
	must(h.v.Call("highlight", list.v, place(places), len(places)))
	runtime.KeepAlive(places)
}

// SetSizes sets in the style of some parts of a list how much they would show: the custom
// properties --rows and --words. Three numbers are the part's position, rows and words.
func (h Host) SetSizes(parts List, numbers []int32) {
	must(h.v.Call("extents", parts.v, place(numbers), len(numbers)))
	runtime.KeepAlive(numbers)
}

// SetProperty sets a custom property of the style. A page's Content-Security-Policy
// allows that even if it forbids style attributes.
func (e Element) SetProperty(name, value string) {
	must(must(e.v.Get("style")).Call("setProperty", name, value))
}

// Value returns the content of a form field.
func (e Element) Value() string { return text(must(e.v.Get("value"))) }

// SetValue fills a form field.
func (e Element) SetValue(s string) { check(e.v.Set("value", s)) }

// Checked reports whether a box is ticked.
func (e Element) Checked() bool {
	v := must(e.v.Get("checked"))
	return v.Type() == safejs.TypeBoolean && must(v.Bool())
}

// SetChecked ticks or clears a box.
func (e Element) SetChecked(on bool) { check(e.v.Set("checked", on)) }

// Focus moves the focus to e without scrolling.
func (e Element) Focus() {
	must(e.v.Call("focus", map[string]any{"preventScroll": true}))
}

// Selected is a part of the text of a turn, in code points. End may be larger than the
// text.
type Selected struct{ Turn, Start, End int }

// Selection returns the parts of turns below e that the reader has selected, in their
// order.
func (h Host) Selection(e Element) []Selected {
	list := must(h.v.Call("selection", e.v))
	at := func(i int) int { return must(must(list.Index(i)).Int()) }
	parts := make([]Selected, must(list.Length())/3)
	for i := range parts {
		parts[i] = Selected{at(3 * i), at(3*i + 1), at(3*i + 2)}
	}
	return parts
}

// InView reports whether some of e is inside the viewport.
func (e Element) InView() bool {
	box := must(e.v.Call("getBoundingClientRect"))
	top, bottom := must(must(box.Get("top")).Float()), must(must(box.Get("bottom")).Float())
	return bottom > 0 && top < must(must(safejs.Global().Get("innerHeight")).Float())
}

// Above reports whether all of e is above the viewport.
func (e Element) Above() bool {
	return must(must(must(e.v.Call("getBoundingClientRect")).Get("bottom")).Float()) <= 0
}

// Active returns the element that has the focus in the tree of e.
func (e Element) Active() Element {
	return Element{must(must(e.v.Call("getRootNode")).Get("activeElement"))}
}

// Append moves a node to the end of e.
func (e Element) Append(child Element) { must(e.v.Call("append", child.v)) }

// Select selects the content of a form field.
func (e Element) Select() { must(e.v.Call("select")) }

// ScrollIntoView scrolls the page to e; block is "start", "center" or "nearest".
func (e Element) ScrollIntoView(block string, smooth bool) {
	behavior := "instant"
	if smooth {
		behavior = "smooth"
	}
	must(e.v.Call("scrollIntoView", map[string]any{"block": block, "behavior": behavior}))
}
