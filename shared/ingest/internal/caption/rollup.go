package caption

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// rollupTracker finds the repeated lines of roll-up captions. In such captions, for
// example YouTube's automatic ones, each caption begins with the last line of the
// caption before it.
type rollupTracker struct {
	before string // last line of the caption before
	last   string // last line read of the current caption
	first  bool   // the current caption has no line yet
}

// begin ends the current caption and begins the next one.
func (r *rollupTracker) begin() {
	if r.last != "" {
		r.before = r.last
	}
	r.last, r.first = "", true
}

// isRepeat stores a line as the latest line of the current caption. It reports
// whether this line is the first of its caption and equals the last line of the
// previous caption.
func (r *rollupTracker) isRepeat(line string) bool {
	again := r.first && line != "" && line == r.before
	r.last, r.first = line, false
	return again
}

// decideRollup decides whether repeated lines are left out. In roll-up captions, a
// caption begins with the last line of the previous caption. If nearly every caption
// begins in this way, the repeated lines are left out by default. Otherwise they are
// kept, because a person may say the same words twice. If at least half of the captions
// begin in this way, an editor can reverse the decision.
func (c *captions) decideRollup(list []block) {
	// Example: the first caption has the line "a", the second has the lines "a" and "b",
	// and the third has "b" and "c". Two of these captions repeat a line. The editor is
	// asked if at least three captions repeat a line, and these are at least half of the
	// captions after the first; see testdata/vtt-rollup.txtar.
	const least = 3
	var r rollupTracker
	var first transcript.Range
	n, cues := 0, 0
	for _, b := range list {
		cue := b.softBreak && cues > 0
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.Src.Slice(line)); ok {
				cue = true
				cues++
				r.begin()
			} else if cue && r.isRepeat(c.withoutStyle(line)) {
				if n++; n == 1 {
					first = line
				}
			}
		}
	}
	if n < least || 2*n < cues-1 {
		return
	}
	at := c.Src.Position(first.Start)
	d := draft.Decision{
		ID: "drop:rolling", Kind: draft.DecideDrop, Applied: 10*n >= 9*(cues-1), Labels: []draft.LabelCount{}, Position: &at,
		Reason: "captions begin with the last line of the one before, as roll-up captions do; such captions: " + strconv.Itoa(n) + " of " + strconv.Itoa(cues),
	}
	m := draft.Remark{Kind: draft.RemarkRepeated, Level: draft.LevelCheck, Decision: d.ID, Done: "kept; " + d.Reason, Alternatives: []string{"leave the repeated lines out"}}
	if c.dropsRollup = c.ledger.Decide(d); c.dropsRollup {
		m.Done, m.Alternatives = "repeated lines are left out; "+d.Reason, []string{"keep the repeated lines"}
	}
	c.Remark(first, m)
}

// withoutStyle returns the text of a line without tags such as <i> or <c>. It keeps a
// voice tag such as <v Ada>. So the same words by two speakers are different texts, and
// do not count as a repeated line.
func (c *captions) withoutStyle(line transcript.Range) string {
	text := c.Src.Slice(line)
	var b strings.Builder
	for text != "" {
		at, n := c.nextTag(text)
		b.WriteString(text[:at])
		if strings.HasPrefix(text[at:], "<v") {
			b.WriteString(text[at : at+n])
		}
		text = text[at+n:]
	}
	return strings.TrimSpace(b.String())
}

// skipRollup reports whether a line is left out. This is the case if the line repeats the
// last line of the previous caption, and decideRollup has decided that such lines are
// left out. If so, the import report lists the line as omitted.
func (c *captions) skipRollup(line transcript.Range) bool {
	if !c.dropsRollup || !c.rollup.isRepeat(c.withoutStyle(line)) {
		return false
	}
	c.Account(draft.SpanOmitted, line)
	return true
}
