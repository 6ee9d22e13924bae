package ingest

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth bounds the nesting of JSON. No transcript format needs a tenth.
const maxDepth = 64

// jsonParser builds nodes of a JSON text (RFC 8259). Strings without escapes are
// parts of the source, and not copied.
type jsonParser struct {
	src   *source
	i     int
	stack []node // the members of what is open
}

// parseJSON reads the whole of src. Its errors name line and column.
func parseJSON(src *source) (*node, error) {
	p := &jsonParser{src: src, i: src.start}
	n, err := p.value(0)
	if err == nil && p.skip() {
		err = p.wrong("something behind its end")
	}
	if err != nil {
		return nil, err
	}
	return &n, nil
}

// skip goes on to the next character that is not white space, and reports
// whether there is one.
func (p *jsonParser) skip() bool {
	text := p.src.text
	for p.i < len(text) && (text[p.i] == ' ' || text[p.i] == '\n' || text[p.i] == '\t' || text[p.i] == '\r') {
		p.i++
	}
	return p.i < len(text)
}

func (p *jsonParser) wrong(what string) *Error {
	return p.src.fault(p.i, "not JSON: "+what, "export the transcript again")
}

func (p *jsonParser) short() *Error {
	return p.src.fault(len(p.src.text), "the JSON breaks off", "give the whole file")
}

// value reads a value of what is nested that deep.
func (p *jsonParser) value(depth int) (n node, err error) {
	if !p.skip() {
		return n, p.short()
	}
	n.at.Start = p.i
	switch b := p.src.text[p.i]; {
	case b == '{' || b == '[':
		if depth == maxDepth {
			return n, p.src.fault(p.i, "JSON nested more than "+strconv.Itoa(maxDepth)+" deep", "give the transcript as a tool exports it")
		}
		n.kind = b
		n.members, err = p.list(b, depth)
	case b == '"':
		n.kind = b
		n.text, err = p.quoted()
	case b == '-' || isDigit(b):
		n.kind = '0'
		n.text, err = p.number()
	default:
		n.kind, err = p.word()
	}
	n.at.End = p.i
	return n, err
}

// list reads what stands between brackets.
func (p *jsonParser) list(open byte, depth int) ([]node, error) {
	closer := open + 2 // in ASCII both closing brackets stand two behind the opening ones
	base := len(p.stack)
	p.i++
	for first := true; ; first = false {
		if !p.skip() {
			return nil, p.short()
		}
		if p.src.text[p.i] == closer {
			p.i++
			members := append([]node(nil), p.stack[base:]...)
			p.stack = p.stack[:base]
			return members, nil
		}
		if err := p.comma(first); err != nil {
			return nil, err
		}
		name, err := p.key(open)
		if err != nil {
			return nil, err
		}
		n, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.name = name
		p.stack = append(p.stack, n)
	}
}

// comma reads the comma between two members.
func (p *jsonParser) comma(first bool) error {
	if first {
		return nil
	}
	if p.src.text[p.i] != ',' {
		return p.wrong("a comma or a closing bracket is missing")
	}
	if p.i++; !p.skip() {
		return p.short()
	}
	if b := p.src.text[p.i]; b == '}' || b == ']' {
		return p.wrong("a comma before a closing bracket")
	}
	return nil
}

// key reads the name of an object's member and the colon behind it.
func (p *jsonParser) key(open byte) (string, error) {
	if open != '{' {
		return "", nil
	}
	if p.src.text[p.i] != '"' {
		return "", p.wrong("a name in quotation marks is missing")
	}
	name, err := p.quoted()
	if err != nil {
		return "", err
	}
	if !p.skip() {
		return "", p.short()
	}
	if p.src.text[p.i] != ':' {
		return "", p.wrong("a colon is missing")
	}
	p.i++
	return name, nil
}

// quoted reads a string.
func (p *jsonParser) quoted() (string, error) {
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
			meaning, n := unescaped(text[p.i:])
			if n == 0 {
				return "", p.badEscape()
			}
			b = append(b, meaning...)
			p.i += n
			from = p.i
		case c < ' ':
			return "", p.wrong("a line break or another control character in a string")
		default:
			p.i++
		}
	}
	return "", p.short()
}

func (p *jsonParser) badEscape() *Error {
	const longest = len(`\u0000`)
	if rest := p.src.text[p.i:]; len(rest) < longest && strings.IndexByte(rest, '"') < 0 {
		return p.short()
	}
	return p.wrong(`a sign behind \ that means nothing`)
}

// unescaped returns what the escape at the outset of s means, and its length; 0
// when it means nothing. Half of a pair of surrogates means U+FFFD.
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
	r, ok := unitAt(s)
	if !ok {
		return "", 0
	}
	if utf16.IsSurrogate(r) {
		if low, ok := unitAt(s[6:]); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
			return string(utf16.DecodeRune(r, low)), 12
		}
		r = utf8.RuneError
	}
	return string(r), 6
}

// unitAt reads four hexadecimal digits behind \u.
func unitAt(s string) (rune, bool) {
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
		return "", p.short()
	}
	return "", p.wrong("a number that is not complete")
}

// word reads true, false or null, and returns its first letter.
func (p *jsonParser) word() (byte, error) {
	rest := p.src.text[p.i:]
	for _, w := range []string{"true", "false", "null"} {
		switch {
		case strings.HasPrefix(rest, w):
			p.i += len(w)
			return w[0], nil
		case strings.HasPrefix(w, rest):
			return 0, p.short()
		}
	}
	return 0, p.wrong("no value begins like this")
}
