package reader

import (
	"slices"

	"quoteline/shared/timeline"
)

// List records which turns of the list a page has rendered. It is rendered in chunks. A
// long transcript has many: the page renders those near the viewport at once, and the
// others when it has time.
type List struct {
	state      *State
	highlights bool
	chunks     []drawnChunk
	drawn      []timeline.Row // the state of each turn when it was rendered; not valid in a chunk that is not written
	sizes      []int32
}

type drawnChunk struct {
	written     bool // its items are in the page
	stale       bool // it differs from the present layout
	near        bool // it is at most the height of a screen away from the viewport
	hidden      bool // it has no visible turn and no stub
	marked      bool // the browser highlights hits in it
	rows, words int  // the numbers of visible turns and words that its style has
}

// NewList returns the list of the present layout. The page already has the items of the
// first chunks; written is the number of these chunks. highlights reports whether the
// browser can highlight hits without markup.
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

// Update compares chunk c with the present layout. It returns true if the page must
// render the differences at once, because the chunk is near the viewport or the
// transcript is short.
func (l *List) Update(c int) (now bool) {
	k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
	for i := of.First - 1; i < of.Last && !k.stale; i++ {
		k.stale = l.Row(i) != None
	}
	return k.near || !l.state.Layout.Dense
}

// Chunk returns the update that chunk c needs: Markup if all its items must be
// rendered, Presence if each item must be compared with [List.Row], or None.
func (l *List) Chunk(c int) Difference {
	switch k := &l.chunks[c]; {
	case !k.stale:
		return None
	case !k.written:
		return Markup
	}
	return Presence
}

// Row returns the update that the item at position i needs. The item must be in the
// page.
func (l *List) Row(i int) Difference {
	return Compare(&l.drawn[i], &l.state.Layout.Rows[i], l.highlights)
}

// DrewRow records that the page has updated the item at position i.
func (l *List) DrewRow(i int) { l.drawn[i] = l.state.Layout.Rows[i] }

// Drew records that the page has updated chunk c.
func (l *List) Drew(c int) {
	k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
	if !k.written {
		copy(l.drawn[of.First-1:of.Last], l.state.Layout.Rows[of.First-1:of.Last])
	}
	k.written, k.stale = true, false
}

// Stale returns the position of the first chunk that needs an update, or -1 if none
// does.
func (l *List) Stale() int {
	return slices.IndexFunc(l.chunks, func(k drawnChunk) bool { return k.stale })
}

// Approach records whether chunk c is near the viewport.
func (l *List) Approach(c int, near bool) {
	l.chunks[c].near = near
	if !near {
		l.state.unsee(c)
	}
}

// Near reports whether chunk c is near the viewport.
func (l *List) Near(c int) bool { return l.chunks[c].near }

// Hide returns whether chunk c has no visible turn and no stub, and whether that has
// changed since the last call.
func (l *List) Hide(c int) (hidden, changed bool) {
	k := &l.chunks[c]
	hidden = l.state.Layout.Chunks[c].Empty()
	changed = k.hidden != hidden
	k.hidden = hidden
	return hidden, changed
}

// Sizes returns three numbers for each chunk whose style must be updated: the position
// of the chunk, and the numbers of its visible turns and of the words in them. From
// these numbers the browser estimates the height of a chunk that is not drawn. Only
// chunks of a long transcript that are not near the viewport need them. Sizes returns
// those that have changed since the last call.
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

// AppendMarks appends the places of the hits in chunk c, as [State.AppendHighlights]
// does. changed reports whether the browser has to replace its highlights in the chunk.
// In a long transcript, a chunk that is not near the viewport has no highlights.
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
