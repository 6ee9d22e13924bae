//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// list is the list of the turns in the page. It is divided into chunks, runs of turns
// whose markup is written together. In a long transcript, the chunks near the viewport
// are drawn immediately. The other chunks are drawn while the browser is idle, so that
// the browser's find command and a print include them.
type list struct {
	*page
	drawn   *reader.List
	parts   dom.List    // the elements of the chunks (runs of turns), in order
	drawing dom.Idle    // draws the turns far from the viewport while the browser is idle
	items   dom.Watcher // reports which items near the viewport enter or leave the part where one reads
}

// chunks is a selector for the elements of all chunks. A chunk is a run of turns whose
// markup is written together.
const chunks = ".list ol"

// find finds the elements of the chunks (runs of turns) in the page. The first chunks
// may already contain their list items. The others are empty.
func (l *list) find(root dom.Element) {
	l.parts = root.QueryList(chunks)
	written := l.parts.Len() - root.QueryList(chunks+":empty").Len()
	l.drawn = l.state.NewList(written, l.options.Highlights)
}

// row returns the list item of turn n. If the item is not drawn yet or is out of date,
// row draws it first.
func (l *list) row(n int) dom.Element {
	c := l.state.Layout.ChunkOf(n)
	l.drawChunk(c)
	return l.parts.At(c).Child(n - l.state.Layout.Chunks[c].First)
}

// show updates the chunks (runs of turns) of the list after a filter, a search or
// another choice. In a long transcript, it updates only the chunks near the viewport.
// [list.drawNext] updates the others later.
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

// drawChunk brings the list items of chunk c up to date. A chunk is a run of turns.
// drawChunk does not draw items that are up to date already.
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

// drawRow brings the list item of the turn at position i up to date. The item is child k
// of the element chunk, which contains a run of turns. Both i and k count from 0.
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

// drawNext does one step of the work for which the page waits until the browser is
// idle. It returns true if more work is left. The first steps prepare the search, so
// that the first keystroke is fast. Each later step draws one chunk (run of turns) of
// the list.
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

// observe begins or ends the watching of the list items in chunk c, a run of turns. If
// the chunk is near the viewport, a watcher reports which of the items enter the part of
// the viewport where one reads. Otherwise the items are not watched.
func (l *list) observe(c int) {
	if l.drawn.Near(c) {
		l.items.AddChildren(l.parts.At(c), l.state.Layout.Chunks[c].First-1)
	} else {
		l.items.DropChildren(l.parts.At(c))
	}
}

// approach is called when chunks (runs of turns) have come near the viewport or are no
// longer near. It draws a chunk that is now near. For every chunk in seen, it updates the
// highlights of search hits, and starts or ends the watching of its items.
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

// highlight highlights the hits in chunk c, a run of turns, if the browser can do that
// without a change of the markup. So a keystroke in the search field does not render
// the list again.
func (l *list) highlight(c int) {
	places, changed := l.drawn.AppendMarks(l.buf[:0], c)
	if l.buf = places; changed {
		l.host.Highlight(l.parts.At(c), places)
	}
}

// clearHighlights removes the highlights of search hits in the whole list.
func (l *list) clearHighlights() {
	for c := range l.drawn.Len() {
		if l.drawn.Marked(c) {
			l.host.Highlight(l.parts.At(c), nil)
		}
	}
}
