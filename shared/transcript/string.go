package transcript

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// text reads a string. It returns "" for a null.
func (s *scanner) text() string {
	if s.null() {
		return ""
	}
	v, inSource := s.quoted("a string is expected here")
	if inSource {
		return s.keep(v)
	}
	return v
}

// term reads a string that probably occurs several times in the transcript, such as a
// speaker's id. If term has read an equal string recently, it returns the earlier
// string, so that only one copy is in memory.
func (s *scanner) term() string {
	if s.null() {
		return ""
	}
	v, inSource := s.quoted("a string is expected here")
	for _, known := range s.terms {
		if known == v {
			return known
		}
	}
	if inSource {
		v = s.keep(v)
	}
	s.terms[s.nextTerm%len(s.terms)] = v
	s.nextTerm++
	return v
}

// quoted reads a string and replaces each escape, such as "\u00e9", by the character that
// it means. The result inSource is true if v is a part of the source, and false if v is a
// copy. Half a surrogate pair becomes U+FFFD, and so does every byte that is not UTF-8.
func (s *scanner) quoted(expected string) (v string, inSource bool) {
	if s.peek() != '"' {
		s.failHere(expected)
		return "", false
	}
	raw, escaped, ascii := s.body()
	if escaped || !ascii && !utf8.ValidString(raw) {
		return s.resolve(raw), false
	}
	return raw, true
}

// keep returns a copy of v, which is a part of src. There are two reasons. Without a
// copy, v would keep all of src in memory. Also, a pointer into src makes TinyGo's
// garbage collector read src from there to its end. With 10,000 such pointers, one
// collection took seconds.
//
// Short strings are copied into shared blocks of 4 KB, which saves allocations.
func (s *scanner) keep(v string) string {
	const chunk = 4 << 10
	if len(v) > chunk/8 {
		return strings.Clone(v)
	}
	if s.chunk.Cap()-s.chunk.Len() < len(v) {
		s.chunk = strings.Builder{}
		s.chunk.Grow(chunk)
	}
	start := s.chunk.Len()
	s.chunk.WriteString(v)
	return s.chunk.String()[start:]
}

// body moves past a string. It returns the text between the quotation marks, whether
// the text has escapes, and whether the text is all ASCII.
func (s *scanner) body() (raw string, escaped, ascii bool) {
	s.pos++
	start := s.pos
	var bits byte
	for {
		bits |= s.run()
		switch {
		case s.pos == len(s.src):
			s.failHere("a quotation mark has to end the string")
			return "", false, true
		case s.src[s.pos] == '"':
			s.pos++
			return s.src[start : s.pos-1], escaped, bits < utf8.RuneSelf
		case s.src[s.pos] == '\\':
			escaped = true
			s.escape()
		default:
			s.failAt(s.pos, "a control character in a string must be escaped")
		}
	}
}

// run moves past characters of a string, up to a quotation mark, a backslash, a control
// character or the end of the source. It returns all bytes that it passes, combined by
// OR. The result is less than 0x80 if all of them are ASCII.
func (s *scanner) run() (bits byte) {
	rest := s.src[s.pos:]
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		if c == '"' || c == '\\' || c < ' ' {
			s.pos += i
			return bits
		}
		bits |= c
	}
	s.pos = len(s.src)
	return bits
}

// escape moves past an escape in a string, such as "\u00e9" (RFC 8259, section 7).
func (s *scanner) escape() {
	start := s.pos
	s.pos++
	if s.pos == len(s.src) {
		return
	}
	c := s.src[s.pos]
	s.pos++
	switch c {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
	case 'u':
		for range 4 {
			if s.pos < len(s.src) && !isHex(s.src[s.pos]) {
				s.failAt(s.pos, "a hexadecimal digit is expected here")
			}
			s.pos = min(s.pos+1, len(s.src))
		}
	default:
		s.failAt(start, "there is no such escape in JSON")
	}
}

// resolve returns raw with each escape replaced by the character that it means. The
// escapes must be valid.
func (s *scanner) resolve(raw string) string {
	b := s.buf[:0]
	for len(raw) > 0 {
		plain := plainPrefix(raw)
		b = append(b, raw[:plain]...)
		raw = raw[plain:]
		if raw == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(raw)
		if r == '\\' {
			r, size = unescape(raw)
		}
		b = utf8.AppendRune(b, r)
		raw = raw[size:]
	}
	s.buf = b
	return string(b)
}

// plainPrefix returns the number of bytes before the first backslash or the first byte
// that is not ASCII.
func plainPrefix(raw string) int {
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' || raw[i] >= utf8.RuneSelf {
			return i
		}
	}
	return len(raw)
}

// unescape reads the escape at the start of raw. It returns the character that the
// escape means, and the length of the escape in bytes.
func unescape(raw string) (r rune, size int) {
	switch raw[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		return unescapeUTF16(raw)
	}
	return rune(raw[1]), 2
}

// unescapeUTF16 reads an escape such as "\u00e9", or a surrogate pair of two such
// escapes.
func unescapeUTF16(raw string) (r rune, size int) {
	unit := hexUnit(raw[2:6])
	if !utf16.IsSurrogate(unit) {
		return unit, 6
	}
	if len(raw) >= 12 && raw[6:8] == `\u` {
		if r := utf16.DecodeRune(unit, hexUnit(raw[8:12])); r != utf8.RuneError {
			return r, 12
		}
	}
	return utf8.RuneError, 6
}

// hexUnit returns the value of hexadecimal digits.
func hexUnit(digits string) rune {
	var v rune
	for i := 0; i < len(digits); i++ {
		d := rune(digits[i])
		if d >= 'A' {
			d = d&^0x20 - 'A' + '0' + 10
		}
		v = v<<4 | (d - '0')
	}
	return v
}

func isHex(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f'
}
