package transcript

import "math"

const (
	notInteger = "a whole number is expected here"
	tooLarge   = "this number is too large"
)

// int reads a whole number. If the number does not fit an int, it records a fault.
func (s *scanner) int() int {
	s.peek()
	start := s.pos
	v := s.integer()
	if int64(int(v)) != v {
		s.failAt(start, tooLarge)
	}
	return int(v)
}

// integer reads a number that has no fraction and no exponent. It returns 0 for a null.
func (s *scanner) integer() int64 {
	if s.null() {
		return 0
	}
	if c := s.peek(); c != '-' && !isDigit(c) {
		s.failHere(notInteger)
		return 0
	}
	start := s.pos
	literal, whole := s.number()
	if s.err != nil {
		return 0
	}
	if !whole {
		s.failAt(start, notInteger)
		return 0
	}
	v, ok := parseInt(literal)
	if !ok {
		s.failAt(start, tooLarge)
	}
	return v
}

// number reads a number of any form (RFC 8259, section 6). It returns the digits as
// they are in the source. The result whole is true if the number has no fraction and no
// exponent.
func (s *scanner) number() (literal string, whole bool) {
	start := s.pos
	s.accept("-")
	if !s.accept("0") {
		s.digits()
	}
	whole = true
	if s.accept(".") {
		whole = false
		s.digits()
	}
	if s.accept("e") || s.accept("E") {
		whole = false
		if !s.accept("+") {
			s.accept("-")
		}
		s.digits()
	}
	if s.err != nil {
		return "", false
	}
	return s.src[start:s.pos], whole
}

// digits moves past one or more digits. If there is none, it records a fault.
func (s *scanner) digits() {
	start := s.pos
	for s.pos < len(s.src) && isDigit(s.src[s.pos]) {
		s.pos++
	}
	if s.pos == start {
		s.failHere("a digit is expected here")
	}
}

// parseInt returns the value of literal, which must be a valid whole number. ok is
// false if the value does not fit an int64. The function replaces strconv.ParseInt,
// which would add 12 KB to the WebAssembly module.
func parseInt(literal string) (v int64, ok bool) {
	digits, limit := literal, uint64(math.MaxInt64)
	negative := literal[0] == '-'
	if negative {
		digits, limit = literal[1:], limit+1
	}
	var u uint64
	for i := 0; i < len(digits); i++ {
		d := uint64(digits[i] - '0')
		if u > (limit-d)/10 {
			return 0, false
		}
		u = u*10 + d
	}
	if negative {
		return -int64(u), true
	}
	return int64(u), true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
