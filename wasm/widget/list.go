//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// list is the list of the turns in the page, divided into chunks. In a long transcript
// only the chunks near the viewport are drawn at once. The others are drawn while the
// browser is idle, so that the browser's own search and the printer include them.
type list struct {
	*page
	drawn   *reader.List
	parts   dom.List    // the elements of the chunks
	drawing dom.Idle    // draws the chunks that are far from the viewport
	items   dom.Watcher // watches the items near the viewport
}

// chunks is the selector of the chunks' elements.
const chunks = ".list ol"

// find finds the elements of the chunks in the page. The first chunks have their items
// already, and the others are empty.
func (l *list) find(root dom.Element) {
	l.parts = root.QueryList(chunks)
	written := l.parts.Len() - root.QueryList(chunks+":empty").Len()
	l.drawn = l.state.NewList(written, l.options.Highlights)
}

// row brings the list item of turn n up to date, and returns it.
func (l *list) row(n int) dom.Element {
	c := l.state.Layout.ChunkOf(n)
	l.drawChunk(c)
	return l.parts.At(c).Child(n - l.state.Layout.Chunks[c].First)
}

// show brings the chunks near the viewport up to date, or all chunks of a short
// transcript. The other chunks follow in [list.drawNext].
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

// drawRow brings one item up to date: the one at position i of the list, which is child k
// of its chunk. Both count from 0.
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

// drawNext does one step of the work that waits for an idle browser, and reports whether
// more is left. The first steps prepare the search, so that the first keystroke is fast.
// Each later step draws one chunk.
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

// observe watches the items of chunk c if the chunk is near the viewport. Otherwise it
// stops watching them.
func (l *list) observe(c int) {
	if l.drawn.Near(c) {
		l.items.AddChildren(l.parts.At(c), l.state.Layout.Chunks[c].First-1)
	} else {
		l.items.DropChildren(l.parts.At(c))
	}
}

// approach notes which chunks have come near the viewport or are no longer near. It draws
// those that are near, and updates the highlights and the watched items of all of them.
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

// highlight highlights the hits in chunk c without a change of its nodes, if the browser
// can do that. So a keystroke in the search does not render the list again.
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
