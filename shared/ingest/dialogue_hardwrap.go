package ingest

import (
	"strings"
	"unicode/utf8"
)

// A text is hard-wrapped only if its longest line is between these widths, in code
// points.
const (
	minWrapWidth = 50
	maxWrapWidth = 100
)

// hardWrap is the width at which the lines of a text were broken, as mail programs
// do. It distinguishes such lines, which continue a paragraph, from lines that end
// on purpose.
type hardWrap struct {
	width int // of the longest line; 0 if the text is not hard-wrapped
}

// broken reports whether a line of before code points, which is not blank, was
// broken because the first word of next did not fit.
func (w hardWrap) broken(before int, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return before+1+utf8.RuneCountInString(word) > w.width
}

// hardWrap returns the width at which the text is hard-wrapped, or the zero value.
// A text is hard-wrapped if most lines without a label follow a line that was
// broken to fit. One such line is not enough: the line after the longest one always
// looks so.
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
