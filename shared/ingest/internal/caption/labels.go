package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/dialogue"
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// findSpeakers answers four questions about a file before its captions are read. How does
// the file mark labels (speakers' names)? Which names before colons are speakers? Do the
// captions have names on separate lines? Are repeated lines left out?
func (c *captions) findSpeakers(list []block) {
	c.nameLines = c.hasNameLines(list)
	c.countTimes(list)
	each := func(f func(transcript.Range, bool)) { c.eachLine(list, f) }
	c.takeSurvey(each)
	c.decideRollup(list)
	c.countNames(each)
}

// countNames counts the names before colons in the captions' lines, and decides which of
// them are speakers. The argument each is an iterator: it calls the given function for
// every line. The parameter first of that function is true for the first line of a
// caption.
func (c *captions) countNames(each func(func(line transcript.Range, first bool))) {
	k := dialogue.NewCandidates(c.Src)
	k.Captions = true
	each(func(line transcript.Range, first bool) {
		k.Lines++
		// A voice tag such as "<v Ada>" names the speaker, so a name before a
		// colon on this line is not counted as a speaker.
		if strings.Contains(c.Src.Slice(line), "<v ") {
			return
		}
		switch s := c.labelStart(line, first); {
		case s.Labelled() && c.isBracketed(s.Label): // certain, so there is nothing to count
		case first && c.survey.anyColon():
			k.CountSure(s)
		default:
			k.CountStart(s, false)
		}
	})
	c.known = k.Speakers(c.ledger)
}

// eachLine calls f with each line of the captions' text. The argument first is true for
// the first line of a caption.
func (c *captions) eachLine(list []block, f func(line transcript.Range, first bool)) {
	first := false
	for _, b := range list {
		cue := b.softBreak || c.survey.gapped()
		for _, line := range b.lines {
			if _, _, ok := timesIn(c.Src.Slice(line)); ok {
				cue, first = true, true
				continue
			}
			if cue {
				f(line, first)
				first = false
			}
		}
	}
}

// hasNameLines reports whether the text of every caption begins with a line that is only
// a speaker's name, as in older exports of Microsoft Teams. Words must follow below each
// name. The file must have at least three captions. The number of different names must be
// at most half of the number of captions, rounded up.
func (c *captions) hasNameLines(list []block) bool {
	n, names := 0, map[string]bool{}
	for _, b := range list {
		for i, line := range b.lines {
			if _, _, ok := timesIn(c.Src.Slice(line)); !ok {
				continue
			}
			if i+2 >= len(b.lines) {
				return false
			}
			name := c.Src.Slice(c.Src.Body(b.lines[i+1]))
			if !label.IsLabelName(name) || label.EndsSentence(name) {
				return false
			}
			n++
			names[name] = true
		}
	}
	return n > 2 && 2*len(names) <= n+1
}

// isSpeaker reports whether the label at s names a speaker. A name before a colon must be
// in c.known, the names that were counted. A name in brackets without a colon only has to
// fulfil isBracketed.
func (c *captions) isSpeaker(line transcript.Range, s label.TurnStart) bool {
	if !s.Labelled() {
		return false
	}
	name := c.Src.Slice(s.Label.Name)
	return c.known[label.Fold(label.Clean(name))] || c.isBracketed(s.Label)
}

// isBracketed reports whether a label is in brackets and needs no colon. This is the
// case for a numbered speaker, as in "[SPEAKER_01] Yes.", and for any name if nearly
// all captions begin in this way.
func (c *captions) isBracketed(l label.Label) bool {
	const longest = 8 // bytes: a bracket and spaces
	before := strings.TrimRight(c.Src.Text[max(0, l.Name.Start-longest):l.Name.Start], " ")
	square := strings.HasSuffix(before, "[")
	if !square && !strings.HasSuffix(before, "(") && !strings.HasSuffix(before, "（") && !strings.HasSuffix(before, "【") {
		return false
	}
	if square && c.Src.Text[l.End-1] == ':' { // "[Ada]:" is counted like "Ada:"
		return false
	}
	name := c.Src.Slice(l.Name)
	return label.IsNumberedSpeaker(name) || c.survey.brackets.each[name] > 0 && c.survey.brackets.nearlyAll(c.survey.cues)
}

