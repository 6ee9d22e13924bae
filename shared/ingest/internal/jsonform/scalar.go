package jsonform

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/source"
)

// stringValue reads a JSON string and returns its value. Escapes such as \n are
// replaced by the characters that they mean.
func (p *parser) stringValue() (string, error) {
	text, from := p.src.Text, p.i+1
	var b []byte // value so far; nil until the first escape
	for p.i = from; p.i < len(text); {
		switch c := text[p.i]; {
		case c == '"':
			s := text[from:p.i]
			p.i++
			if b != nil {
				s = string(append(b, s...))
			}
			return s, nil
		case c == '\\':
			b = append(b, text[from:p.i]...)
			meaning, n := unescaped(text[p.i:])
			if n == 0 {
				return "", p.badEscape()
			}
			b = append(b, meaning...)
			p.i += n
			from = p.i
		case c < ' ':
			return "", p.syntaxError("a line break or another control character in a string")
		default:
			p.i++
		}
	}
	return "", p.truncated()
}

// badEscape returns an error for the escape at the current position. The escape is
// unknown, such as \q, or the text ends inside it.
func (p *parser) badEscape() *source.Error {
	const longest = len(`\u0000`)
	if rest := p.src.Text[p.i:]; len(rest) < longest && strings.IndexByte(rest, '"') < 0 {
		return p.truncated()
	}
	return p.syntaxError(`an unknown escape after \`)
}

// unescaped returns the character that the escape at the start of s means, and
// the escape's length in bytes. The length is 0 if the escape is not valid. If only
// one half of a surrogate pair is present, the character is U+FFFD.
func unescaped(s string) (meaning string, n int) {
	if len(s) < 2 {
		return "", 0
	}
	switch s[1] {
	case '"', '\\', '/':
		return s[1:2], 2
	case 'b':
		return "\b", 2
	case 'f':
		return "\f", 2
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	}
	r, ok := codeUnitAt(s)
	if !ok {
		return "", 0
	}
	// A character beyond U+FFFF is written as a pair of surrogates: \ud83d\ude00 is
	// U+1F600.
	if utf16.IsSurrogate(r) {
		if low, ok := codeUnitAt(s[6:]); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
			return string(utf16.DecodeRune(r, low)), 12
		}
		r = utf8.RuneError
	}
	return string(r), 6
}

// codeUnitAt reads an escape such as \u00e9: "\u" and four hexadecimal digits. The
// result is false if s does not begin with one.
func codeUnitAt(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(v), err == nil
}

// number reads a JSON number and returns it as a string, exactly as it is written in
// the source.
func (p *parser) number() (string, error) {
	// -0.5e+3 has all parts of a number in RFC 8259, section 6: a minus, digits
	// without leading zeros, a fraction, an exponent. 01, 1. and .5 are errors.
	text, from := p.src.Text, p.i
	digits := func() bool {
		start := p.i
		for p.i < len(text) && source.IsDigit(text[p.i]) {
			p.i++
		}
		return p.i > start
	}
	at := func(set string) bool { return p.i < len(text) && strings.IndexByte(set, text[p.i]) >= 0 }
	if at("-") {
		p.i++
	}
	whole := at("0")
	if whole {
		p.i++
	}
	ok := whole || digits()
	if ok && at(".") {
		p.i++
		ok = digits()
	}
	if ok && at("eE") {
		if p.i++; at("+-") {
			p.i++
		}
		ok = digits()
	}
	switch {
	case ok && !at("0123456789"):
		return text[from:p.i], nil
	case p.i == len(text):
		return "", p.truncated()
	}
	return "", p.syntaxError("a number is not complete")
}

// literal reads the word true, false or null, and returns its first letter.
func (p *parser) literal() (byte, error) {
	rest := p.src.Text[p.i:]
	for _, w := range []string{"true", "false", "null"} {
		switch {
		case strings.HasPrefix(rest, w):
			p.i += len(w)
			return w[0], nil
		case strings.HasPrefix(w, rest):
			return 0, p.truncated()
		}
	}
	return 0, p.syntaxError("a value is missing or is not valid")
}
