package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// lineStyle is a way to set a label apart at the outset of a line.
type lineStyle int

// The styles, the most particular first.
const (
	styleNone    lineStyle = iota
	styleHeading           // ### Name
	styleBold              // **Name:** or **Name**  0:05
	styleDash              // Q - and A -, or Q. and A.
	styleTimed             // Name (0:05): and [00:00:05] Name: and Name 0:05
	styleStamp             // 0:05, without a name
	stylePlain             // Name:
	styleAlone             // Name, alone on its line
	styles
)

func (s lineStyle) String() string {
	return [styles]string{
		"no labels", "headings", "bold labels", "labels with dashes", "labels with times", "times without labels", "labels with colons",
		"labels on lines of their own",
	}[s]
}

// lineLabel is what stands at the outset of a line before speech.
type lineLabel struct {
	style  lineStyle
	name   transcript.Range // empty for styleStamp
	time   transcript.Range // empty when there is none
	clock  clock
	end    int  // where speech begins
	colon  bool // a colon is in it
	leads  bool // the time stands before the name
	boxed  bool // the time stands in brackets
	qa     bool // it is a word for question or answer before a dash
	glued  bool // text stands right behind the time
	trail  int  // length of the marks at the end of the line that close those before the label
	hashes int
}

// strong reports whether more than its place makes the label one.
func (l *lineLabel) strong() bool {
	return l.colon || l.time.Start < l.time.End || l.qa
}

// labelScanner reads a label step by step.
type labelScanner struct {
	text string
	i    int
	end  int
	lineLabel
	emphasis string // the marks that close what is open
	closed   bool   // marks were opened and closed
	dash     bool
}

// lineLabelAt reads the label that a line begins with, where text[at] is its
// first character.
func lineLabelAt(text string, at, end int) (lineLabel, bool) {
	s := &labelScanner{text: text, i: at, end: end}
	s.hash()
	s.stamp()
	s.open()
	s.stamp()
	named := s.named()
	for named && s.tail() {
	}
	s.lineLabel.end = s.i
	if named {
		s.style = s.judge()
	}
	if s.style == styleNone && s.leads && s.hashes == 0 { // a time, and no label behind it
		_, behind := timeBefore(text, s.time.Start, end)
		return lineLabel{style: styleStamp, time: s.time, clock: s.clock, end: behind, boxed: s.boxed, glued: s.glued}, true
	}
	return s.lineLabel, s.style != styleNone
}

func (s *labelScanner) rest() string { return s.text[s.i:s.end] }

func (s *labelScanner) skip() { s.i = skipSpace(s.text, s.i, s.end) }

func (s *labelScanner) hash() {
	for s.i < s.end && s.text[s.i] == '#' && s.hashes < 6 {
		s.hashes++
		s.i++
	}
	if strings.HasPrefix(s.rest(), "- **") || strings.HasPrefix(s.rest(), "* **") {
		s.i += 2
	}
	s.skip()
}

// stamp reads a time and the dash that may follow it.
func (s *labelScanner) stamp() bool {
	if s.time.Start < s.time.End {
		return false
	}
	c, behind := spanAt(s.text, s.i, s.end)
	if behind == 0 {
		return false
	}
	s.clock, s.time = c, transcript.Range{Start: s.i, End: behind}
	s.boxed = strings.IndexByte("[(<", s.text[s.i]) >= 0
	s.i = behind
	r, _ := utf8.DecodeRuneInString(s.rest())
	s.glued = !s.boxed && s.i < s.end && (unicode.IsLetter(r) || unicode.IsDigit(r))
	s.skip()
	if s.name.End == 0 {
		s.leads = true
		_, s.i = timeBefore(s.text, s.time.Start, s.end)
	}
	return true
}

func (s *labelScanner) open() {
	for _, marks := range []string{"***", "**", "__", "*"} {
		if strings.HasPrefix(s.rest(), marks) {
			s.emphasis = marks
			s.i += len(marks)
			return
		}
	}
	if strings.HasPrefix(s.rest(), "[") {
		s.emphasis = "]"
		s.i++
	}
}

// named reads the name.
func (s *labelScanner) named() bool {
	end := s.nameEnd()
	name := strings.TrimRightFunc(s.text[s.i:end], unicode.IsSpace)
	if !isLabelName(unescapedMarkdown(name)) {
		return false
	}
	s.name = transcript.Range{Start: s.i, End: s.i + len(name)}
	s.i = end
	return true
}

