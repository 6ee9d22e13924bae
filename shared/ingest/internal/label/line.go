package label

import (
	"strings"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Style is the way in which a speaker's name at the start of a line is marked,
// such as bold type or a colon.
type Style int

// The styles of labels (speakers' names at the start of a line), from the most
// specific to the most general.
const (
	styleNone      Style = iota
	StyleHeading         // ### Name
	StyleBold            // **Name:** or **Name**  0:05
	StyleDash            // Q - and A -, or Q. and A.
	StyleTimed           // Name (0:05): and [00:00:05] Name: and Name 0:05
	StyleTimestamp       // a time without a name: 0:05
	StylePlain           // Name:
	StyleAlone           // Name, with no other text on its line
	StyleInline          // **Name** without a colon, before words
	Styles
)

// String returns the description of the style s, such as "bold labels", for the
// report.
func (s Style) String() string {
	return [Styles]string{
		"no labels", "headings as labels", "bold labels", "labels with dashes", "labels with times", "times without labels", "labels with colons",
		"labels on separate lines", "bold labels or names in brackets, without colons",
	}[s]
}

// Line is a label (a speaker's name) at the start of a line, or a time without a
// name.
type Line struct {
	Style     Style
	Name      transcript.Range // empty for StyleTimestamp
	Time      transcript.Range // empty if there is no time
	Clock     source.Clock
	End       int  // byte offset at which speech begins
	Colon     bool // a colon follows the name
	TimeFirst bool // the time is before the name
	Bracketed bool // the time is in brackets
	Enclosed  byte // the bracket that closes the name, as in "[Ada]"; 0 if there is none
	qa        bool // the name is Q, A, Question or Answer before a dash
	Glued     bool // text follows the time without a space
	Trailing  int  // length of the emphasis marks at the end of the line: 2 in **Q: Why?**
	Hashes    int
}

// Explicit reports whether the label (a speaker's name) has a colon or a time, or is
// one of the words "Q" and "A". Other labels are recognised only because they are at
// the start of a line.
func (l *Line) Explicit() bool {
	return l.Colon || l.Time.Start < l.Time.End || l.qa
}

// LineAt reads the label (a speaker's name and its marks) at the start of the
// line text[at:end]. The second result is false if there is none.
func LineAt(text string, at, end int) (Line, bool) {
	s := &scanner{text: text, i: at, end: end}
	if !strings.HasPrefix(text[at:end], "#") || !s.readTime() { // "#00:00:05-2#" is a time, "### Ada" is a heading
		s.readHashes()
		s.readTime()
	}
	arrows := s.readArrows()
	s.readOpening()
	s.readTime()
	named := s.readName()
	for named && s.readTail() {
	}
	s.Line.End = s.i
	if named && (s.Colon || !arrows) {
		s.Style = s.classify()
	}
	if s.Style == styleNone && s.TimeFirst && s.Hashes == 0 { // a time without a label
		return s.WithoutName(text, end), true
	}
	return s.Line, s.Style != styleNone
}

// WithoutName returns a label that has the time of l but no name. The text after the time
// then counts as speech. The argument end is the offset at which the line ends.
func (l *Line) WithoutName(text string, end int) Line {
	_, after := source.TimePrefix(text, l.Time.Start, end)
	return Line{Style: StyleTimestamp, Time: l.Time, Clock: l.Clock, End: max(after, l.Time.End), Bracketed: l.Bracketed, Glued: l.Glued}
}
