package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// rollupTracker finds the lines that roll-up captions repeat: each caption begins
// with the last line of the caption before it, as in YouTube's automatic captions.
type rollupTracker struct {
	before string // last line of the caption before
	last   string // last line read of the current caption
	first  bool   // the current caption has no line yet
}

// begin begins the next caption.
func (r *rollupTracker) begin() {
	if r.last != "" {
		r.before = r.last
	}
	r.last, r.first = "", true
}

// isRepeat adds a line to the current caption and reports whether it repeats the last
// line of the caption before.
func (r *rollupTracker) isRepeat(line string) bool {
	again := r.first && line != "" && line == r.before
	r.last, r.first = line, false
	return again
}

// decideRollup decides whether to leave out the lines that captions repeat. By
// default they are kept, because a person may say the same words twice.
func (c *captions) decideRollup(list []block) {
	// Example: of three captions with the lines "a", "a b" and "b c" (each letter is
	// a line), two repeat a line. Captions are roll-up captions if at least three,
	// and half of all, repeat a line; see testdata/vtt-rollup.txtar.
	const least = 3
	var r rollupTracker
	var first transcript.Range
	n, cues := 0, 0
	for _, b := range list {
		cue := b.softBreak && cues > 0
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); ok {
				cue = true
				cues++
				r.begin()
			} else if cue && r.isRepeat(c.withoutTags(line)) {
				if n++; n == 1 {
					first = line
				}
			}
		}
	}
	if n < least || 2*n < cues-1 {
		return
	}
	at := c.src.position(first.Start)
	d := Decision{
		ID: "drop:rolling", Kind: DecideDrop, Labels: []LabelCount{}, Position: &at,
		Reason: "captions begin with the last line of the one before, as roll-up captions do; such captions: " + strconv.Itoa(n) + " of " + strconv.Itoa(cues),
	}
	m := Remark{Kind: RemarkRepeated, Level: LevelCheck, Decision: d.ID, Done: "kept; " + d.Reason, Alternatives: []string{"leave the repeated lines out"}}
	if c.dropsRollup = c.ledger.decide(d); c.dropsRollup {
		m.Done, m.Alternatives = "repeated lines are left out; "+d.Reason, []string{"keep the repeated lines"}
	}
	c.remark(first, m)
}

// withoutTags returns a line without its tags.
func (c *captions) withoutTags(line transcript.Range) string {
	text := c.src.slice(line)
	var b strings.Builder
	for text != "" {
		at, n := c.nextTag(text)
		b.WriteString(text[:at])
		text = text[at+n:]
	}
	return strings.TrimSpace(b.String())
}

// skipRollup reports whether a line repeats the last line of the caption before and
// the editor chose to leave such lines out. If so, it records the line as omitted.
func (c *captions) skipRollup(line transcript.Range) bool {
	if !c.dropsRollup || !c.rollup.isRepeat(c.withoutTags(line)) {
		return false
	}
	c.account(SpanOmitted, line)
	return true
}
