package ingest

import (
	"strings"
	"unicode/utf8"
)

// Widths, in code points, between which lines are taken for hard-wrapped.
const (
	minWrapWidth = 50
	maxWrapWidth = 100
)

// hardWrap tells lines that were broken to fit a width from lines that end on
// purpose.
type hardWrap struct {
	width int // the longest line; 0 when the text is not hard-wrapped
}

// broken reports whether a line of that many code points, which is not blank,
// was broken only because the first word of next would not have fitted.
func (w hardWrap) broken(before int, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return before+1+utf8.RuneCountInString(word) > w.width
}

// hardWrap finds out whether the text is hard-wrapped: most lines that go on
// without a label are broken to fit, and more than one, since the longest line
// always looks so.
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