// nameEnd returns where the name that begins at s.i ends.
func (s *labelScanner) nameEnd() int {
	limit := min(s.end, s.i+maxNameBytes)
	for k := s.i; k < limit; k++ {
		switch b := s.text[k]; {
		case 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z':
		case b == '.' && isQA(s.text[s.i:k]) && strings.HasPrefix(s.text[k:limit], ". "), strings.HasPrefix(s.text[k:limit], ". - "), strings.HasPrefix(s.text[k:limit], ". – "):
			return k
		case k > s.i && gapLength(s.text[k:limit]) > 0 && s.text[s.i:k] == "Q":
			return k
		case b == ':' || b == '\t' || strings.HasPrefix(s.text[k:limit], "："):
			return k
		case s.emphasis != "" && strings.HasPrefix(s.text[k:limit], s.emphasis):
			return k
		case b == ' ' && k+1 < limit && (strings.IndexByte("-–—|", s.text[k+1]) >= 0 || strings.HasPrefix(s.text[k+1:limit], "–")) && k > s.i:
			return k
		case k > s.i && strings.IndexByte("([<0123456789", b) >= 0 && (s.text[k-1] == ' ' || s.text[k-1] == '\t'):
			if _, behind := spanAt(s.text, k, s.end); behind > 0 {
				return k
			}
		}
	}
	return limit
}

// tail reads one sign or time behind the name, and reports whether it did.
func (s *labelScanner) tail() bool {
	from := s.i
	s.skip()
	switch rest := s.rest(); {
	case rest == "":
		return false
	case !s.closed && s.emphasis != "" && strings.HasPrefix(rest, s.emphasis):
		s.closed = true
		s.i += len(s.emphasis)
		return true
	case !s.colon && (rest[0] == ':' || strings.HasPrefix(rest, "：")):
		return s.takeColon(rest)
	case !s.dash && !s.colon && s.takeDash(rest, s.text[from:s.i]):
		return true
	case s.stamp():
		return true
	}
	for _, mark := range []string{"- ", "– ", "— ", "| "} { // Name - 0:05
		if next, ok := strings.CutPrefix(s.rest(), mark); ok {
			if s.i = s.end - len(next); s.stamp() {
				return true
			}
		}
	}
	s.i = from
	return false
}

func (s *labelScanner) takeColon(rest string) bool {
	n := len("：")
	if rest[0] == ':' {
		n = 1
		timed := false
		if _, behind := spanAt(s.text, skipSpace(s.text, s.i+1, s.end), s.end); behind > 0 {
			timed = true
		}
		if !timed && s.emphasis == "" && !opensSpeech(rest[1:]) {
			return false
		}
	}
	s.colon = true
	s.i += n
	return true
}

// takeDash reads the dash, point or gap behind a word for question or answer,
// or the dash behind a name in capitals.
func (s *labelScanner) takeDash(rest, gap string) bool {
	name := s.text[s.name.Start:s.name.End]
	n := dashLength(rest)
	s.qa = isQA(name) && n > 0 || name == "Q" && gapLength(gap) > 0
	if !s.qa && (n == 0 || strings.HasPrefix(rest, ". ") && n == len(". ") || !isLoudName(name)) {
		return false
	}
	s.dash = true
	s.i += n
	return true
}

// dashLength returns the length of a dash, a point, or both, with a space
// behind it.
func dashLength(s string) int {
	for _, dash := range []string{". - ", ". – ", "- ", "– ", "— ", ". "} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// gapLength returns the length of white space that s begins with, 0 when it is
// no more than the space between two words.
func gapLength(s string) int {
	n := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	if n > 1 || n == 1 && s[0] == '\t' {
		return n
	}
	return 0
}

// isLoudName reports whether a name of two letters or more is all in capitals.
func isLoudName(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// isQA reports whether name is one of the words for question and answer, which
// may stand before a dash.
func isQA(name string) bool {
	switch name {
	case "Q", "A", "Question", "Answer":
		return true
	}
	return false
}

// judge says which style the label is in.
func (s *labelScanner) judge() lineStyle {
	alone := skipSpace(s.text, s.i, s.end) == s.end
	timed := s.time.Start < s.time.End
	switch {
	case s.hashes > 0:
		if alone {
			return styleHeading
		}
	case s.closed && s.emphasis == "]" && timed && !s.leads:
		return styleTimed
	case s.closed && s.emphasis == "]" && s.colon:
		return stylePlain
	case s.closed && s.emphasis != "]" && (s.colon || timed || alone):
		return styleBold
	case s.colon && !s.closed && len(s.emphasis) > 1 && strings.HasSuffix(strings.TrimRightFunc(s.text[s.i:s.end], unicode.IsSpace), s.emphasis):
		s.trail = len(s.emphasis)
		return styleBold
	case s.emphasis != "":
		return styleNone
	case s.dash:
		return styleDash
	case timed && (s.colon || alone && !endsSentence(s.text[s.name.Start:s.name.End]) || s.boxed && !s.leads):
		return styleTimed
	case s.colon:
		return stylePlain
	case alone && !timed && !endsSentence(s.text[s.name.Start:s.name.End]):
		return styleAlone
	}
	return styleNone
}
