package dialogue

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Candidates counts the names before colons in a whole text, because a name that
// recurs is probably a speaker. It also counts the lines and measures the longest
// one. These facts are needed before the text is divided among speakers.
type Candidates struct {
	src        *source.Source
	headings   map[int]bool          // offsets of names alone on their lines that are no speakers
	list       []*candidate          // in order of first appearance
	bySpelling map[string]*candidate // by the name as the source spells it, and in lower case

	Captions       bool // the lines are those of captions, which cut sentences anywhere
	Lines          int  // number of lines that are not blank
	ownLines       int  // number of labels that are alone on their line
	lowercaseLines int  // number of lines that begin with a label in lower case
	arrowLines     int  // number of lines that begin with >>
	longest        int  // length of the longest line, in code points
}

// candidate is a name before a colon that may be a speaker.
type candidate struct {
	name      string           // first spelling
	at        transcript.Range // first range in the source
	atStart   int              // how often at the start of a line or after a separator such as >>
	inside    int              // how often inside a paragraph, after a finished sentence
	ownLine   int              // how often the line ends after the colon
	midLine   int              // how often inside a line, after a separator of two or more >
	lowercase bool             // the name begins with a lower-case letter
}

// times returns how often the name is at a place where a speaker's name can be: at
// the start of a line, or after a finished sentence inside a paragraph.
func (c *candidate) times() int { return c.atStart + c.inside }

// eachMark is the cost of looking for a speaker's name at one colon or >. It is in
// steps, the budget's units of work.
const eachMark = 100

// NewCandidates returns a count that has no names yet.
func NewCandidates(src *source.Source) *Candidates {
	return &Candidates{src: src, bySpelling: map[string]*candidate{}, headings: map[int]bool{}}
}

// countCandidates counts the names before colons in a whole text; each may be a
// speaker.
func countCandidates(src *source.Source) *Candidates {
	c := NewCandidates(src)
	for body := range textLines(src) {
		c.countLine(body)
	}
	return c
}

// countLine counts the names before colons in one line of text.
func (c *Candidates) countLine(line transcript.Range) {
	// Example: the line "0:05 Ada: Yes. Ben: No. >> Ada: Well." has three names
	// before colons. Ada is at the start, Ben is after a sentence, and the second
	// Ada is after the separator >>.
	text := c.src.Text
	c.Lines++
	c.longest = max(c.longest, width(c.src.Slice(line)))
	at := afterBullet(text, line)
	if _, after := source.TimePrefix(text, line.Start, line.End); after > 0 {
		at = after
	}
	s := label.TurnStartAt(text, at, line.End)
	if s.Arrows > 1 {
		c.arrowLines++
	}
	for i := c.CountStart(s, false); i < line.End; {
		n := strings.IndexAny(text[i:line.End], ":>")
		if n < 0 {
			break
		}
		i += n
		if !c.src.Budget.Steps(eachMark) {
			break
		}
		switch text[i] {
		case '>':
			s = label.TurnStartAt(text, i, line.End)
			i = c.CountStart(s, s.Arrows > 1)
			continue
		case ':':
			c.countInside(i, s.At)
		}
		i++
	}
}

// CountStart counts the speaker's name at the position s, if there is one. It returns the
// byte offset in the source at which reading continues: the offset after the name and its
// colon, or s.At if there is no name. The argument midLine is true if the name follows a
// separator such as >> inside the line.
func (c *Candidates) CountStart(s label.TurnStart, midLine bool) int {
	if !s.Labelled() {
		return s.At
	}
	k := c.entry(s.Label.Name)
	k.atStart++
	if k.lowercase {
		c.lowercaseLines++
	}
	if end := source.SkipSpace(c.src.Text, s.Label.End, len(c.src.Text)); end == len(c.src.Text) || strings.ContainsAny(c.src.Text[s.Label.End:end], "\r\n") {
		k.ownLine++
		c.ownLines++
	}
	if midLine {
		k.midLine++
	}
	return s.Label.End
}

// CountSure counts the label (a speaker's name) at the position s, if there is one. The
// caller has other evidence that it is a label. So a label in lower case counts like one
// with capitals.
func (c *Candidates) CountSure(s label.TurnStart) {
	if s.Labelled() {
		k := c.entry(s.Label.Name)
		k.atStart++
		k.lowercase = false
	}
}

// countInside counts a name inside a line if it follows a finished sentence, as Ben does
// in "Yes. Ben: No." The argument colon is the offset of the colon after the name. The
// argument floor is the least permitted offset of the name.
func (c *Candidates) countInside(colon, floor int) {
	if !label.OpensSpeech(c.src.Text[colon+1:]) {
		return
	}
	for name := range label.NamesBefore(c.src.Text, colon, floor) {
		if label.SentenceFinished(c.src.Text, floor, name.Start) {
			c.entry(name).inside++
			return
		}
	}
}

