//go:build js && wasm

package widget

import "strconv"

// highlight has the browser highlight the hits in chunk c, where it can, instead of
// rendering them: a keystroke changes no node of the list.
func (w *Widget) highlight(c int) {
	k := &w.list.chunks[c]
	if !w.options.Highlights || !w.layout.Searching && !k.marked {
		return
	}
	w.buf = w.buf[:0]
	if k.near || !w.layout.Dense {
		w.buf = w.appendPlaces(w.buf, c)
	}
	w.host.Highlight(w.list.elements.At(c), w.buf)
	k.marked = len(w.buf) > 0
}

// appendPlaces writes where the hits of chunk c are: for each part of a paragraph
// the item's position, the paragraph's, and start and end in UTF-16 code units, as
// the page counts them. The turn with the current hit is rendered with its marks.
func (w *Widget) appendPlaces(dst []byte, c int) []byte {
	of := &w.layout.Chunks[c]
	for i := of.First - 1; i < of.Last; i++ {
		row := &w.layout.Rows[i]
		if len(row.Hits) == 0 || row.Hit || !row.Shown {
			continue
		}
		at := cursor{text: w.transcript.Turns[i].Text}
		for _, hit := range w.finder.All(i) {
			at.move(hit.Start)
			for at.offset < hit.End {
				dst = appendNumbers(dst, i+1-of.First, at.paragraph, at.unit)
				at.move(min(hit.End, at.paragraphEnd()))
				dst = appendNumbers(dst, at.unit)
				at.move(min(hit.End, at.offset+1))
			}
		}
	}
	return dst
}

func appendNumbers(dst []byte, numbers ...int) []byte {
	for _, n := range numbers {
		dst = strconv.AppendInt(dst, int64(n), 10)
		dst = append(dst, ' ')
	}
	return dst
}

// cursor is a place in a text, which only moves on.
type cursor struct {
	text      string
	offset    int // bytes
	paragraph int
	unit      int // UTF-16 code units before it in its paragraph
}

// move moves to an offset that is not before the present one.
func (c *cursor) move(to int) {
	for _, r := range c.text[c.offset:to] {
		switch {
		case r == '\n':
			c.paragraph, c.unit = c.paragraph+1, 0
		case r > 0xFFFF:
			c.unit += 2
		default:
			c.unit++
		}
	}
	c.offset = to
}

// paragraphEnd returns the offset at which the paragraph ends.
func (c *cursor) paragraphEnd() int {
	for i := c.offset; i < len(c.text); i++ {
		if c.text[i] == '\n' {
			return i
		}
	}
	return len(c.text)
}
