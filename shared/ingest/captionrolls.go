package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// rolling follows captions that roll: each begins with the line that the one
// before ended with, as automatic captions do.
type rolling struct {
	before string // the last line of the caption before
	last   string // the last line so far
	fresh  bool   // the open caption has no line yet
}

// opens begins a caption.
func (r *rolling) opens() {
	if r.last != "" {
		r.before = r.last
	}
	r.last, r.fresh = "", true
}

// repeats takes a line of the open caption, and reports whether it is the line
// that the one before ended with.
func (r *rolling) repeats(line string) bool {
	again := r.fresh && line != "" && line == r.before
	r.last, r.fresh = line, false
	return again
}

// settleRolls settles whether the lines that captions repeat are left out. By
// itself ingest keeps them: a person may say a thing twice.
func (c *captions) settleRolls(list []block) {
	const least = 3
	var r rolling
	var first transcript.Range
	n, cues := 0, 0
	for _, b := range list {
		cue := b.soft && cues > 0
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); ok {
				cue = true
				cues++
				r.opens()
			} else if cue && r.repeats(c.bare(line)) {
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
	if c.rolls = c.ledger.settle(d); c.rolls {
		m.Done, m.Alternatives = "left out where it is repeated; "+d.Reason, []string{"keep the repeated lines"}
	}
	c.remark(first, m)
}

// bare returns the words of a line without tags.
func (c *captions) bare(line transcript.Range) string {
	text := c.src.slice(line)
	var b strings.Builder
	for text != "" {
		at, n := c.nextTag(text)
		b.WriteString(text[:at])
		text = text[at+n:]
	}
	return strings.TrimSpace(b.String())
}

// rolled leaves a line out that the caption before ended with, if that is what
// the editor wants, and reports whether it did.
func (c *captions) rolled(line transcript.Range) bool {
	if !c.rolls || !c.roll.repeats(c.bare(line)) {
		return false
	}
	c.account(SpanOmitted, line)
	return true
}
