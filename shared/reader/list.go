package reader

import (
	"slices"

	"quoteline/shared/timeline"
)

// List records which turns of the list a page has rendered, and in which state. The
// page renders the list in chunks, runs of turns whose markup is written together. A
// long transcript has many chunks. The page renders a chunk near the viewport at once,
// and the others later, while the browser is idle.
type List struct {
	state      *State
	highlights bool
	chunks     []drawnChunk
	drawn      []timeline.Row // the state of each turn when it was rendered; valid only for turns that are in the page
	sizes      []int32
}

type drawnChunk struct {
	written     bool // the list items of the chunk's turns are in the page
	stale       bool // the chunk must still be updated after a filter, a search or another choice
	near        bool // the chunk is in the viewport or less than a screen away from it
	hidden      bool // the chunk has no visible turn and no placeholder for hidden turns
	marked      bool // the browser highlights hits in the chunk
	rows, words int  // the numbers of visible turns and of words that the chunk's style in the page has
}

// NewList returns a record of which turns the page has rendered. written is the number
// of chunks (runs of turns) whose items are already in the page. These are the first
// chunks. highlights is true if the browser can highlight hits without markup.
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

// Len returns the number of chunks. A chunk is a run of turns whose markup is written
// together.
func (l *List) Len() int { return len(l.chunks) }

// Update records whether chunk c (a run of turns) needs an update in the page. It
// returns true if the page must make any such update at once, because the chunk is near
// the viewport or the transcript is short.
func (l *List) Update(c int) (now bool) {
	k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
	for i := of.First - 1; i < of.Last && !k.stale; i++ {
		k.stale = l.Row(i) != None
	}
	return k.near || !l.state.Layout.Dense
}

// Chunk returns the update that chunk c (a run of turns) needs. Markup means that the
// page must render all its items. Presence means that the page must ask [List.Row]
// about each item. None means no update.
func (l *List) Chunk(c int) Difference {
	switch k := &l.chunks[c]; {
	case !k.stale:
		return None
	case !k.written:
		return Markup
	}
	return Presence
}

// Row returns the update that the list item of the turn at position i (from 0) needs.
// The item must be in the page.
func (l *List) Row(i int) Difference {
	return Compare(&l.drawn[i], &l.state.Layout.Rows[i], l.highlights)
}

// DrewRow records that the page has updated the list item at position i (from 0).
func (l *List) DrewRow(i int) { l.drawn[i] = l.state.Layout.Rows[i] }

// Drew records that the page has updated all items of chunk c, a run of turns.
func (l *List) Drew(c int) {
	k, of := &l.chunks[c], &l.state.Layout.Chunks[c]
	if !k.written {
		copy(l.drawn[of.First-1:of.Last], l.state.Layout.Rows[of.First-1:of.Last])
	}
	k.written, k.stale = true, false
}

// Stale returns the position of the first chunk (run of turns) that needs an update. It
// returns -1 if no chunk needs one.
func (l *List) Stale() int {
	return slices.IndexFunc(l.chunks, func(k drawnChunk) bool { return k.stale })
}

// Approach records whether chunk c, a run of turns, is in the viewport or less than a
// screen away.
func (l *List) Approach(c int, near bool) {
	l.chunks[c].near = near
	if !near {
		l.state.unsee(c)
	}
}

// Near reports whether chunk c, a run of turns, is in the viewport or less than a
// screen away.
func (l *List) Near(c int) bool { return l.chunks[c].near }

// Hide decides whether the page must hide chunk c, a run of turns. hidden is true if
// the chunk has no visible turn and no placeholder for hidden turns (stub). changed is
// true if hidden differs from the last call.
func (l *List) Hide(c int) (hidden, changed bool) {
	k := &l.chunks[c]
	hidden = l.state.Layout.Chunks[c].Empty()
	changed = k.hidden != hidden
	k.hidden = hidden
	return hidden, changed
}

// Sizes returns three numbers for each chunk (run of turns) whose style must be
// updated: the position of the chunk, the number of its visible turns, and the number
// of words in them. From the last two, the browser estimates the height of a chunk that
// is not drawn. Sizes returns only chunks that are not near the viewport and whose
// numbers have changed since the last call. For a short transcript it returns none.
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

// AppendMarks appends where the browser must highlight hits in chunk c, a run of turns,
// in the form of [State.AppendHighlights]. changed is true if the browser has to
// replace its highlights in the chunk. In a long transcript, only chunks near the
// viewport have highlights.
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

// Marked reports whether the browser now highlights hits in chunk c, a run of turns.
func (l *List) Marked(c int) bool { return l.chunks[c].marked }
