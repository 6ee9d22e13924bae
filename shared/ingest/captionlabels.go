package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// census finds out which names before colons are speakers', and whether names
// stand on lines of their own.
func (c *captions) census(list []block) {
	c.headed = c.headedBy(list)
	c.settleRolls(list)
	k := &census{src: c.src, byFold: map[string]*candidate{}}
	for _, b := range list {
		cue := b.soft
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); ok {
				cue = true
				continue
			}
			k.lines++
			cue = cue && !strings.Contains(c.src.slice(line), "<v ") // a voice says who speaks
			if cue {
				k.outset(c.slot(line), false)
			}
		}
	}
	c.known = k.speakers(c.ledger)
}

// headedBy reports whether every caption begins with a name alone on its line,
// as in what Teams once wrote: a few names, each with words under it.
func (c *captions) headedBy(list []block) bool {
	n, names := 0, map[string]bool{}
	for _, b := range list {
		for i, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); !ok {
				continue
			}
			if i+2 >= len(b.lines) {
				return false
			}
			name := c.src.slice(c.src.body(b.lines[i+1]))
			if !isLabelName(name) || endsSentence(name) {
				return false
			}
			n++
			names[name] = true
		}
	}
	return n > 2 && 2*len(names) <= n+1
}

// slot reads what may open speech at the outset of a line: a dash, arrows, tags
// other than voices, a label.
func (c *captions) slot(line transcript.Range) slot {
	text := c.src.text
	at := c.opening(line)
	for at < line.End && (text[at] == '<' || text[at] == '{') && !isVoice(text[at:line.End]) {
		n := c.tagLength(text[at:line.End])
		if n == 0 {
			break
		}
		at = skipSpace(text, at+n, line.End)
	}
	for strings.HasPrefix(text[at:line.End], "&gt;") {
		at = skipSpace(text, at+len("&gt;"), line.End)
	}
	return slotAt(text, at, line.End)
}

// opening returns where a line begins behind its dashes.
func (c *captions) opening(line transcript.Range) int {
	at := skipSpace(c.src.text, line.Start, line.End)
	for {
		rest := c.src.text[at:line.End]
		n := len(rest) - len(strings.TrimLeft(rest, "-–‐*"))
		if n == 0 {
			return at
		}
		at = skipSpace(c.src.text, at+n, line.End)
	}
}

func isVoice(tag string) bool {
	return strings.HasPrefix(tag, "<v ") || strings.HasPrefix(tag, "<v.") || strings.HasPrefix(tag, "<v>") || strings.HasPrefix(tag, "<v\t")
}

// dashed reports whether the lines of a cue are those of several people: two or
// more begin with a dash.
func (c *captions) dashed(lines []transcript.Range) bool {
	n := 0
	for _, line := range lines {
		if s := strings.TrimLeft(c.src.slice(line), " \t"); strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "‐") {
			n++
		}
	}
	return n > 1
}

// dash reads the dash at the outset of a line, and returns where the words
// begin. In a cue of several people each begins to speak there, unless a voice
// tag names them.
func (c *captions) dash(line transcript.Range) int {
	at := c.opening(line)
	voice := isVoice(c.src.text[at:line.End])
	if !voice && (!c.dashes || c.said) || at == skipSpace(c.src.text, line.Start, line.End) {
		return line.Start
	}
	if !voice {
		c.change()
	}
	c.account(SpanSeparator, transcript.Range{Start: line.Start, End: at})
	return at
}
