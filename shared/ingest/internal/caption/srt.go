package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// SubRip returns SubRip, a format of subtitle files. A caption may lack its number,
// and a time may have a comma or a point before the milliseconds.
func SubRip() draft.Format {
	return draft.Format{
		Name:   "srt",
		Detect: func(src *source.Source) bool { return startsWithTimes(src, 0) },
		Read:   readSubRip,
	}
}

// readSubRip reads the captions of a SubRip file.
func readSubRip(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	list := blocks(src)
	c := newCaptions(src, l)
	if !strings.Contains(src.Text, arrow) {
		c.divideLines(list)
	}
	c.findSpeakers(list)
	for _, b := range list {
		c.srtBlock(b)
	}
	why := "times around -->"
	switch {
	case !strings.Contains(src.Text, arrow):
		why = "lines of two times with a comma between them"
	case c.commas > 0:
		why = "times with commas around -->"
	}
	return c.Draft, c.evidence(why), nil
}

// srtBlock reads a block: the lines between two blank lines. Usually a block is one
// caption. If the blank lines between captions are missing, a block has several captions.
// If a blank line divides the text of a caption, the rest of the text is a block without
// times. Its lines are added to that caption.
func (c *captions) srtBlock(b block) {
	from := -1 // index of the line of times of the current caption; -1 if there is none
	for i, line := range b.lines {
		if _, _, ok := timesIn(c.Src.Slice(line)); !ok {
			continue
		}
		end := i
		named := i == 1 && c.survey.idNames
		if i > 0 && isNumber(c.Src.Slice(b.lines[i-1])) {
			end--
			c.Account(draft.SpanMarkup, b.lines[i-1])
		} else if named {
			end--
		}
		c.finishCue(b.lines, from, end)
		if named && end == 0 {
			c.idName = c.Src.Body(b.lines[0])
		}
		from = i
	}
	c.finishCue(b.lines, from, len(b.lines))
}

// finishCue reads the caption that consists of lines[from:end]; its first line has
// the times. If from is negative, lines[:end] have no times, so they are further text
// of the previous caption. If there is no previous caption, these lines are left out.
func (c *captions) finishCue(lines []transcript.Range, from, end int) {
	if from >= 0 {
		c.caption(lines[from:end])
		return
	}
	for _, line := range lines[:end] {
		if c.cuesIn == 0 && c.subViewerField(line) {
			continue
		}
		if c.cuesIn == 0 {
			c.OmitUnknown(line, "a line before the first cue")
			continue
		}
		c.payload(line)
	}
	if c.survey.gapped() {
		c.MarkDirection()
	}
}

// isNumber reports whether s consists of digits only, as the line with a caption's
// number does.
func isNumber(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && strings.Trim(s, "0123456789") == ""
}
