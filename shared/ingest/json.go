package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// node is a value in a JSON text, and its place.
type node struct {
	name    string           // of a member of an object
	at      transcript.Range // includes the quotation marks of a string
	kind    byte             // { [ " 0 for a number, t, f, n
	used    bool             // its value is in the transcript
	text    string           // of a string or number
	members []node           // of an object or an array
}

// looksLikeJSON reports whether text begins like an object or an array of objects.
// A plain transcript may begin with "[00:00:01]" or "[Music]". It does not recurse:
// deep nesting would end a WebAssembly program.
func looksLikeJSON(text string) bool {
	rest := strings.TrimLeft(text, "[ \t\r\n")
	array := strings.HasPrefix(text, "[")
	switch {
	case array && (rest == "" || rest == "]"):
		return true
	case text == "" || !array && text[0] != '{' || !strings.HasPrefix(rest, "{"):
		return false
	case array:
		return true
	}
	inner := strings.TrimLeft(rest[1:], " \t\r\n")
	return inner == "" || inner[0] == '"' || inner == "}"
}

// errorAt returns an error at offset.
func (s *source) errorAt(offset int, reason, advice string) *Error {
	p := s.position(offset)
	return &Error{Offset: offset, Line: p.Line, Column: p.Column, Reason: reason, Advice: advice}
}

// get returns the member at the end of a path of names, or nil.
func (n *node) get(path ...string) *node {
	for _, name := range path {
		if n = n.member(name); n == nil {
			return nil
		}
	}
	return n
}

// member returns the member of that name, or nil if it is missing or null. It is
// not inlined: copies in a hundred callers would add 10 KB to the Worker.
//
//go:noinline
func (n *node) member(name string) *node {
	if n == nil || n.kind != '{' {
		return nil
	}
	for i := range n.members {
		if m := &n.members[i]; m.name == name && m.kind != 'n' {
			return m
		}
	}
	return nil
}

// firstOf returns the first of the named members that exists, or nil.
func (n *node) firstOf(names ...string) *node {
	for _, name := range names {
		if m := n.member(name); m != nil {
			return m
		}
	}
	return nil
}

// items returns the values of an array, or nil for anything else.
func (n *node) items() []node {
	if n == nil || n.kind != '[' {
		return nil
	}
	return n.members
}

func (n *node) isString() bool { return n != nil && n.kind == '"' }

// number returns the value of a number, or of a string with a number in it.
func (n *node) number() (float64, bool) {
	if n == nil || n.kind != '0' && n.kind != '"' {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.text, 64)
	n.used = n.used || err == nil
	return v, err == nil
}

// seconds reads a time in seconds (65.2), or one such as 00:01:05,200.
func (n *node) seconds() transcript.Offset {
	if v, ok := n.number(); ok {
		return seconds(v)
	}
	if !n.isString() {
		return transcript.Offset{}
	}
	o := wholeClock(n.text)
	n.used = n.used || !o.IsZero()
	return o
}

// clockTime reads a time such as 00:01:05,200. A bare number is ignored: its unit
// is unknown.
func (n *node) clockTime() transcript.Offset {
	if !n.isString() {
		return transcript.Offset{}
	}
	o := wholeClock(n.text)
	n.used = n.used || !o.IsZero()
	return o
}

// millis reads a time in milliseconds (65200), or one such as 00:01:05,200.
func (n *node) millis() transcript.Offset {
	if v, ok := n.number(); ok {
		return seconds(v / 1000)
	}
	return n.seconds()
}

// content returns the range of the value, without quotation marks.
func (n *node) content() transcript.Range {
	if n.kind == '"' {
		return transcript.Range{Start: n.at.Start + 1, End: n.at.End - 1}
	}
	return n.at
}
