package reader

import (
	"slices"

	"quoteline/shared/timeline"
)

// List is what a page has drawn of the list of turns. It is drawn in chunks, of which a
// long transcript has many: those near the viewport at once, the others when there is
// time.
type List struct {
	state      *State
	highlights bool
	chunks     []drawnChunk
	drawn      []timeline.Row // by turn; not valid for a chunk that is not written
	sizes      []int32
}

type drawnChunk struct {
	written     bool // its items are in the page
	stale       bool // it differs from the layout
	near        bool // it is at most a screen away
	hidden      bool // nothing of it is visible
	marked      bool // the browser highlights hits in it
	rows, words int  // the size that its style has
}

// NewList returns the list of the present layout in a page that has the items of the
// first written chunks. Highlights says that the browser can highlight hits, which are
// not in the markup then.
func (s *State) NewList(written int, highlights bool) *List {
	l := &List{
		state:      s,
		highlights: highlights,
		chunks:     make([]drawnChunk, len(s.Layout.Chunks)),
		drawn:      slices.Clone(s.Layout.Rows),
	}
	for c := range l.chunks {
		l.chunks[c] = drawnChunk{written: c < written, stale: c >= written}
	}
	return l
}

// Len returns the number of chunks.
func (l *List) Len() int { return len(l.chunks) }

// Update compares chunk c with the layout, and reports whether it is to be drawn at
// once: it is near, or the transcript is short.
func (l *List) Update(c int) (now bool) {
	k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
	for i := of.First - 1; i < of.Last && !k.stale; i++ {
		k.stale = l.Row(i) != None
	}
	return k.near || !l.state.Layout.Dense
}

// Chunk returns what brings chunk c up to date: all its items are rendered (Markup), or
// some of them are (Presence), or none is.
func (l *List) Chunk(c int) Difference {
	switch k := &l.chunks[c]; {
	case !k.stale:
		return None
	case !k.written:
		return Markup
	}
	return Presence
}

// Row returns what brings the item at position i, which is in the page, up to date.
func (l *List) Row(i int) Difference {
	return Compare(&l.drawn[i], &l.state.Layout.Rows[i], l.highlights)
}

// DrewRow notes that the item at position i is up to date.
func (l *List) DrewRow(i int) { l.drawn[i] = l.state.Layout.Rows[i] }

// Drew notes that chunk c is up to date.
func (l *List) Drew(c int) {
	k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
	if !k.written {
		copy(l.drawn[of.First-1:of.Last], l.state.Layout.Rows[of.First-1:of.Last])
	}
	k.written, k.stale = true, false
}

// Stale returns the position of the first chunk that is not up to date, -1 if all are.
func (l *List) Stale() int {
	return slices.IndexFunc(l.chunks, func(k drawnChunk) bool { return k.stale })
}

// Approach notes that chunk c comes near the viewport or goes away.
func (l *List) Approach(c int, near bool) {
	l.chunks[c].near = near
	if !near {
		l.state.unsee(c)
	}
}

// Near reports whether chunk c is near the viewport.
func (l *List) Near(c int) bool { return l.chunks[c].near }

// Hide returns whether chunk c has nothing to show, and whether that has changed since
// the last call.
func (l *List) Hide(c int) (hidden, changed bool) {
	k := &l.chunks[c]
	hidden = l.state.Layout.Chunks[c].Empty()
	changed = k.hidden != hidden
	k.hidden = hidden
	return hidden, changed
}

// Sizes returns what the style of chunks has to know, three numbers each: the chunk's
// position, and the turns and the words that it shows. With them a browser reserves the
// height of chunks that are not drawn. They are needed for chunks of a long transcript
// that are not near, and only those that have changed since the last call are returned.
func (l *List) Sizes() []int32 {
	l.sizes = l.sizes[:0]
	if !l.state.Layout.Dense {
		return l.sizes
	}
	for c := range l.chunks {
		k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
		if !k.near && (k.rows != of.Shown || k.words != of.Words) {
			k.rows, k.words = of.Shown, of.Words
			l.sizes = append(l.sizes, int32(c), int32(k.rows), int32(k.words))
		}
	}
	return l.sizes
}

// AppendMarks appends the places of the hits for the browser to highlight in chunk c, as
// [State.AppendHighlights] has them, and reports whether it highlights others now. A chunk
// of a long transcript that is not near has none.
func (l *List) AppendMarks(dst []byte, c int) (places []byte, changed bool) {
	k := &l.chunks[c]
	if !l.highlights || !l.state.Layout.Searching && !k.marked {
		return dst, false
	}
	before := len(dst)
	if k.near || !l.state.Layout.Dense {
		dst = l.state.AppendHighlights(dst, c)
	}
	k.marked = len(dst) > before
	return dst, true
}

// Marked reports whether the browser highlights hits in chunk c.
func (l *List) Marked(c int) bool { return l.chunks[c].marked }
