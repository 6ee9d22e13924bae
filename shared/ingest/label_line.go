package ingest

import "quoteline/shared/transcript"

// lineStyle is a way to mark a label at the start of a line.
type lineStyle int

// The styles, the most specific first.
const (
	styleNone      lineStyle = iota
	styleHeading             // ### Name
	styleBold                // **Name:** or **Name**  0:05
	styleDash                // Q - and A -, or Q. and A.
	styleTimed               // Name (0:05): and [00:00:05] Name: and Name 0:05
	styleTimestamp           // 0:05, without a name
	stylePlain               // Name:
	styleAlone               // Name, alone on its line
	styles
)

// String returns the style for a report.
func (s lineStyle) String() string {
	return [styles]string{
		"no labels", "headings as labels", "bold labels", "labels with dashes", "labels with times", "times without labels", "labels with colons",
		"labels on separate lines",
	}[s]
}

// lineLabel is a label at the start of a line, or a time alone.
type lineLabel struct {
	style     lineStyle
	name      transcript.Range // empty for styleStamp
	time      transcript.Range // empty if there is none
	clock     clock
	end       int  // where speech begins
	colon     bool // it has a colon
	timeFirst bool // the time is before the name
	bracketed bool // the time is in brackets
	qa        bool // it is a word for question or answer before a dash
	glued     bool // text follows the time without a space
	trailing  int  // length of the emphasis marks at the end of the line, as in **Q: Why?**
	hashes    int
}

// explicit reports whether the label is recognised by more than its place: a colon,
// a time, or Q and A.
func (l *lineLabel) explicit() bool {
	return l.colon || l.time.Start < l.time.End || l.qa
}

// lineLabelAt reads the label that a line begins with; text[at] is its first
// character. It reports false if there is none.
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
	if s.style == styleNone && s.timeFirst && s.hashes == 0 { // a time and no label
		_, after := timePrefix(text, s.time.Start, end)
		return lineLabel{style: styleTimestamp, time: s.time, clock: s.clock, end: after, bracketed: s.bracketed, glued: s.glued}, true
	}
	return s.lineLabel, s.style != styleNone
}
