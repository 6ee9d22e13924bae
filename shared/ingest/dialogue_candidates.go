package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// labelCandidates counts the names before colons in a whole text. It also collects
// other facts about the text that are needed before the text is split into cues.
type labelCandidates struct {
	src    *source
	list   []*candidate // in order of first appearance
	byFold map[string]*candidate

	lines          int // number of lines that are not blank
	lowercaseLines int // number of lines that begin with a label in lower case
	longest        int // length of the longest line, in code points
}

// candidate is a name before a colon that may be a speaker.
type candidate struct {
	name      string           // first spelling
	at        transcript.Range // first range in the source
	atStart   int              // how often at the start of a line or after a separator such as >>
	inside    int              // how often inside a paragraph, after a finished sentence
	midLine   int              // how often inside a line, after a separator of two or more >
	lowercase bool             // the name begins with a lower-case letter
}

// times returns how often the name may be a label.
func (c *candidate) times() int { return c.atStart + c.inside }

// eachMark is the cost, in steps of the budget, of looking for a label at one colon
// or >.
const eachMark = 100

// countCandidates counts the names before colons in a whole text.
func countCandidates(src *source) *labelCandidates {
	c := &labelCandidates{src: src, byFold: map[string]*candidate{}}
	for body := range src.textLines() {
		c.countLine(body)
	}
	return c
}

// countLine counts the names before colons in one line.
func (c *labelCandidates) countLine(line transcript.Range) {
	// Example: "0:05 Ada: Yes. Ben: No. >> Ada: Well." has three names: one at the
	// start, one inside, and one after a separator inside the line.
	text := c.src.text
	c.lines++
	c.longest = max(c.longest, width(c.src.slice(line)))
	at := afterBullet(text, line)
	if _, after := timePrefix(text, line.Start, line.End); after > 0 {
		at = after
	}
	s := turnStartAt(text, at, line.End)
	for i := c.countStart(s, false); i < line.End; {
		n := strings.IndexAny(text[i:line.End], ":>")
		if n < 0 {
			break
		}
		i += n
		if !c.src.budget.steps(eachMark) {
			break
		}
		switch text[i] {
		case '>':
			s = turnStartAt(text, i, line.End)
			i = c.countStart(s, s.arrows > 1)
			continue
		case ':':
			c.countInside(i, s.at)
		}
		i++
	}
}

// width returns the length of a line in code points, without white space at its end.
func width(line string) int {
	return utf8.RuneCountInString(strings.TrimRightFunc(line, unicode.IsSpace))
}

// countStart counts the label at s, if there is one, and returns the offset at which
// to continue. The argument midLine is true if s is a separator of two or more >
// inside a line.
func (c *labelCandidates) countStart(s turnStart, midLine bool) int {
	if !s.labelled() {
		return s.at
	}
	k := c.entry(s.label.name)
	k.atStart++
	if k.lowercase {
		c.lowercaseLines++
	}
	if midLine {
		k.midLine++
	}
	return s.label.end
}

// countInside counts the name before the colon, if a finished sentence comes before
// the name. The argument colon is the offset of the colon. The name must not begin
// before the offset floor.
func (c *labelCandidates) countInside(colon, floor int) {
	if !opensSpeech(c.src.text[colon+1:]) {
		return
	}
	for name := range namesBefore(c.src.text, colon, floor) {
		if sentenceFinished(c.src.text, floor, name.Start) {
			c.entry(name).inside++
			return
		}
	}
}

// entry returns the candidate for the name in the range r, and creates it if
// necessary.
func (c *labelCandidates) entry(r transcript.Range) *candidate {
	name := clean(c.src.slice(r))
	k := c.byFold[fold(name)]
	if k == nil {
		k = &candidate{name: name, at: r, lowercase: isLowercaseName(name)}
		if !c.src.budget.labels(len(c.list) + 1) {
			return k
		}
		c.byFold[fold(name)] = k
		c.list = append(c.list, k)
	}
	return k
}

// speakers decides which names are speakers. It returns their names in lower case.
func (c *labelCandidates) speakers(l *ledger) map[string]bool {
	// A name that appears once is a speaker only if other names are at the start of
	// lines: "Ada: Yes." is a label in a text with "Host: Well?". A name in lower
	// case is a speaker only if half of the lines begin with such names, so "note:
	// see below" is usually text.
	others := 0
	lowercase := 2*c.lowercaseLines >= c.lines
	for _, k := range c.list {
		if k.atStart > 0 && !isCommonWord(k.name) && (lowercase || !k.lowercase) {
			others++
		}
	}
	known := map[string]bool{}
	for _, k := range c.list {
		if k.atStart == 0 && (k.inside < 2 || isCommonWord(k.name)) || k.lowercase && !lowercase {
			continue
		}
		credible, doubt := k.credible(others)
		if doubt != "" {
			at := c.src.position(k.at.Start)
			credible = l.decide(Decision{
				ID: "label:" + k.name, Kind: DecideLabel, Applied: credible, Reason: doubt,
				Labels: []LabelCount{{k.name, k.times()}}, Position: &at,
			})
		}
		if credible {
			known[fold(k.name)] = true
		}
	}
	return known
}

// credible returns whether k is a speaker by default. If the default is in doubt, it
// also returns the reason, else "". The argument others is the number of names at the
// start of lines, including k.
func (k *candidate) credible(others int) (bool, string) {
	n := strconv.Itoa(k.times())
	switch {
	case isCommonWord(k.name):
		return false, "a word that often precedes a colon without naming a speaker"
	case k.atStart == 0 && others > 1:
		return false, "appears only inside paragraphs (" + n + " times after a finished sentence), while other labels begin lines"
	case k.atStart == 0:
		return true, "appears only inside paragraphs, but " + n + " times, each after a finished sentence"
	case k.times() > 1, isAsker(k.name) && others > 1:
		return true, ""
	case others > 1:
		return true, "appears only once, among other labels"
	}
	return false, "appears only once, and is the only label"
}

// usesSeparators reports whether the text separates turns with >> inside lines. In
// such a text, >> without a label begins a paragraph.
func (c *labelCandidates) usesSeparators(known map[string]bool) bool {
	n := 0
	for _, k := range c.list {
		if known[fold(k.name)] {
			n += k.midLine
		}
	}
	return n > 1
}
