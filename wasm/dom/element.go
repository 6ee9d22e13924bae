//go:build js && wasm

package dom

import (
	"errors"
	"runtime"
	"unsafe"

	"github.com/hack-pad/safejs"
)

// Element is a node of the page. The zero Element is no node: a query returns the zero
// Element if it finds no match.
type Element struct {
	v safejs.Value
}

// Exists reports whether e is a node.
func (e Element) Exists() bool { return e.v.Type() == safejs.TypeObject }

// Equal reports whether e and other are the same node.
func (e Element) Equal(other Element) bool { return e.v.Equal(other.v) }

// Query returns the first element inside e that matches the CSS selector. It returns
// the zero Element if no element matches or if e is no node. The selector must be
// valid.
func (e Element) Query(selector string) Element {
	if !e.Exists() {
		return Element{}
	}
	return Element{must(e.v.Call("querySelector", selector))}
}

// List is a list of elements that a query has found. Even a long list is cheap, because
// only [List.At] passes an element from JavaScript to Go.
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

// QueryList returns all elements inside e that match the CSS selector. e must be a
// node, and the selector must be valid.
func (e Element) QueryList(selector string) List {
	return List{must(e.v.Call("querySelectorAll", selector))}
}

// Len returns the number of elements in the list.
func (l List) Len() int { return must(l.v.Length()) }

// At returns the element at position i of the list, counting from 0. There must be an
// element at this position.
func (l List) At(i int) Element { return Element{must(l.v.Index(i))} }

// QueryAll returns all elements inside e that match the CSS selector. It returns nil if
// e is no node. The selector must be valid.
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

// Child returns the child element of e at position i, counting from 0. There must be a
// child at this position.
func (e Element) Child(i int) Element {
	return Element{must(must(e.v.Get("children")).Index(i))}
}

// Closest returns e if e matches the CSS selector, and otherwise its nearest ancestor
// that matches. It returns the zero Element if no ancestor matches.
func (e Element) Closest(selector string) Element {
	if must(e.v.Get("closest")).Type() != safejs.TypeFunction {
		return Element{} // e is a text node or the document, which have no such method
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

// AttrInt returns the value of an attribute that is a whole number of 0 or more. It
// returns -1 if the attribute is missing or is no such number.
func (e Element) AttrInt(name string) int { return number(e.Attr(name)) }

// number returns the value of a text of one to nine decimal digits. It returns -1 for
// any other text. The function replaces strconv.Atoi, whose error types would make the
// WebAssembly program 2 KB larger after Brotli compression.
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

// SetHTML replaces the content of e by markup. The markup must come from package
// render, which escapes the words of a transcript. SetHTML fails if the page forbids
// the Trusted Types policy of the loader (web/program.js).
func (h Host) SetHTML(e Element, markup []byte) error { return h.write("inner", e, markup) }

// SetOuterHTML replaces e itself by markup. It fails in the same cases as
// [Host.SetHTML].
func (h Host) SetOuterHTML(e Element, markup []byte) error { return h.write("outer", e, markup) }

func (h Host) write(what string, e Element, markup []byte) error {
	failure := text(must(h.v.Call(what, e.v, place(markup), len(markup))))
	runtime.KeepAlive(markup)
	if failure != "" {
		return errors.New(failure)
	}
	return nil
}

// place returns the address of a slice in the WebAssembly memory. JavaScript
// (web/program.js) reads the slice there. The slice is not passed as a string, because
// JavaScript would keep each string in memory until the next garbage collection.
func place[E byte | int32](s []E) int { return int(uintptr(unsafe.Pointer(unsafe.SliceData(s)))) }

// Highlights reports whether the browser can highlight words without a change of the
// markup (CSS Custom Highlight API).
func (h Host) Highlights() bool {
	return must(h.v.Get("highlight")).Type() == safejs.TypeFunction
}

// Highlight highlights words in the items of a list, and removes the earlier highlights
// of the list. The argument places is a text with four numbers for each stretch of words,
// and a space after each number. They are the position of the item in the list, the
// position of the paragraph in the item, and the start and end of the words in the
// paragraph. All positions count from 0. The start and the end count UTF-16 code units.
func (h Host) Highlight(list Element, places []byte) {
	must(h.v.Call("highlight", list.v, place(places), len(places)))
	runtime.KeepAlive(places)
}

// SetSizes sets the CSS custom properties --rows and --words of some elements of a list.
// The two properties say how many turns and words an element would show. From them the
// style sheet estimates the height of an element that is not drawn. The argument parts is
// the list. The argument numbers has three numbers for each of the elements: its position
// in the list, its turns, and its words.
func (h Host) SetSizes(parts List, numbers []int32) {
	must(h.v.Call("extents", parts.v, place(numbers), len(numbers)))
	runtime.KeepAlive(numbers)
}

// SetProperty sets a custom property (such as --from) in the style of e. A
// Content-Security-Policy that forbids style attributes still allows this.
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

// SetChecked ticks a checkbox if on is true, and clears it otherwise.
func (e Element) SetChecked(on bool) { check(e.v.Set("checked", on)) }

// Focus moves the focus to e without scrolling.
func (e Element) Focus() {
	must(e.v.Call("focus", map[string]any{"preventScroll": true}))
}

// Selected is the part of a turn's text that the reader has selected. It begins at code
// point Start and ends before code point End. Turn is the number of the turn, counting
// from 1. End may be larger than the length of the text.
type Selected struct{ Turn, Start, End int }

// Selection returns the text inside e that the reader has selected. It has one part for
// each turn with selected text, in the order of the turns.
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

// ClearOf reports whether all of e is inside the viewport and below another element. The
// argument bar is that element, at the top of the viewport.
func (e Element) ClearOf(bar Element) bool {
	box := must(e.v.Call("getBoundingClientRect"))
	top, bottom := must(must(box.Get("top")).Float()), must(must(box.Get("bottom")).Float())
	least := must(must(must(bar.v.Call("getBoundingClientRect")).Get("bottom")).Float())
	return top >= max(0, least) && bottom <= must(must(safejs.Global().Get("innerHeight")).Float())
}

// Above reports whether all of e is above the viewport.
func (e Element) Above() bool {
	return must(must(must(e.v.Call("getBoundingClientRect")).Get("bottom")).Float()) <= 0
}

// Active returns the element with the focus, if it is in the same document or shadow
// tree as e. Otherwise it returns the zero Element.
func (e Element) Active() Element {
	return Element{must(must(e.v.Call("getRootNode")).Get("activeElement"))}
}

// Append makes child the last child of e. If child is elsewhere in the page, Append
// moves it.
func (e Element) Append(child Element) { must(e.v.Call("append", child.v)) }

// Select selects all the text in a form field.
func (e Element) Select() { must(e.v.Call("select")) }

// ScrollIntoView scrolls the page so that e is visible. The argument block says where in
// the viewport e is then: at the top ("start"), in the centre ("center"), or wherever the
// page moves least ("nearest"). If smooth is true, the movement is gradual.
func (e Element) ScrollIntoView(block string, smooth bool) {
	behavior := "instant"
	if smooth {
		behavior = "smooth"
	}
	must(e.v.Call("scrollIntoView", map[string]any{"block": block, "behavior": behavior}))
}
