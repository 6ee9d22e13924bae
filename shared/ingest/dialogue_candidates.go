package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// labelCandidates counts the names that stand before colons in a text, and what else
// has to be known of the whole before it can be cut.
type labelCandidates struct {
	src    *source
	list   []*candidate // in order of first appearance
	byFold map[string]*candidate

	lines          int // that are not blank
	lowercaseLines int // lines that begin with a label in small letters
	longest        int // longest line, in code points
}

// candidate is a name that may be a speaker's.
type candidate struct {
	name      string // as it stands first
	at        transcript.Range
	atStart   int  // how often at the outset of a line or behind a separator
	inside    int  // how often inside a paragraph, after a finished sentence
	midLine   int  // how often behind a separator of two or more marks in mid-line
	lowercase bool // it begins with a small letter
}

func (c *candidate) times() int { return c.atStart + c.inside }

func countCandidates(src *source) *labelCandidates {
	c := &labelCandidates{src: src, byFold: map[string]*candidate{}}
	for body := range src.textLines() {
		c.countLine(body)
	}
	return c
}

func (c *labelCandidates) countLine(line transcript.Range) {
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

// width returns the length of a line in code points, without white space at
// its end.
func width(line string) int {
	return utf8.RuneCountInString(strings.TrimRightFunc(line, unicode.IsSpace))
}

// countStart counts the label at s and returns the offset to go on from.
func (c *labelCandidates) countStart(s turnStart, wide bool) int {
	if !s.labelled() {
		return s.at
	}
	k := c.entry(s.label.name)
	k.atStart++
	if k.lowercase {
		c.lowercaseLines++
	}
	if wide {
		k.midLine++
	}
	return s.label.end
}

// countInside counts the name before the colon if a sentence is finished before it.
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

// speakers settles which names are speakers' and returns their folded forms.
func (c *labelCandidates) speakers(l *ledger) map[string]bool {
	others := 0 // names at the outset that are credible once there is a second
	small := 2*c.lowercaseLines >= c.lines
	for _, k := range c.list {
		if k.atStart > 0 && !isCommonWord(k.name) && (small || !k.lowercase) {
			others++
		}
	}
	known := map[string]bool{}
	for _, k := range c.list {
		if k.atStart == 0 && (k.inside < 2 || isCommonWord(k.name)) || k.lowercase && !small {
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

// credible reports whether k is a speaker's name, and what makes that a matter
// of choice. Others counts the names at the outset, k among them.
func (k *candidate) credible(others int) (bool, string) {
	n := strconv.Itoa(k.times())
	switch {
	case isCommonWord(k.name):
		return false, "a word that commonly stands before a colon without naming a speaker"
	case k.atStart == 0 && others > 1:
		return false, "stands only inside paragraphs (" + n + " times after a finished sentence), where other labels do not"
	case k.atStart == 0:
		return true, "stands only inside paragraphs, but " + n + " times, each after a finished sentence"
	case k.times() > 1, isAsker(k.name) && others > 1:
		return true, ""
	case others > 1:
		return true, "stands once only, among other labels"
	}
	return false, "stands once only, and no other label does"
}

// usesSeparators reports whether the text sets turns apart with >> in mid-line. Then
// >> without a label behind it begins a paragraph.
func (c *labelCandidates) usesSeparators(known map[string]bool) bool {
	n := 0
	for _, k := range c.list {
		if known[fold(k.name)] {
			n += k.midLine
		}
	}
	return n > 1
}
