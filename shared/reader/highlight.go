package reader

import "strconv"

// AppendHighlights appends the places of the hits in chunk c for the browser to
// highlight. For each part of a paragraph these are four numbers, each followed by a
// space: the item's position in the chunk, the paragraph's in the turn, and start and
// end in UTF-16 code units, as a page counts them. "2 0 3 8 " is in the first paragraph
// of the third item. Left out are hidden turns, and the turn with the current hit,
// which has marks in its markup.
func (s *State) AppendHighlights(dst []byte, c int) []byte {
	of := &s.Layout.Chunks[c]
	for i := of.First - 1; i < of.Last; i++ {
		row := &s.Layout.Rows[i]
		if len(row.Hits) == 0 || row.Hit || !row.Shown {
			continue
		}
		at := cursor{text: s.Transcript.Turns[i].Text}
		for _, hit := range s.finder.All(i) {
			at.move(hit.Start)
			// A hit over a line break has a part in each paragraph.
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

// cursor is a place in a text. It only moves forward.
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
