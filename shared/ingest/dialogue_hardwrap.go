package ingest

import (
	"strings"
	"unicode/utf8"
)

// A hard-wrapped text has lines that were broken at a fixed width. Its longest line
// must be between these widths, in code points.
const (
	minWrapWidth = 50
	maxWrapWidth = 100
)

// hardWrap is the width at which the lines of a text were broken, for example by a
// mail program. A line that was broken there continues on the next line; a shorter
// line ends a paragraph.
type hardWrap struct {
	width int // length of the longest line in code points; 0 if the text is not hard-wrapped
}

// broken reports whether a line was broken because the first word of the next line
// did not fit. The argument before is the line's length in code points, at least 1.
func (w hardWrap) broken(before int, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return before+1+utf8.RuneCountInString(word) > w.width
}

// hardWrap returns the width at which the text is hard-wrapped, or the zero value if
// it is not. A text is hard-wrapped if at least half of the lines without a label
// follow a line that was broken because of its width. One such line is not enough,
// because the line after the longest line always looks so.
func (c *labelCandidates) hardWrap() hardWrap {
	w := hardWrap{c.longest}
	if w.width < minWrapWidth || w.width > maxWrapWidth {
		return hardWrap{}
	}
	lines, broken, before := 0, 0, 0
	for line := range c.src.lines() {
		s := turnStartAt(c.src.text, skipSpace(c.src.text, line.Start, line.End), line.End)
		if before > 0 && s.at < line.End && s.arrows == 0 && !s.labelled() {
			lines++
			if w.broken(before, c.src.text[s.at:line.End]) {
				broken++
			}
		}
		before = width(c.src.slice(line))
	}
	if broken < 2 || 2*broken < lines {
		return hardWrap{}
	}
	return w
}