// entry returns the candidate (the counts for one name) for the name in the range r.
// If the name is new, it creates a candidate.
func (c *Candidates) entry(r transcript.Range) *candidate {
	if k := c.bySpelling[c.src.Slice(r)]; k != nil {
		return k
	}
	name := label.Clean(c.src.Slice(r))
	k := c.bySpelling[label.Fold(name)]
	if k == nil {
		k = &candidate{name: name, at: r, lowercase: label.IsLowercaseName(name)}
		if !c.src.Budget.Labels(len(c.list) + 1) {
			return k
		}
		c.bySpelling[label.Fold(name)] = k
		c.list = append(c.list, k)
	}
	c.bySpelling[c.src.Slice(r)] = k
	return k
}

// Speakers decides which of the counted names are speakers, and returns these names
// in lower case. It records doubtful cases in the list l as decisions (choices that
// an editor can reverse).
func (c *Candidates) Speakers(l *draft.Ledger) map[string]bool {
	// A name that appears only once is a speaker if other names begin lines too:
	// "Ada: Yes." has a speaker if the text also has "Host: Well?". Names in lower
	// case are speakers only if they begin at least half of the lines. Therefore
	// "note: see below" is usually text.
	others := 0
	lowercase := 2*c.lowercaseLines >= c.Lines && !(c.Captions && c.scattered())
	for _, k := range c.list {
		if k.atStart > 0 && !label.IsCommonWord(k.name) && (lowercase || !k.lowercase) {
			others++
		}
	}
	known := map[string]bool{}
	for _, k := range c.list {
		if k.atStart == 0 && (k.inside < 2 || label.IsCommonWord(k.name)) || k.lowercase && !lowercase {
			continue
		}
		credible, doubt := k.credible(others)
		if !c.counted(label.JoinedNames(k.name)) {
			credible, doubt = false, "joins names that are no labels on their own"
		}
		if others > 2 && c.isHeading(k) {
			credible, doubt = false, "alone on its line, like a heading, while most labels have words after them"
			c.headings[k.at.Start] = true
		}
		if c.Captions && c.scattered() && !label.IsAllCapsName(k.name) {
			credible, doubt = false, "appears only once, as all words before a colon do, so the source may have no labels"
		}
		if doubt != "" {
			at := c.src.Position(k.at.Start)
			credible = l.Decide(draft.Decision{
				ID: "label:" + k.name, Kind: draft.DecideLabel, Applied: credible, Reason: doubt,
				Labels: []draft.LabelCount{{Label: k.name, Turns: k.times()}}, Position: &at,
			})
		}
		if credible {
			known[label.Fold(k.name)] = true
		}
	}
	return known
}

// scattered reports whether names in lower case before colons in captions are probably
// ordinary words. Two conditions must be met:
//
//   - No name before a colon recurs.
//   - At most half of the lines have such a name, or more than one of the names is in
//     lower case.
func (c *Candidates) scattered() bool {
	n, low := 0, 0
	for _, k := range c.list {
		if k.atStart > 1 {
			return false
		}
		n += k.atStart
		if k.lowercase {
			low++
		}
	}
	return 2*n <= c.Lines || low > 1
}

// counted reports whether each of the names is at the start of at least one line, before
// a colon.
func (c *Candidates) counted(names []string) bool {
	for _, name := range names {
		if k := c.bySpelling[label.Fold(name)]; k == nil || k.atStart == 0 {
			return false
		}
	}
	return true
}

// credible returns whether the name before a colon is a speaker by default. If the answer
// is certain, the second result is "". If it is doubtful, the second result is the reason
// for the answer, and an editor can reverse it. The argument others is the number of
// different names that begin lines, including this name.
func (k *candidate) credible(others int) (bool, string) {
	n := strconv.Itoa(k.times())
	switch {
	case label.IsCommonWord(k.name):
		return false, "a word that often precedes a colon without naming a speaker"
	case k.atStart == 0 && others > 1:
		return false, "appears only inside paragraphs (" + n + " times after a finished sentence), while other labels begin lines"
	case k.atStart == 0:
		return true, "appears only inside paragraphs, but " + n + " times, each after a finished sentence"
	case k.times() > 1, label.IsAsker(k.name) && others > 1:
		return true, ""
	case others > 1:
		return true, "appears only once, among other labels"
	}
	return false, "appears only once, and is the only label"
}

// usesSeparators reports whether the text has the separator >> inside lines, at least
// twice before a speaker's name. In such a text, a >> without a name begins a
// paragraph. The argument known has the speakers' names in lower case.
func (c *Candidates) usesSeparators(known map[string]bool) bool {
	n := 0
	for _, k := range c.list {
		if known[label.Fold(k.name)] {
			n += k.midLine
		}
	}
	return n > 1
}
