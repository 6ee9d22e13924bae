package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// census counts the names that stand before colons in a text, and what else
// has to be known of the whole before it can be cut.
type census struct {
	src    *source
	names  []*candidate // in order of first appearance
	byFold map[string]*candidate

	lines   int // that are not blank
	small   int // lines that begin with a label in small letters
	longest int // longest line, in code points
}

// candidate is a name that may be a speaker's.
type candidate struct {
	name   string // as it stands first
	at     transcript.Range
	outset int  // how often at the outset of a line or behind a separator
	inside int  // how often inside a paragraph, after a finished sentence
	wide   int  // how often behind a separator of two or more marks in mid-line
	small  bool // it begins with a small letter
}

func (c *candidate) times() int { return c.outset + c.inside }

func takeCensus(src *source) *census {
	c := &census{src: src, byFold: map[string]*candidate{}}
	for body := range src.prose() {
		c.line(body)
	}
	return c
}

func (c *census) line(line transcript.Range) {
	text := c.src.text
	c.lines++
	c.longest = max(c.longest, width(c.src.slice(line)))
	at := bullet(text, line)
	if _, behind := timeBefore(text, line.Start, line.End); behind > 0 {
		at = behind
	}
	s := slotAt(text, at, line.End)
	for i := c.outset(s, false); i < line.End; {
		n := strings.IndexAny(text[i:line.End], ":>")
		if n < 0 {
			break
		}
		i += n
		switch text[i] {
		case '>':
			s = slotAt(text, i, line.End)
			i = c.outset(s, s.marks > 1)
			continue
		case ':':
			c.inside(i, s.at)
		}
		i++
	}
}

// width returns the length of a line in code points, without white space at
// its end.
func width(line string) int {
	return utf8.RuneCountInString(strings.TrimRightFunc(line, unicode.IsSpace))
}

// outset counts the label at s and returns the offset to go on from.
func (c *census) outset(s slot, wide bool) int {
	if !s.labelled() {
		return s.at
	}
	k := c.candidate(s.label.name)
	k.outset++
	if k.small {
		c.small++
	}
	if wide {
		k.wide++
	}
	return s.label.end
}

// inside counts the name before the colon if a sentence is finished before it.
func (c *census) inside(colon, floor int) {
	if !opensSpeech(c.src.text[colon+1:]) {
		return
	}
	for name := range namesBefore(c.src.text, colon, floor) {
		if finished(c.src.text, floor, name.Start) {
			c.candidate(name).inside++
			return
		}
	}
}

func (c *census) candidate(r transcript.Range) *candidate {
	name := clean(c.src.slice(r))
	k := c.byFold[fold(name)]
	if k == nil {
		k = &candidate{name: name, at: r, small: isSmallName(name)}
		c.byFold[fold(name)] = k
		c.names = append(c.names, k)
	}
	return k
}

// speakers settles which names are speakers' and returns their folded forms.
func (c *census) speakers(l *ledger) map[string]bool {
	others := 0 // names at the outset that are credible once there is a second
	small := 2*c.small >= c.lines
	for _, k := range c.names {
		if k.outset > 0 && !isOrdinary(k.name) && (small || !k.small) {
			others++
		}
	}
	known := map[string]bool{}
	for _, k := range c.names {
		if k.outset == 0 && (k.inside < 2 || isOrdinary(k.name)) || k.small && !small {
			continue
		}
		credible, doubt := k.credible(others)
		if doubt != "" {
			at := c.src.position(k.at.Start)
			credible = l.settle(Decision{
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
	case isOrdinary(k.name):
		return false, "a word that commonly stands before a colon without naming a speaker"
	case k.outset == 0 && others > 1:
		return false, "stands only inside paragraphs (" + n + " times after a finished sentence), where other labels do not"
	case k.outset == 0:
		return true, "stands only inside paragraphs, but " + n + " times, each after a finished sentence"
	case k.times() > 1, isAsker(k.name) && others > 1:
		return true, ""
	case others > 1:
		return true, "stands once only, among other labels"
	}
	return false, "stands once only, and no other label does"
}

// separated reports whether the text sets turns apart with >> in mid-line. Then
// >> without a label behind it begins a paragraph.
func (c *census) separated(known map[string]bool) bool {
	n := 0
	for _, k := range c.names {
		if known[fold(k.name)] {
			n += k.wide
		}
	}
	return n > 1
}
