package ingest

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// stringValue reads a string.
func (p *jsonParser) stringValue() (string, error) {
	text, from := p.src.text, p.i+1
	var b []byte // what was read, once there was an escape
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
			meaning, n := unescapedJSON(text[p.i:])
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

func (p *jsonParser) badEscape() *Error {
	const longest = len(`\u0000`)
	if rest := p.src.text[p.i:]; len(rest) < longest && strings.IndexByte(rest, '"') < 0 {
		return p.truncated()
	}
	return p.syntaxError(`a sign after \ that means nothing`)
}

// unescapedJSON returns what the escape at the outset of s means, and its length; 0
// when it means nothing. Half of a pair of surrogates means U+FFFD.
func unescapedJSON(s string) (meaning string, n int) {
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
	if utf16.IsSurrogate(r) {
		if low, ok := codeUnitAt(s[6:]); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
			return string(utf16.DecodeRune(r, low)), 12
		}
		r = utf8.RuneError
	}
	return string(r), 6
}

// codeUnitAt reads four hexadecimal digits behind \u.
func codeUnitAt(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	v, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(v), err == nil
}

// number reads a number.
func (p *jsonParser) number() (string, error) {
	text, from := p.src.text, p.i
	digits := func() bool {
		start := p.i
		for p.i < len(text) && isDigit(text[p.i]) {
			p.i++
		}
		return p.i > start
	}
	at := func(signs string) bool { return p.i < len(text) && strings.IndexByte(signs, text[p.i]) >= 0 }
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
	return "", p.syntaxError("a number that is not complete")
}

// literal reads true, false or null, and returns its first letter.
func (p *jsonParser) literal() (byte, error) {
	rest := p.src.text[p.i:]
	for _, w := range []string{"true", "false", "null"} {
		switch {
		case strings.HasPrefix(rest, w):
			p.i += len(w)
			return w[0], nil
		case strings.HasPrefix(w, rest):
			return 0, p.truncated()
		}
	}
	return 0, p.syntaxError("no value begins like this")
}
