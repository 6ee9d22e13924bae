package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// readSRT reads SubRip. Captions may lack their number, and times may have a comma or
// a point before the milliseconds.
func readSRT(src *source, l *ledger) (*draft, string, error) {
	if !startsWithTimes(src, 0) {
		return nil, "", nil
	}
	list := blocks(src)
	c := newCaptions(src, l)
	c.findSpeakers(list)
	for _, b := range list {
		c.srtBlock(b)
	}
	why := "times around -->"
	switch {
	case !strings.Contains(src.text, arrow):
		why = "lines of two times with a comma between them"
	case c.commas > 0:
		why = "times with commas around -->"
	}
	return c.draft, c.evidence(why), nil
}

// srtBlock reads the captions of a block, which is the lines between two blank lines.
// Usually it is one caption. A block has several if the blank lines between them are
// missing, and none if a blank line divides the text of a caption.
func (c *captions) srtBlock(b block) {
	from := -1 // index of the line of times of the current caption; -1 if there is none
	for i, line := range b.lines {
		if _, _, ok := timesIn(c.src.slice(line)); !ok {
			continue
		}
		end := i
		if i > 0 && isNumber(c.src.slice(b.lines[i-1])) {
			end--
			c.account(SpanMarkup, b.lines[i-1])
		}
		c.finishCue(b.lines, from, end)
		from = i
	}
	c.finishCue(b.lines, from, len(b.lines))
}

// finishCue reads the caption whose line of times is lines[from]; lines[end] begins
// the next one. If from is negative, the lines before end belong to the caption
// before.
func (c *captions) finishCue(lines []transcript.Range, from, end int) {
	if from >= 0 {
		c.caption(lines[from:end])
		return
	}
	for _, line := range lines[:end] {
		if c.cuesIn == 0 {
			c.omitUnknown(line, "a line before the first cue")
			continue
		}
		c.payload(line)
	}
}

// isNumber reports whether s is the number of a caption.
func isNumber(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && strings.Trim(s, "0123456789") == ""
}
