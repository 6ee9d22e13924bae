//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// page is the data that all parts of one widget share: the reader's state, and the nodes
// of the document that show it.
type page struct {
	host     dom.Host
	scope    *dom.Scope
	state    *reader.State
	options  render.Options
	aside    bool // the widget neither reads nor writes the page's address
	elements elements
	buf      []byte // one buffer for all markup, because a new buffer for each keystroke would make the heap grow
}

// markup renders the whole widget for the reader's present filters and search, as the
// server would. The result is valid only until the buffer is used for other markup.
func (p *page) markup() []byte {
	p.state.CompleteRows()
	o := p.options
	o.Highlights, o.Turns = false, render.FirstTurns
	p.buf = render.AppendWidget(p.buf[:0], p.state.Transcript, p.state.Layout, o)
	return p.buf
}

// replace replaces the content of e by the markup in p.buf. When the widget started,
// the page's Trusted Types accepted markup from this program, so they also accept this
// markup. If they do not, the panic ends the program, and the loader (web/program.js)
// shows the server's markup again.
func (p *page) replace(e dom.Element) {
	if err := p.host.SetHTML(e, p.buf); err != nil {
		panic(err)
	}
}

// place sets the custom properties --from and --to in the style of e. From these, the
// style sheet positions a rectangle on the timeline, such as a selection. The arguments
// from and to are in ten-thousandths of the timeline's width.
func (p *page) place(e dom.Element, from, to int) {
	p.buf = render.AppendPercent(p.buf[:0], from)
	e.SetProperty("--from", string(p.buf))
	p.buf = render.AppendPercent(p.buf[:0], to)
	e.SetProperty("--to", string(p.buf))
}

// address returns the two parts of the page's address: before its "#", and after it. Both
// are "" if the page sets the attribute address="none", because then the widget must not
// read or change the page's address.
func (p *page) address() (page, fragment string) {
	if p.aside {
		return "", ""
	}
	return dom.Address()
}

// writeFragment replaces the fragment of the page's address, see
// [dom.Host.WriteFragment]. It does nothing if the page sets the attribute
// address="none".
func (p *page) writeFragment(fragment string, push bool) error {
	if p.aside {
		return nil
	}
	return p.host.WriteFragment(fragment, push)
}

// number returns the value of the attribute data-n, which is the number of a turn. It
// returns 0 if e does not have the attribute.
func number(e dom.Element) int { return max(0, e.AttrInt("data-n")) }

// scrollTo scrolls the page to e. If e is no node, it does nothing. The argument block
// says where in the viewport e is then, see [dom.Element.ScrollIntoView].
func scrollTo(e dom.Element, block string) {
	if e.Exists() {
		e.ScrollIntoView(block, !dom.ReducedMotion())
	}
}
