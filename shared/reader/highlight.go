package reader

import "strconv"

// AppendHighlights appends the places of the hits in chunk c, which the browser
// highlights. Each hit has one place for each paragraph that it is in. A place is four
// numbers, each followed by a space: the position of the list item in the chunk, the
// position of the paragraph in the turn, and the start and the end in the paragraph in
// UTF-16 code units. "2 0 3 8 " is in the first paragraph of the third item. There are
// no places for hidden turns, nor for the turn with the current hit, which has its hits
// in the markup.
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
			// A hit over the end of a paragraph has a place in each paragraph.
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

// cursor is a position in a text. It only moves forward.
type cursor struct {
	text      string
	offset    int // bytes
	paragraph int
	unit      int // UTF-16 code units from the beginning of the paragraph
}

// move moves the cursor to an offset, which must not be before its present offset.
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

// paragraphEnd returns the offset at which the cursor's paragraph ends.
func (c *cursor) paragraphEnd() int {
	for i := c.offset; i < len(c.text); i++ {
		if c.text[i] == '\n' {
			return i
		}
	}
	return len(c.text)
}
