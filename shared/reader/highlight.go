package reader

import "strconv"

// AppendHighlights appends where the browser must highlight hits in chunk c, a run of
// turns whose markup is written together. A hit has one place for each paragraph that
// it touches. Hidden turns have no places. The turn with the current hit has none
// either, because its markup contains its hits.
//
// A place is four numbers, each followed by a space. They are the position of the list
// item in the chunk, the position of the paragraph in the turn, and the start and the
// end of the hit in the paragraph. All count from 0, and the last two count UTF-16 code
// units. "2 0 3 8 " is in the first paragraph of the third item.
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
			// A hit that continues in the next paragraph becomes two places to
			// highlight, one in each paragraph.
			for at.offset < hit.End {
				dst = appendNumbers(dst, i+1-of.First, at.paragraph, at.unit)
				at.move(at.paragraphEnd(hit.End))
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
	offset    int // in bytes, from the beginning of the text
	paragraph int
	unit      int // in UTF-16 code units, from the beginning of the paragraph
}

// move moves the cursor forward to a byte offset of the text. The offset must not be
// before the cursor's present offset.
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

// paragraphEnd returns the byte offset of the end of the cursor's paragraph. If the end
// is after most, it returns most. It looks no further, because it is called for each hit,
// and a long paragraph may have very many hits.
func (c *cursor) paragraphEnd(most int) int {
	for i := c.offset; i < most; i++ {
		if c.text[i] == '\n' {
			return i
		}
	}
	return most
}
