package dialogue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
)

// In a hard-wrapped text, a program broke the lines at a fixed width. A text counts
// as hard-wrapped only if the length of its longest line, in code points, is from
// minWrapWidth to maxWrapWidth.
const (
	minWrapWidth = 50
	maxWrapWidth = 100
)

// hardWrap is the width at which a program broke the lines of a text, as mail
// programs do. A line that was broken there continues on the next line; a shorter
// line ends a paragraph.
type hardWrap struct {
	width int // length of the longest line in code points; 0 if the text is not hard-wrapped
}

// joins reports whether two lines belong to one paragraph that was broken at a fixed
// width (a hard wrap). The argument before is the first line, or "" if this line is
// blank. The argument next is the second line.
func (w hardWrap) joins(before, next string) bool {
	n := width(before)
	return n > 0 && w.width > 0 && (w.broken(n, next) || w.continues(before, next))
}

// continues reports whether the first of two lines (argument before) ends inside a
// sentence that the second line (argument next) continues. It is called for a text whose
// lines were broken at a fixed width. The first line must have at least nine tenths of
// that width. Half of the width is enough if the second line begins in lower case.
func (w hardWrap) continues(before, next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	n := width(before)
	return (10*n >= 9*w.width || 2*n > w.width && unicode.IsLower(r)) && !label.SentenceFinished(before, 0, len(before))
}

// broken reports whether a program broke a line because the next word did not fit.
// The argument before is the length of this line in code points, at least 1. The
// argument next is the text of the next line.
func (w hardWrap) broken(before int, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return before+1+utf8.RuneCountInString(word) > w.width
}

// hardWrap returns the width at which a program broke the lines of the text. It returns
// the zero value if no program did. A line counts as broken if the first word of the next
// line was too long to fit on it, or if its sentence continues on the next line. At least
// half of the lines, and at least two, must be broken. Lines before a speaker's name do
// not count. One broken line is not enough, because the longest line of a text always
// counts as broken: its length is the width, so no word fits after it.
func (c *Candidates) hardWrap() hardWrap {
	w := hardWrap{c.longest}
	if w.width < minWrapWidth || w.width > maxWrapWidth {
		return hardWrap{}
	}
	lines, broken, before, last := 0, 0, 0, ""
	for line := range c.src.Lines() {
		s := label.TurnStartAt(c.src.Text, source.SkipSpace(c.src.Text, line.Start, line.End), line.End)
		if before > 0 && s.At < line.End && s.Arrows == 0 && !s.Labelled() {
			lines++
			if next := c.src.Text[s.At:line.End]; w.broken(before, next) || w.continues(last, next) {
				broken++
			}
		}
		last = c.src.Slice(line)
		before = width(last)
	}
	if broken < 2 || 2*broken < lines {
		return hardWrap{}
	}
	return w
}

// width returns the length of a line in code points, not counting white space at the
// end of the line.
func width(line string) int {
	return utf8.RuneCountInString(strings.TrimRightFunc(line, unicode.IsSpace))
}
