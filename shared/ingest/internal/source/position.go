package source

import (
	"strings"
	"unicode/utf8"
)

// Position is a position in the source, with lines and columns as in text editors.
type Position struct {
	Line   int `json:"line"`   // counted from 1; a line ends with LF, CR or CR LF
	Column int `json:"column"` // in code points, counted from 1; a byte order mark does not count
}

// Step advances the position p by the character at text[i], and returns the offset
// after the character. A byte that is not UTF-8 counts as one character.
func (p *Position) Step(text string, i int) int {
	if b := text[i]; b < utf8.RuneSelf && b != '\n' && b != '\r' {
		p.Column++
		return i + 1
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	if text[i] == '\n' || text[i] == '\r' && !strings.HasPrefix(text[i+1:], "\n") {
		p.Line, p.Column = p.Line+1, 1
	} else {
		p.Column++
	}
	return i + n
}

// Past returns the position (line and column) of text[to]. Its receiver p must be the
// position of text[from]. The offset from must not be greater than to, and both must be
// at the start of a character.
func (p Position) Past(text string, from, to int) Position {
	part := text[from:to]
	if strings.IndexByte(part, '\r') >= 0 { // it depends on the next character whether a CR ends a line
		for from < to {
			from = p.Step(text, from)
		}
		return p
	}
	if last := strings.LastIndexByte(part, '\n'); last >= 0 {
		p.Line += strings.Count(part, "\n")
		p.Column, part = 1, part[last+1:]
	}
	p.Column += utf8.RuneCountInString(part)
	return p
}

// waypoint is a byte offset with its line and column. A source has a waypoint about
// every stride bytes. Therefore the line and column of any offset are found fast,
// even in a very long line.
type waypoint struct {
	offset int
	Position
}

const stride = 256

// placeWaypoints stores the line and column of an offset about every stride bytes.
// With these, later searches for a position are fast.
func (s *Source) placeWaypoints() {
	s.waypoints = make([]waypoint, 0, (len(s.Text)-s.Start)/stride+1)
	p := Position{1, 1}
	for at := s.Start; at < len(s.Text); {
		s.waypoints = append(s.waypoints, waypoint{at, p})
		next := min(s.Start+len(s.waypoints)*stride, len(s.Text))
		for next < len(s.Text) && !utf8.RuneStart(s.Text[next]) {
			next++
		}
		p = p.Past(s.Text, at, next)
		at = next
	}
}

// Position returns the line and column of a byte offset. If the source was derived
// from another source, such as an HTML page, they are the line and column in the
// page.
func (s *Source) Position(offset int) Position {
	if s.sourceMap != nil {
		return s.sourceMap.Src.Position(s.sourceMap.inputOffset(offset))
	}
	k := min(max(offset-s.Start, 0)/stride, len(s.waypoints)-1)
	for s.waypoints[k].offset > offset && k > 0 {
		k--
	}
	p := s.waypoints[k].Position
	for i := s.waypoints[k].offset; i < offset && i < len(s.Text); {
		i = p.Step(s.Text, i)
	}
	return p
}
