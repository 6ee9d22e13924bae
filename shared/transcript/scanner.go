package transcript

import "strings"

// maxDepth limits the nesting of arrays and objects. A transcript needs four levels.
// Unknown members, which the scanner skips, may be nested deeper.
const maxDepth = 64

// scanner reads JSON (RFC 8259) from left to right, one value at a time. It has a
// method for every type of value in a transcript. After the first fault, which is kept
// in err, the methods return zero values.
type scanner struct {
	src   string
	pos   int // bytes read
	depth int
	err   *SyntaxError
	buf   []byte          // reused to resolve escapes
	chunk strings.Builder // memory that short strings of the result share

	terms    []string // the values that term read last
	nextTerm int      // how many values were added to terms
}

// failAt records a fault at a byte offset of the source, unless there is an earlier
// fault. It then moves to the end of the source, so that reading ends.
func (s *scanner) failAt(offset int, reason string) {
	if s.err == nil {
		s.err = syntaxErrorAt(s.src, offset, reason)
	}
	s.pos = len(s.src)
}

// failHere records a fault at the present position. The argument expected is its
// message.
func (s *scanner) failHere(expected string) {
	if s.pos == len(s.src) {
		expected = "the input ends too early: " + expected
	}
	s.failAt(s.pos, expected)
}

// peek moves past white space and returns the next byte, without moving past it. It
// returns 0 at the end of the source.
func (s *scanner) peek() byte {
	for s.pos < len(s.src) {
		switch c := s.src[s.pos]; c {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return c
		}
	}
	return 0
}

// end records a fault if more than white space is left in the source.
func (s *scanner) end() {
	s.peek()
	if s.pos < len(s.src) {
		s.failAt(s.pos, "there is more after the transcript")
	}
}

// accept moves past word if the source continues with word, and reports whether it
// moved.
func (s *scanner) accept(word string) bool {
	if rest := s.src[s.pos:]; len(rest) < len(word) || rest[:len(word)] != word {
		return false
	}
	s.pos += len(word)
	return true
}

// null moves past a null if the source continues with one, and reports whether it
// moved. A value of any type may be null, which has the same meaning as an absent
// member.
func (s *scanner) null() bool {
	return s.peek() == 'n' && s.accept("null")
}

// open moves past the bracket that begins an array or object, and returns true. It
// returns false for a null. For any other value open records a fault, and returns false.
// The argument expected is the message of the fault.
func (s *scanner) open(bracket byte, expected string) bool {
	if s.null() {
		return false
	}
	if s.peek() != bracket {
		s.failHere(expected)
		return false
	}
	if s.depth == maxDepth {
		s.failAt(s.pos, "the nesting is too deep")
		return false
	}
	s.pos++
	s.depth++
	return true
}

// more moves to the next entry of an array or object and returns true. At the closing
// bracket, it moves past the bracket and returns false. The argument first is true if
// no entry was read so far, so that no comma is expected.
func (s *scanner) more(first bool, bracket byte, expected string) bool {
	switch c := s.peek(); {
	case s.err != nil:
		return false
	case c == bracket:
		s.pos++
		s.depth--
		return false
	case first:
		return true
	case c != ',':
		s.failHere(expected)
		return false
	}
	s.pos++
	return true
}

// elements loops over the elements of an array.
type elements struct {
	s           *scanner
	open, begun bool
}

func (s *scanner) array() elements {
	return elements{s: s, open: s.open('[', "an array is expected here")}
}

// next reports whether the array has another element. The caller must read the element
// before the next call.
func (e *elements) next() bool {
	e.open = e.open && e.s.more(!e.begun, ']', "a comma or the end of the array is expected here")
	e.begun = true
	return e.open
}

// members loops over the members of an object.
type members struct {
	s           *scanner
	name        string
	open, begun bool
}

func (s *scanner) object() members {
	return members{s: s, open: s.open('{', "an object is expected here")}
}

// next reads the name of the object's next member, and reports whether there is one.
// The caller must read the member's value before the next call.
func (m *members) next() bool {
	m.open = m.open && m.s.more(!m.begun, '}', "a comma or the end of the object is expected here")
	m.begun = true
	if !m.open {
		return false
	}
	m.name, _ = m.s.quoted("a member's name is expected here")
	if m.s.peek() != ':' {
		m.s.failHere("a colon is expected here")
		return false
	}
	m.s.pos++
	return true
}

// skip moves past a value of any type.
func (s *scanner) skip() {
	switch c := s.peek(); {
	case c == '{':
		for m := s.object(); m.next(); {
			s.skip()
		}
	case c == '[':
		for e := s.array(); e.next(); {
			s.skip()
		}
	case c == '"':
		s.body()
	case c == '-' || isDigit(c):
		s.number()
	case !s.accept("null") && !s.accept("true") && !s.accept("false"):
		s.failHere("a value is expected here")
	}
}
