//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// page is what the controllers of one element share: the reader's state, and the part of
// the document that shows it.
type page struct {
	host     dom.Host
	scope    *dom.Scope
	state    *reader.State
	options  render.Options
	elements elements
	buf      []byte // one buffer for all markup: a new one for each keystroke would grow the heap
}

// markup renders the present view as the endpoint would. It is valid until the next
// rendering.
func (p *page) markup() []byte {
	p.state.CompleteRows()
	o := p.options
	o.Highlights, o.Turns = false, render.FirstTurns
	p.buf = render.AppendWidget(p.buf[:0], p.state.Transcript, p.state.Layout, o)
	return p.buf
}

// replace puts the buffer into e. The page's Trusted Types policy was asked when the
// widget was mounted, so it does not refuse here. If it does, the loader ends the
// program and shows the server's markup again.
func (p *page) replace(e dom.Element) {
	if err := p.host.SetHTML(e, p.buf); err != nil {
		panic(err)
	}
}

// place sets in the style of e where a window or a selection begins and ends.
func (p *page) place(e dom.Element, from, to int) {
	p.buf = render.AppendPercent(p.buf[:0], from)
	e.SetProperty("--from", string(p.buf))
	p.buf = render.AppendPercent(p.buf[:0], to)
	e.SetProperty("--to", string(p.buf))
}

// number returns the turn that an element is about, 0 for none.
func number(e dom.Element) int { return max(0, e.AttrInt("data-n")) }

// scrollTo scrolls to e, if there is such an element.
func scrollTo(e dom.Element, block string) {
	if e.Exists() {
		e.ScrollIntoView(block, !dom.ReducedMotion())
	}
}
