//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// page is what all controllers of one element share: the reader's state, and the nodes of
// the document that show it.
type page struct {
	host     dom.Host
	scope    *dom.Scope
	state    *reader.State
	options  render.Options
	elements elements
	buf      []byte // the one buffer for all markup: a new one for each keystroke would make the heap grow
}

// markup renders the present view just as the endpoint would. The bytes are valid until
// the next rendering.
func (p *page) markup() []byte {
	p.state.CompleteRows()
	o := p.options
	o.Highlights, o.Turns = false, render.FirstTurns
	p.buf = render.AppendWidget(p.buf[:0], p.state.Transcript, p.state.Layout, o)
	return p.buf
}

// replace replaces the content of e by the markup in p.buf. The page's Trusted Types accepted
// the loader's policy when the widget was mounted, so they do not refuse the markup here. If
// they do, the panic ends the program, and the loader shows the server's markup again.
func (p *page) replace(e dom.Element) {
	if err := p.host.SetHTML(e, p.buf); err != nil {
		panic(err)
	}
}

// place sets where a window or a selection begins and ends on the line, as the custom
// properties --from and --to in the style of e.
func (p *page) place(e dom.Element, from, to int) {
	p.buf = render.AppendPercent(p.buf[:0], from)
	e.SetProperty("--from", string(p.buf))
	p.buf = render.AppendPercent(p.buf[:0], to)
	e.SetProperty("--to", string(p.buf))
}

// number returns the number of the turn in the attribute data-n, 0 if e does not have it.
func number(e dom.Element) int { return max(0, e.AttrInt("data-n")) }

// scrollTo scrolls to e if it is a node; see [dom.Element.ScrollIntoView] for block.
func scrollTo(e dom.Element, block string) {
	if e.Exists() {
		e.ScrollIntoView(block, !dom.ReducedMotion())
	}
}
