//go:build js && wasm

package widget

// highlight has the browser highlight the hits in chunk c, where it can, instead of
// rendering them: a keystroke changes no node of the list.
func (l *list) highlight(c int) {
	k := &l.chunks[c]
	if !l.options.Highlights || !l.state.Layout.Searching && !k.marked {
		return
	}
	l.buf = l.buf[:0]
	if k.near || !l.state.Layout.Dense {
		l.buf = l.state.AppendHighlights(l.buf, c)
	}
	l.host.Highlight(l.parts.At(c), l.buf)
	k.marked = len(l.buf) > 0
}

// clearHighlights removes the highlights of all chunks.
func (l *list) clearHighlights() {
	for c := range l.chunks {
		if l.chunks[c].marked {
			l.host.Highlight(l.parts.At(c), nil)
		}
	}
}
