package ingest

import (
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// lineStyle is the way in which a speaker's name at the start of a line is marked,
// such as bold type or a colon.
type lineStyle int

// The styles of labels (speakers' names at the start of a line), from the most
// specific to the most general.
const (
	styleNone      lineStyle = iota
	styleHeading             // ### Name
	styleBold                // **Name:** or **Name**  0:05
	styleDash                // Q - and A -, or Q. and A.
	styleTimed               // Name (0:05): and [00:00:05] Name: and Name 0:05
	styleTimestamp           // a time without a name: 0:05
	stylePlain               // Name:
	styleAlone               // Name, with no other text on its line
	styles
)

// String returns the description of the style s, such as "bold labels", for the
// report.
func (s lineStyle) String() string {
	return [styles]string{
		"no labels", "headings as labels", "bold labels", "labels with dashes", "labels with times", "times without labels", "labels with colons",
		"labels on separate lines",
	}[s]
}

// lineLabel is a label (a speaker's name) at the start of a line, or a time without a
// name.
type lineLabel struct {
	style     lineStyle
	name      transcript.Range // empty for styleTimestamp
	time      transcript.Range // empty if there is no time
	clock     source.Clock
	end       int  // byte offset at which speech begins
	colon     bool // a colon follows the name
	timeFirst bool // the time is before the name
	bracketed bool // the time is in brackets
	qa        bool // the name is Q, A, Question or Answer before a dash
	glued     bool // text follows the time without a space
	trailing  int  // length of the emphasis marks at the end of the line: 2 in **Q: Why?**
	hashes    int
}

// explicit reports whether the label (a speaker's name) has a colon or a time, or is
// one of the words "Q" and "A". Other labels are recognised only because they are at
// the start of a line.
func (l *lineLabel) explicit() bool {
	return l.colon || l.time.Start < l.time.End || l.qa
}

// lineLabelAt reads the label (a speaker's name and its marks) at the start of the
// line text[at:end]. The second result is false if there is none.
func lineLabelAt(text string, at, end int) (lineLabel, bool) {
	s := &labelScanner{text: text, i: at, end: end}
	s.readHashes()
	s.readTime()
	s.readOpening()
	s.readTime()
	named := s.readName()
	for named && s.readTail() {
	}
	s.lineLabel.end = s.i
	if named {
		s.style = s.classify()
	}
	if s.style == styleNone && s.timeFirst && s.hashes == 0 { // a time without a label
		_, after := source.TimePrefix(text, s.time.Start, end)
		return lineLabel{style: styleTimestamp, time: s.time, clock: s.clock, end: after, bracketed: s.bracketed, glued: s.glued}, true
	}
	return s.lineLabel, s.style != styleNone
}
