package source

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

const ByteOrderMark = "\ufeff"

// Source is a text to be read as a transcript. It has been checked: it is valid UTF-8
// and not blank. It may be derived from another source: it is then the text that an
// HTML page shows, or the value of a JSON string.
type Source struct {
	Text      string
	Start     int // byte offset of the text, after a byte order mark
	waypoints []waypoint
	Encoding  string
	sourceMap *sourceMap // for derived text, its ranges in the original source; else nil
	Rendered  bool       // the text is what a page shows, so it has no Markdown escapes
	Kind      Kind       // what the text looks like: JSON, an HTML page, or neither
	Tree      any        // the parsed text, stored by the formats of a kind so that they parse it once; else nil
	numbered  bool       // lines begin with line numbers, as in court transcripts
	Budget    *Budget    // nil means no limits
}

// New makes a source of a text in UTF-8, and checks it. The argument encoding names the
// encoding that the text had before. The error is an [*Error] if the text cannot be a
// transcript, for example because it is blank. The error is a [*LimitError] if a limit of
// the budget (the limits of the work) is exceeded.
func New(text, encoding string, budget *Budget) (*Source, error) {
	if err := checkLength(len(text)); err != nil {
		return nil, err
	}
	s := &Source{Text: text, Encoding: encoding, Budget: budget}
	if strings.HasPrefix(s.Text, ByteOrderMark) {
		s.Start = len(ByteOrderMark)
	}
	if err := s.check(); err != nil {
		p := Position{1, 1}
		for i := s.Start; i < err.Offset; {
			i = p.Step(s.Text, i)
		}
		err.Line, err.Column = p.Line, p.Column
		return nil, err
	}
	if !budget.Steps(len(text)) {
		return nil, budget.Exceeded()
	}
	s.placeWaypoints()
	s.Kind = kindOf(s.Text[s.Start:])
	return s, nil
}

// checkLength returns an error if a text has 2 GiB or more, because some offsets have 32
// bits. The argument n is its length in bytes.
func checkLength(n int) error {
	if uint64(n) <= math.MaxInt32 {
		return nil
	}
	return &Error{Line: 1, Column: 1, Reason: "the input has 2 GiB or more", Advice: "divide it into several files"}
}

// check returns an error if the source is not text or is blank. The error only has a
// byte offset; New adds the line and column.
func (s *Source) check() *Error {
	if looksBinary(s.Text) {
		return &Error{Reason: "this is a binary file, not text", Advice: "open it with the program that made it, and export the transcript as plain text in UTF-8"}
	}
	// Most characters are printable ASCII, so the loop looks at these first.
	refused := s.refusesControls()
	blank := true
	for i, r := range s.Text[s.Start:] {
		if ' ' < r && r < '\x7f' {
			blank = false
			continue
		}
		i += s.Start
		if r == utf8.RuneError && !strings.HasPrefix(s.Text[i:], string(utf8.RuneError)) {
			return &Error{Offset: i, Reason: "not UTF-8: byte 0x" + hex(s.Text[i]), Advice: "save the text as UTF-8"}
		}
		if refused && unicode.IsControl(r) && !unicode.IsSpace(r) {
			return &Error{Offset: i, Reason: "not text: control character U+00" + hex(byte(r)), Advice: "export the transcript as plain text in UTF-8"}
		}
		blank = blank && unicode.IsSpace(r)
	}
	if blank {
		return &Error{Offset: s.Start, Reason: "the input is empty", Advice: "give a transcript with speaker labels"}
	}
	return nil
}

// refusesControls reports whether the text has too many control characters to be a
// transcript: a NUL, or more than one in twenty characters. If there are fewer, they are
// read as spaces. U+0015 is not counted, because CHAT has two of them around each time.
func (s *Source) refusesControls() bool {
	text, controls := s.Text[s.Start:], 0
	for i := range len(text) {
		switch c := text[i]; {
		case ' ' <= c && c < 0x7f, '\t' <= c && c <= '\r', c == '\x15': // no control, white space, CHAT
		case c == 0:
			return true
		case c < utf8.RuneSelf, isC1At(text, i) && text[i+1] != 0x85: // U+0085 is white space
			controls++
		}
	}
	return controls > 0 && 20*controls > utf8.RuneCountInString(text)
}

// hex returns b as two hexadecimal digits.
func hex(b byte) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[b>>4], digits[b&15]})
}

// Excerpt returns the text around the start of r, so that an editor can recognise the
// position. The text has at most 40 characters before the position and at most 60
// after it. All of the text is on the same line as the position.
func (s *Source) Excerpt(r transcript.Range) string {
	const before, after = 40, 60
	start, end := r.Start, r.Start
	for n := 0; n < before && start > s.Start && !lineEnd(s.Text[start-1]); n++ {
		_, size := utf8.DecodeLastRuneInString(s.Text[:start])
		start -= size
	}
	for n := 0; n < after && end < len(s.Text) && !lineEnd(s.Text[end]); n++ {
		_, size := utf8.DecodeRuneInString(s.Text[end:])
		end += size
	}
	return strings.TrimSpace(s.Text[start:end])
}

// lineEnd reports whether b ends a line.
func lineEnd(b byte) bool { return b == '\n' || b == '\r' }

// Slice returns the text in the range r.
func (s *Source) Slice(r transcript.Range) string { return s.Text[r.Start:r.End] }
