package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// rollupTracker follows captions that roll: each begins with the line that the one
// before ended with, as automatic captions do.
type rollupTracker struct {
	before string // the last line of the caption before
	last   string // the last line so far
	first  bool   // the open caption has no line yet
}

// begin begins a caption.
func (r *rollupTracker) begin() {
	if r.last != "" {
		r.before = r.last
	}
	r.last, r.first = "", true
}

// isRepeat takes a line of the open caption, and reports whether it is the line
// that the one before ended with.
func (r *rollupTracker) isRepeat(line string) bool {
	again := r.first && line != "" && line == r.before
	r.last, r.first = line, false
	return again
}

// decideRollup settles whether the lines that captions repeat are left out. By
// itself ingest keeps them: a person may say a thing twice.
func (c *captions) decideRollup(list []block) {
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
		Reason: "captions begin with the line that the one before ended with; such captions: " + strconv.Itoa(n) + " of " + strconv.Itoa(cues),
	}
	m := Remark{Kind: RemarkRepeated, Level: LevelCheck, Decision: d.ID, Done: "kept, each time; " + d.Reason, Alternatives: []string{"leave the repeated lines out"}}
	if c.dropsRollup = c.ledger.decide(d); c.dropsRollup {
		m.Done, m.Alternatives = "left out where it is repeated; "+d.Reason, []string{"keep the repeated lines"}
	}
	c.remark(first, m)
}

// withoutTags returns the words of a line without tags.
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

// skipRollup leaves a line out that the caption before ended with, if that is what
// the editor wants, and reports whether it did.
func (c *captions) skipRollup(line transcript.Range) bool {
	if !c.dropsRollup || !c.rollup.isRepeat(c.withoutTags(line)) {
		return false
	}
	c.account(SpanOmitted, line)
	return true
}
