package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// findSpeakers decides which names before colons are speakers, and whether the
// captions have names on separate lines.
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
			// A voice tag such as "<v Ada>" names the speaker, so the line has no label.
			cue = cue && !strings.Contains(c.src.slice(line), "<v ")
			if cue {
				k.countStart(c.turnStart(line), false)
			}
		}
	}
	c.known = k.speakers(c.ledger)
}

// hasNameLines reports whether every caption begins with a name that is alone on its
// line, as in older exports of Microsoft Teams. There must be few different names,
// and each must have words below it.
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

// turnStart reads the characters before the words of a line: dashes, arrows (>>),
// tags other than voice tags, and a label.
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

// afterDashes returns the offset after the dashes that a line begins with.
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

// hasDashes reports whether the dashes in a caption separate the words of several
// people: at least two lines begin with a dash.
func (c *captions) hasDashes(lines []transcript.Range) bool {
	n := 0
	for _, line := range lines {
		if s := strings.TrimLeft(c.src.slice(line), " \t"); strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "‐") {
			n++
		}
	}
	return n > 1
}

// readDash reads the dashes at the start of a line and returns the offset of the
// words. If several people speak in the caption, the dash begins another speaker's
// words. A voice tag after the dash names that speaker; see
// testdata/caption-dashes.txtar.
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
