//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// list is the list of the turns in the page. Of a long transcript only the chunks near
// the viewport are drawn at once; the others follow while the browser is idle, so that
// the browser's own search and the printer reach them.
type list struct {
	*page
	drawn   *reader.List
	parts   dom.List    // one element for each chunk
	drawing dom.Idle    // draws the chunks that are not near
	items   dom.Watcher // of the items near the viewport
}

// chunks selects the elements of the chunks.
const chunks = ".list ol"

// find finds the chunks of the layout in the page, the first of which are written.
func (l *list) find(root dom.Element) {
	l.parts = root.QueryList(chunks)
	written := l.parts.Len() - root.QueryList(chunks+":empty").Len()
	l.drawn = l.state.NewList(written, l.options.Highlights)
}

// row returns the item of turn n, up to date.
func (l *list) row(n int) dom.Element {
	c := l.state.Layout.ChunkOf(n)
	l.drawChunk(c)
	return l.parts.At(c).Child(n - l.state.Layout.Chunks[c].First)
}

// show brings the chunks near the viewport up to date, or all of a short transcript, and
// leaves the others to [list.drawNext].
func (l *list) show() {
	for c := range l.drawn.Len() {
		if hidden, changed := l.drawn.Hide(c); changed {
			l.parts.At(c).SetFlag("hidden", hidden)
		}
	}
	if sizes := l.drawn.Sizes(); len(sizes) > 0 {
		l.host.SetSizes(l.parts, sizes)
	}
	for c := range l.drawn.Len() {
		if l.drawn.Update(c) {
			l.drawChunk(c)
			l.highlight(c)
		}
	}
	if l.drawn.Stale() >= 0 {
		l.drawing.Start()
	}
}

// drawChunk brings the items of chunk c up to date.
func (l *list) drawChunk(c int) {
	switch l.drawn.Chunk(c) {
	case reader.None:
		return
	case reader.Markup:
		l.buf = render.AppendItems(l.buf[:0], l.state.Transcript, l.state.Layout, l.options, c)
		l.replace(l.parts.At(c))
		l.observe(c)
	case reader.Presence:
		element, of := l.parts.At(c), &l.state.Layout.Chunks[c]
		for i := of.First - 1; i < of.Last; i++ {
			l.drawRow(element, i, i+1-of.First)
		}
	}
	l.drawn.Drew(c)
}

// drawRow brings the item at position i, the k-th of its chunk, up to date.
func (l *list) drawRow(chunk dom.Element, i, k int) {
	switch l.drawn.Row(i) {
	case reader.None:
		return
	case reader.Presence:
		chunk.Child(k).Query(".turn").SetFlag("hidden", !l.state.Layout.Rows[i].Shown)
	case reader.Markup:
		l.state.Complete(i)
		l.buf = render.AppendRow(l.buf[:0], l.state.Transcript, l.state.Layout, l.options, i)
		l.replace(chunk.Child(k))
	}
	l.drawn.DrewRow(i)
}

// drawNext does one step of what is left to do while the browser is idle, and reports
// whether more is left. The search gets ready first, so that the first keystroke is
// fast; then each step draws one chunk.
func (l *list) drawNext() bool {
	if l.state.Prepare() {
		return true
	}
	c := l.drawn.Stale()
	if c >= 0 {
		l.drawChunk(c)
	}
	return c >= 0
}

// observe watches the items of a chunk that is near, and no longer those of another.
func (l *list) observe(c int) {
	if l.drawn.Near(c) {
		l.items.AddChildren(l.parts.At(c), l.state.Layout.Chunks[c].First-1)
	} else {
		l.items.DropChildren(l.parts.At(c))
	}
}

// approach notes which chunks come near or go away, and brings them up to date.
func (l *list) approach(seen []dom.Sight) {
	for _, chunk := range seen {
		c := chunk.N
		l.drawn.Approach(c, chunk.Inside)
		if chunk.Inside {
			l.drawChunk(c)
		}
		l.highlight(c)
		l.observe(c)
	}
}

// highlight has the browser highlight the hits in chunk c, if it can, instead of
// rendering them: a keystroke changes no node of the list.
func (l *list) highlight(c int) {
	places, changed := l.drawn.AppendMarks(l.buf[:0], c)
	if l.buf = places; changed {
		l.host.Highlight(l.parts.At(c), places)
	}
}

// clearHighlights removes the highlights of all chunks.
func (l *list) clearHighlights() {
	for c := range l.drawn.Len() {
		if l.drawn.Marked(c) {
			l.host.Highlight(l.parts.At(c), nil)
		}
	}
}
