//go:build js && wasm

package widget

import (
	"slices"

	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// list is the list of the turns in the page. Of a long transcript only the chunks near
// the viewport are drawn at once; the others follow while the browser is idle, so that
// the browser's own search and the printer reach them.
type list struct {
	*page
	parts   dom.List // one element for each chunk
	chunks  []chunk
	drawn   []timeline.Row // by turn; not valid for a chunk that is not written
	sizes   []int32        // see showSizes
	drawing dom.Idle       // draws the chunks that are not near
	items   dom.Watcher    // of the items near the viewport
}

type chunk struct {
	written     bool // its items are in the page
	stale       bool // it differs from the layout
	near        bool // it is at most a screen away
	hidden      bool // nothing of it is visible
	marked      bool // the browser highlights hits in it
	rows, words int  // the size that its style has, see showSizes
}

// chunks selects the elements of the chunks.
const chunks = ".list ol"

// find finds the chunks of the layout in the page, the first of which are written.
func (l *list) find(root dom.Element) {
	layout := l.state.Layout
	l.parts = root.QueryList(chunks)
	l.chunks = make([]chunk, len(layout.Chunks))
	l.drawn = slices.Clone(layout.Rows)
	written := len(layout.Chunks) - root.QueryList(chunks+":empty").Len()
	for c := range l.chunks {
		l.chunks[c] = chunk{written: c < written, stale: c >= written}
	}
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
	left := false
	l.showSizes()
	for c := range l.chunks {
		k := &l.chunks[c]
		k.stale = k.stale || l.state.Differs(l.drawn, c, l.options.Highlights)
		if k.near || !l.state.Layout.Dense {
			l.drawChunk(c)
			l.highlight(c)
		}
		left = left || k.stale
	}
	if left {
		l.drawing.Start()
	}
}

// showSizes hides the chunks that have nothing to show. Those of a long transcript that
// are not near take the height that their words will need.
func (l *list) showSizes() {
	l.sizes = l.sizes[:0]
	for c := range l.chunks {
		k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
		if k.hidden != of.Empty() {
			k.hidden = of.Empty()
			l.parts.At(c).SetFlag("hidden", k.hidden)
		}
		if l.state.Layout.Dense && !k.near && (k.rows != of.Shown || k.words != of.Words) {
			k.rows, k.words = of.Shown, of.Words
			l.sizes = append(l.sizes, int32(c), int32(k.rows), int32(k.words))
		}
	}
	if len(l.sizes) > 0 {
		l.host.SetSizes(l.parts, l.sizes)
	}
}

// drawChunk brings the items of chunk c up to date.
func (l *list) drawChunk(c int) {
	layout := l.state.Layout
	k, of := &l.chunks[c], &layout.Chunks[c]
	switch {
	case !k.stale:
		return
	case !k.written:
		l.buf = render.AppendItems(l.buf[:0], l.state.Transcript, layout, l.options, c)
		l.replace(l.parts.At(c))
		copy(l.drawn[of.First-1:of.Last], layout.Rows[of.First-1:of.Last])
		k.written = true
		l.observe(c)
	default:
		element := l.parts.At(c)
		for i := of.First - 1; i < of.Last; i++ {
			l.drawRow(element, i, i+1-of.First)
		}
	}
	k.stale = false
}

// drawRow brings the item at position i, the k-th of its chunk, up to date.
func (l *list) drawRow(chunk dom.Element, i, k int) {
	row := &l.state.Layout.Rows[i]
	switch reader.Compare(&l.drawn[i], row, l.options.Highlights) {
	case reader.None:
		return
	case reader.Presence:
		chunk.Child(k).Query(".turn").SetFlag("hidden", !row.Shown)
	case reader.Markup:
		l.state.Complete(i)
		l.buf = render.AppendRow(l.buf[:0], l.state.Transcript, l.state.Layout, l.options, i)
		l.replace(chunk.Child(k))
	}
	l.drawn[i] = *row
}

// drawNext does one step of what is left to do while the browser is idle, and reports
// whether more is left. The search gets ready first, so that the first keystroke is
// fast; then each step draws one chunk.
func (l *list) drawNext() bool {
	if l.state.Prepare() {
		return true
	}
	for c := range l.chunks {
		if l.chunks[c].stale {
			l.drawChunk(c)
			return true
		}
	}
	return false
}

// observe watches the items of a chunk that is near, and no longer those of another.
func (l *list) observe(c int) {
	if l.chunks[c].near {
		l.items.AddChildren(l.parts.At(c), l.state.Layout.Chunks[c].First-1)
		return
	}
	l.items.DropChildren(l.parts.At(c))
	l.state.Unsee(c)
}

// approach notes which chunks come near or go away, and brings them up to date.
func (l *list) approach(seen []dom.Sight) {
	for _, chunk := range seen {
		c := chunk.N
		l.chunks[c].near = chunk.Inside
		if chunk.Inside {
			l.drawChunk(c)
		}
		l.highlight(c)
		l.observe(c)
	}
}
