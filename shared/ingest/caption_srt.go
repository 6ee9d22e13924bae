package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// readSRT reads SubRip, with or without numbers, with commas or points in times.
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

// srtBlock reads the cues of a block. Usually there is one. If blank lines are
// missing, there are more. If a cue's text contains a blank line, its second block
// has none.
func (c *captions) srtBlock(b block) {
	from := -1 // the line of times of the open cue
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

// finishCue reads the cue whose line of times is lines[from]. If from is negative,
// the lines before end continue the cue before.
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

// isNumber reports whether s is a cue's number.
func isNumber(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && strings.Trim(s, "0123456789") == ""
}
