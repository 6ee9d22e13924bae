//go:build js && wasm

package widget

import (
	"slices"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// list is the list of the turns as it stands in the page. Of a long transcript only
// the chunks near the viewport are drawn at once; the others follow while the
// browser is idle, so that the browser's own search and the printer reach them.
type list struct {
	elements dom.List // one a chunk
	chunks   []chunk
	drawn    []timeline.Row // by turn; of a chunk that is not written it means nothing
	extents  []int32        // see showExtents
}

type chunk struct {
	written     bool // its items are in the page
	stale       bool // it differs from the layout
	near        bool // it is at most a screen away
	hidden      bool // nothing of it is to be seen
	marked      bool // the browser highlights hits in it
	rows, words int  // what its style was told to show
}

// chunks selects the elements of the chunks.
const chunks = ".list ol"

// findList finds the chunks of layout l in the page, the first of which are written.
func findList(root dom.Element, l *timeline.Layout) list {
	found := list{elements: root.QueryList(chunks), chunks: make([]chunk, len(l.Chunks)), drawn: slices.Clone(l.Rows)}
	written := len(l.Chunks) - root.QueryList(chunks+":empty").Len()
	for c := range found.chunks {
		found.chunks[c] = chunk{written: c < written, stale: c >= written}
	}
	return found
}

// row returns the item of turn n, up to date.
func (w *Widget) row(n int) dom.Element {
	c := w.layout.ChunkOf(n)
	w.drawChunk(c)
	return w.list.elements.At(c).Child(n - w.layout.Chunks[c].First)
}

// showRows brings the chunks near the viewport up to date, or all of a short
// transcript, and leaves the others to [Widget.drawNext].
func (w *Widget) showRows() {
	left := false
	w.showExtents()
	for c := range w.list.chunks {
		k := &w.list.chunks[c]
		k.stale = k.stale || w.differs(c)
		if k.near || !w.layout.Dense {
			w.drawChunk(c)
			w.highlight(c)
		}
		left = left || k.stale
	}
	if left {
		w.drawing.Start()
	}
}

// differs reports whether an item of chunk c is not as the layout wants it.
func (w *Widget) differs(c int) bool {
	for i := w.layout.Chunks[c].First - 1; i < w.layout.Chunks[c].Last; i++ {
		if !w.sameRow(i) {
			return true
		}
	}
	return false
}

// sameRow reports whether the item at position i is as the layout wants it. Hits
// that the browser highlights do not stand in it.
func (w *Widget) sameRow(i int) bool {
	a, b := &w.list.drawn[i], &w.layout.Rows[i]
	if a.Shown != b.Shown || a.Stub != b.Stub || !sameBody(a, b) {
		return false
	}
	if w.options.Highlights && !b.Hit {
		return true
	}
	return sameHits(a, b)
}

// sameBody compares what an item shows beside its hits, stub and presence.
func sameBody(a, b *timeline.Row) bool {
	return a.Hit == b.Hit && a.Linked == b.Linked && a.Cited == b.Cited && a.Proof == b.Proof && a.Change == b.Change
}

func sameHits(a, b *timeline.Row) bool {
	if len(a.Hits) != len(b.Hits) {
		return false
	}
	for i := range a.Hits {
		if a.Hits[i] != b.Hits[i] {
			return false
		}
	}
	return true
}

// showExtents hides the chunks of which nothing is left to see. Those of a long
// transcript that are not near take the height that their words will need.
func (w *Widget) showExtents() {
	w.list.extents = w.list.extents[:0]
	for c := range w.list.chunks {
		k, of := &w.list.chunks[c], &w.layout.Chunks[c]
		if k.hidden != of.Empty() {
			k.hidden = of.Empty()
			w.list.elements.At(c).SetFlag("hidden", k.hidden)
		}
		if w.layout.Dense && !k.near && (k.rows != of.Shown || k.words != of.Words) {
			k.rows, k.words = of.Shown, of.Words
			w.list.extents = append(w.list.extents, int32(c), int32(k.rows), int32(k.words))
		}
	}
	if len(w.list.extents) > 0 {
		w.host.SetExtents(w.list.elements, w.list.extents)
	}
}

// drawChunk brings the items of chunk c up to date.
func (w *Widget) drawChunk(c int) {
	k, of := &w.list.chunks[c], &w.layout.Chunks[c]
	switch {
	case !k.stale:
		return
	case !k.written:
		w.buf = render.AppendItems(w.buf[:0], w.transcript, w.layout, w.options, c)
		w.replace(w.list.elements.At(c))
		copy(w.list.drawn[of.First-1:of.Last], w.layout.Rows[of.First-1:of.Last])
		k.written = true
		w.observe(c)
	default:
		element := w.list.elements.At(c)
		for i := of.First - 1; i < of.Last; i++ {
			if !w.sameRow(i) {
				w.drawRow(element.Child(i+1-of.First), i)
			}
		}
	}
	k.stale = false
}

// drawRow brings the item at position i up to date. Where the turn only comes or
// goes, its element stays, with what the reader may have selected in it.
func (w *Widget) drawRow(item dom.Element, i int) {
	was, is := &w.list.drawn[i], &w.layout.Rows[i]
	if was.Stub == is.Stub && sameBody(was, is) && (w.options.Highlights && !is.Hit || sameHits(was, is)) {
		item.Query(".turn").SetFlag("hidden", !is.Shown)
	} else {
		w.complete(i)
		w.buf = render.AppendRow(w.buf[:0], w.transcript, w.layout, w.options, i)
		w.replace(item)
	}
	w.list.drawn[i] = *is
}

// foldedAtOnce is how many turns are made ready for the search in one step.
const foldedAtOnce = 500

// drawNext draws one chunk that is not up to date, and reports whether others are
// left. First it gets ready to search, so that the first keystroke need not: it folds
// the text, and takes the memory of a second layout.
func (w *Widget) drawNext() bool {
	if w.finder.Fold(foldedAtOnce) {
		return true
	}
	if w.spare == nil {
		w.spare = w.line.Lay(&w.view)
		return true
	}
	for c := range w.list.chunks {
		if w.list.chunks[c].stale {
			w.drawChunk(c)
			return true
		}
	}
	return false
}

// hearPrinting makes everything ready to be printed: the whole line, and what of the list
// is not drawn. After that the line shows what it did.
func (w *Widget) hearPrinting() {
	seen := timeline.Whole()
	w.scope.Listen(dom.Window(), "beforeprint", func(dom.Event) {
		seen = w.layout.Window
		w.look(timeline.Whole())
		for w.drawNext() {
		}
	})
	w.scope.Listen(dom.Window(), "afterprint", func(dom.Event) {
		w.look(seen)
		w.looking.Stop() // nobody asked for it
	})
}