// labelStart reads the speaker's label at the beginning of a caption's line, as turnStart
// does. If turnStart finds none, it also accepts a label in brackets without a colon, and
// a label after a stray comma. If nearly all captions begin with words and a colon, it
// accepts any words before a colon on a caption's first line.
func (c *captions) labelStart(line transcript.Range, first bool) label.TurnStart {
	s := c.turnStart(line)
	if s.Labelled() {
		return s
	}
	text := c.Src.Text
	if l, ok := label.BracketAt(text, s.At, line.End); ok && c.isBracketed(l) {
		s.Label = l
		return s
	}
	at := s.At + len(text[s.At:line.End]) - len(strings.TrimLeft(text[s.At:line.End], ",;. "))
	if first && c.survey.anyColon() {
		if l, ok := label.AnyAt(text, at, line.End); ok && c.survey.accepts(c.Src.Slice(l.Name)) {
			s.Label = l
		}
	} else if at > s.At {
		s.Label, _ = label.At(text, at, line.End)
	}
	return s
}

// turnStart reads the beginning of a caption's line, before the words: dashes, arrows
// (>>), tags such as <i>, and a speaker's name such as "Ada:". It stops at a voice
// tag (<v Ada>), which is read later.
func (c *captions) turnStart(line transcript.Range) label.TurnStart {
	text := c.Src.Text
	at := c.afterDashes(line)
	for at < line.End && (text[at] == '<' || text[at] == '{') && !isVoice(text[at:line.End]) {
		n := c.tagLength(text[at:line.End])
		if n == 0 {
			break
		}
		at = source.SkipSpace(text, at+n, line.End)
	}
	for strings.HasPrefix(text[at:line.End], "&gt;") {
		at = source.SkipSpace(text, at+len("&gt;"), line.End)
	}
	return label.TurnStartAt(text, at, line.End)
}

// afterDashes returns the offset of the first character after the dashes, asterisks
// and white space that a line begins with.
func (c *captions) afterDashes(line transcript.Range) int {
	at := source.SkipSpace(c.Src.Text, line.Start, line.End)
	for {
		rest := c.Src.Text[at:line.End]
		n := len(rest) - len(strings.TrimLeft(rest, "-–‐*"))
		if n == 0 {
			return at
		}
		at = source.SkipSpace(c.Src.Text, at+n, line.End)
	}
}

// isVoice reports whether a text begins with a voice tag such as <v Ada>, which names
// the speaker of a caption (WebVTT, section 4.2.2).
func isVoice(tag string) bool {
	return strings.HasPrefix(tag, "<v ") || strings.HasPrefix(tag, "<v.") || strings.HasPrefix(tag, "<v>") || strings.HasPrefix(tag, "<v\t")
}

// hasDashes reports whether at least two lines of a caption begin with a dash. Then
// each dash begins the words of another person.
func (c *captions) hasDashes(lines []transcript.Range) bool {
	n := 0
	for _, line := range lines {
		if s := strings.TrimLeft(c.Src.Slice(line), " \t"); strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "‐") {
			n++
		}
	}
	return n > 1
}

// readDash reads the dashes at the start of a line. If they mark a change of speaker,
// it returns the offset of the words after them; otherwise it returns the start of
// the line. The new speaker has no name, unless a voice tag such as <v Ada> follows
// the dash; see testdata/caption-dashes.txtar.
func (c *captions) readDash(line transcript.Range) int {
	at := c.afterDashes(line)
	voice := isVoice(c.Src.Text[at:line.End])
	if !voice && (!c.dashTurns || c.speakerNamed) || at == source.SkipSpace(c.Src.Text, line.Start, line.End) {
		return line.Start
	}
	if !voice {
		c.changeSpeaker()
	}
	c.Account(draft.SpanSeparator, transcript.Range{Start: line.Start, End: at})
	return at
}
