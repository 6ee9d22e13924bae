package ingest

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

const byteOrderMark = "\ufeff"

// Position is a position in the source, with lines and columns as in text editors.
type Position struct {
	Line   int `json:"line"`   // counted from 1; a line ends with LF, CR or CR LF
	Column int `json:"column"` // in code points, counted from 1; a byte order mark does not count
}

// source is a text to be read as a transcript. It has been checked: it is valid UTF-8
// and not blank. It may be derived from another source: it is then the text that an
// HTML page shows, or the value of a JSON string.
type source struct {
	text      string
	start     int // byte offset of the text, after a byte order mark
	waypoints []waypoint
	encoding  string
	sourceMap *sourceMap // for derived text, its ranges in the original source; else nil
	rendered  bool       // the text is what a page shows, so it has no Markdown escapes
	kind      kind       // what the text looks like: JSON, an HTML page, or neither
	tree      any        // the parsed text, stored by the formats of a kind so that they parse it once; else nil
	numbered  bool       // lines begin with line numbers, as in court transcripts
	budget    *Budget    // nil means no limits
}

// waypoint is a byte offset with its line and column. A source has a waypoint about
// every stride bytes. Therefore the line and column of any offset are found fast,
// even in a very long line.
type waypoint struct {
	offset int
	Position
}

const stride = 256

// newSource decodes the bytes src and checks the text. The error is an [*Error] if
// src is not text, and a [*LimitError] if a limit on the work (the budget) is
// exceeded.
func newSource(src []byte, budget *Budget) (*source, error) {
	text, encoding, err := Text(src)
	if err != nil {
		return nil, err
	}
	s := &source{text: text, encoding: encoding, budget: budget}
	if strings.HasPrefix(s.text, byteOrderMark) {
		s.start = len(byteOrderMark)
	}
	if err := s.check(); err != nil {
		p := Position{1, 1}
		for i := s.start; i < err.Offset; {
			i = p.step(s.text, i)
		}
		err.Line, err.Column = p.Line, p.Column
		return nil, err
	}
	if !budget.steps(len(text)) {
		return nil, budget.exceeded()
	}
	s.placeWaypoints()
	s.kind = kindOf(s.text[s.start:])
	return s, nil
}

// check returns an error if the source is not text or is blank. The error only has a
// byte offset; newSource adds the line and column.
func (s *source) check() *Error {
	if looksBinary(s.text) {
		return &Error{Reason: "this is a binary file, not text", Advice: "open it with the program that made it, and export the transcript as plain text in UTF-8"}
	}
	blank := true
	for i, r := range s.text[s.start:] {
		if ' ' < r && r < '\x7f' {
			blank = false
			continue
		}
		i += s.start
		if r == utf8.RuneError && !strings.HasPrefix(s.text[i:], string(utf8.RuneError)) {
			return &Error{Offset: i, Reason: "not UTF-8: byte 0x" + hex(s.text[i]), Advice: "save the text as UTF-8"}
		}
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return &Error{Offset: i, Reason: "not text: control character U+00" + hex(byte(r)), Advice: "export the transcript as plain text in UTF-8"}
		}
		blank = blank && unicode.IsSpace(r)
	}
	if blank {
		return &Error{Offset: s.start, Reason: "the input is empty", Advice: "give a transcript with speaker labels"}
	}
	return nil
}

// hex returns b as two hexadecimal digits.
func hex(b byte) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[b>>4], digits[b&15]})
}

// placeWaypoints stores the line and column of an offset about every stride bytes.
// With these, later searches for a position are fast.
func (s *source) placeWaypoints() {
	s.waypoints = make([]waypoint, 0, (len(s.text)-s.start)/stride+1)
	p, next := Position{1, 1}, s.start
	for i := s.start; i < len(s.text); {
		if i >= next {
			s.waypoints = append(s.waypoints, waypoint{i, p})
			next = s.start + len(s.waypoints)*stride
		}
		i = p.step(s.text, i)
	}
}

// step advances the position p by the character at text[i], and returns the offset
// after the character. A byte that is not UTF-8 counts as one character.
func (p *Position) step(text string, i int) int {
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

// position returns the line and column of a byte offset. If the source was derived
// from another source, such as an HTML page, they are the line and column in the
// page.
func (s *source) position(offset int) Position {
	if s.sourceMap != nil {
		return s.sourceMap.src.position(s.sourceMap.inputOffset(offset))
	}
	k := min(max(offset-s.start, 0)/stride, len(s.waypoints)-1)
	for s.waypoints[k].offset > offset && k > 0 {
		k--
	}
	p := s.waypoints[k].Position
	for i := s.waypoints[k].offset; i < offset && i < len(s.text); {
		i = p.step(s.text, i)
	}
	return p
}

// lines yields the range of each line, not including the line break (LF, CR or CR
// LF). It stops early if a limit on the work (the budget) is exceeded.
func (s *source) lines() iter.Seq[transcript.Range] {
	const each = 16 // cost of a line in steps, besides one step for each byte
	return func(yield func(transcript.Range) bool) {
		for i := s.start; i < len(s.text); {
			end := len(s.text)
			if n := strings.IndexAny(s.text[i:], "\r\n"); n >= 0 {
				end = i + n
			}
			if !s.budget.steps(end-i+each) || !yield(transcript.Range{Start: i, End: end}) {
				return
			}
			i = end + 1
			if strings.HasPrefix(s.text[end:], "\r\n") {
				i++
			}
		}
	}
}

// excerpt returns the text around the start of r, so that an editor can recognise the
// position. The text has at most 40 characters before the position and at most 60
// after it. All of the text is on the same line as the position.
func (s *source) excerpt(r transcript.Range) string {
	const before, after = 40, 60
	start, end := r.Start, r.Start
	for n := 0; n < before && start > s.start && !lineEnd(s.text[start-1]); n++ {
		_, size := utf8.DecodeLastRuneInString(s.text[:start])
		start -= size
	}
	for n := 0; n < after && end < len(s.text) && !lineEnd(s.text[end]); n++ {
		_, size := utf8.DecodeRuneInString(s.text[end:])
		end += size
	}
	return strings.TrimSpace(s.text[start:end])
}

// lineEnd reports whether b ends a line.
func lineEnd(b byte) bool { return b == '\n' || b == '\r' }

// slice returns the text in the range r.
func (s *source) slice(r transcript.Range) string { return s.text[r.Start:r.End] }

// skipSpace returns the offset of the first character in text[i:end] that is not
// white space. It returns end if there is none.
func skipSpace(text string, i, end int) int {
	return end - len(strings.TrimLeftFunc(text[i:end], unicode.IsSpace))
}
