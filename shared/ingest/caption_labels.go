package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// findSpeakers decides which names before colons are speakers', and whether names
// are on separate lines.
func (c *captions) findSpeakers(list []block) {
	c.nameLines = c.hasNameLines(list)
	c.decideRollup(list)
	k := &labelCandidates{src: c.src, byFold: map[string]*candidate{}}
	for _, b := range list {
		cue := b.softBreak
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.src.slice(line)); ok {
				cue = true
				continue
			}
			k.lines++
			cue = cue && !strings.Contains(c.src.slice(line), "<v ") // a voice says who speaks
			if cue {
				k.countStart(c.turnStart(line), false)
			}
		}
	}
	c.known = k.speakers(c.ledger)
}

// hasNameLines reports whether every caption begins with a name alone on its line,
// as in older exports of Microsoft Teams: a few names, each with words below it.
func (c *captions) hasNameLines(list []block) bool {
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

// turnStart reads what may precede speech at the start of a line: a dash, arrows,
// tags other than voices, a label.
func (c *captions) turnStart(line transcript.Range) turnStart {
	text := c.src.text
	at := c.afterDashes(line)
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
	return turnStartAt(text, at, line.End)
}

// afterDashes returns the start of a line after its dashes.
func (c *captions) afterDashes(line transcript.Range) int {
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

// isVoice reports whether tag begins with a voice tag (WebVTT, section 4.2.2).
func isVoice(tag string) bool {
	return strings.HasPrefix(tag, "<v ") || strings.HasPrefix(tag, "<v.") || strings.HasPrefix(tag, "<v>") || strings.HasPrefix(tag, "<v\t")
}

// hasDashes reports whether several people speak in a cue: two or more lines begin
// with a dash.
func (c *captions) hasDashes(lines []transcript.Range) bool {
	n := 0
	for _, line := range lines {
		if s := strings.TrimLeft(c.src.slice(line), " \t"); strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "‐") {
			n++
		}
	}
	return n > 1
}

// readDash reads the dash at the start of a line, and returns where the words
// begin. In a cue of several people the speaker changes there, unless a voice tag
// names them; see testdata/caption-dashes.txtar.
func (c *captions) readDash(line transcript.Range) int {
	at := c.afterDashes(line)
	voice := isVoice(c.src.text[at:line.End])
	if !voice && (!c.dashTurns || c.speakerNamed) || at == skipSpace(c.src.text, line.Start, line.End) {
		return line.Start
	}
	if !voice {
		c.changeSpeaker()
	}
	c.account(SpanSeparator, transcript.Range{Start: line.Start, End: at})
	return at
}
