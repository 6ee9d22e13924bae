package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// labelCandidates counts the names before colons in a text. It also collects what
// has to be known about the whole text before it is split into cues.
type labelCandidates struct {
	src    *source
	list   []*candidate // in order of first appearance
	byFold map[string]*candidate

	lines          int // that are not blank
	lowercaseLines int // lines that begin with a label in lower case
	longest        int // longest line, in code points
}

// candidate is a name that may be a speaker's.
type candidate struct {
	name      string           // as it is spelled first
	at        transcript.Range // where it appears first
	atStart   int              // how often at the start of a line or after a separator
	inside    int              // how often inside a paragraph, after a finished sentence
	midLine   int              // how often in mid-line after a separator of two or more >
	lowercase bool             // it begins with a lower-case letter
}

// times returns how often the name may be a label.
func (c *candidate) times() int { return c.atStart + c.inside }

// eachMark is how many steps it takes to look for a label around a mark.
const eachMark = 100

// countCandidates counts the candidates of a whole text.
func countCandidates(src *source) *labelCandidates {
	c := &labelCandidates{src: src, byFold: map[string]*candidate{}}
	for body := range src.textLines() {
		c.countLine(body)
	}
	return c
}

// countLine counts the names in a line.
func (c *labelCandidates) countLine(line transcript.Range) {
	// "0:05 Ada: Yes. Ben: No. >> Ada: Well." has three: at the start, inside, and
	// after a separator in mid-line.
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

// width returns the length of a line in code points, without white space at its
// end.
func width(line string) int {
	return utf8.RuneCountInString(strings.TrimRightFunc(line, unicode.IsSpace))
}

// countStart counts the label at s and returns the offset to continue from. midLine
// says that s is a separator of two or more > in mid-line.
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

// countInside counts the name that ends at the offset colon, if a finished sentence
// precedes it. The name begins at floor or later.
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

// entry returns the candidate for the name at r.
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

// speakers decides which names are speakers' and returns their folded forms.
func (c *labelCandidates) speakers(l *ledger) map[string]bool {
	// A name that appears once needs other names at the start of lines: "Ada: Yes." in
	// a text with "Host: Well?" is a label. In mixed text, "note: see below" is not.
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

// credible reports whether k is a speaker's name, and the reason for doubt, if any.
// others is the number of names at the start of lines, including k.
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

// usesSeparators reports whether the text separates turns with >> in mid-line. Then
// >> without a label begins a paragraph.
func (c *labelCandidates) usesSeparators(known map[string]bool) bool {
	n := 0
	for _, k := range c.list {
		if known[fold(k.name)] {
			n += k.midLine
		}
	}
	return n > 1
}
