//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// point shows the preview of a turn while the pointer or the focus is on the turn's bar
// on the timeline. When they leave the bar, point hides the preview.
func (p *page) point(e dom.Event) {
	if p.state.Dragging() {
		return
	}
	if seg := e.Target().Closest(".seg"); seg.Exists() {
		p.showPreview(number(seg))
	} else {
		p.hidePreview()
	}
}

// pointAlong shows the preview of the turn at the pointer, if the timeline has too many
// turns to draw a bar for each.
func (p *page) pointAlong(e dom.Event) {
	if p.state.Layout.Crowded && !p.state.Dragging() {
		p.showPreview(p.turnUnder(e))
	}
}

func (p *page) turnUnder(e dom.Event) int {
	layout := p.state.Layout
	return layout.TurnAt(layout.Window.At(e.Along(p.elements.plot, timeline.Width)))
}

func (p *page) showPreview(n int) {
	if p.state.Turn(n) == nil {
		return
	}
	layout, preview := p.state.Layout, p.elements.preview
	p.buf = render.AppendPreview(p.buf[:0], p.state.Transcript, layout, p.options, n-1)
	p.replace(preview)
	s := layout.Segments[n-1]
	middle := layout.Window.Place(s.X + s.W/2)
	p.buf = render.AppendPercent(p.buf[:0], max(0, min(middle, timeline.Width)))
	line := p.elements.line
	line.SetProperty("--x", string(p.buf))
	line.SetProperty("--at", strconv.Itoa(s.Lane))
	preview.SetFlag("data-shown", true)
}

func (p *page) hidePreview() { p.elements.preview.SetFlag("data-shown", false) }
