package ingest

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// node is a value of a JSON text and where it stands.
type node struct {
	name    string           // of a member of an object
	at      transcript.Range // a string's quotation marks are in it
	kind    byte             // { [ " 0 for a number, t, f, n
	used    bool             // its value went into the transcript
	text    string           // of a string or number
	members []node           // of an object or an array
}

// looksLikeJSON reports whether text begins as an object or an array of
// objects. A transcript may begin with [00:00:01] or with [Music]. It counts
// brackets without recursion, which would end a WebAssembly program.
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

// get returns the member at the end of a path of names, nil when there is none.
func (n *node) get(path ...string) *node {
	for _, name := range path {
		if n = n.member(name); n == nil {
			return nil
		}
	}
	return n
}

// member returns a member that is not null, or nil. A hundred places ask for
// one, and their copies would weigh 10 KB in the Worker.
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

// firstOf returns the first of the members that is there.
func (n *node) firstOf(names ...string) *node {
	for _, name := range names {
		if m := n.member(name); m != nil {
			return m
		}
	}
	return nil
}

// items returns the values of an array of objects, nil for anything else.
func (n *node) items() []node {
	if n == nil || n.kind != '[' {
		return nil
	}
	return n.members
}

func (n *node) isString() bool { return n != nil && n.kind == '"' }

// number returns a number, also one that is written as a string.
func (n *node) number() (float64, bool) {
	if n == nil || n.kind != '0' && n.kind != '"' {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.text, 64)
	n.used = n.used || err == nil
	return v, err == nil
}

// seconds reads a time in seconds, or one that is written like 00:00:01,250.
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

// clockTime reads a time that is written like 00:00:01,250. A mere number is in
// nobody knows which unit.
func (n *node) clockTime() transcript.Offset {
	if !n.isString() {
		return transcript.Offset{}
	}
	o := wholeClock(n.text)
	n.used = n.used || !o.IsZero()
	return o
}

// millis reads a time in milliseconds, or one that is written like 00:00:01,250.
func (n *node) millis() transcript.Offset {
	if v, ok := n.number(); ok {
		return seconds(v / 1000)
	}
	return n.seconds()
}

// content returns where the value stands, without quotation marks.
func (n *node) content() transcript.Range {
	if n.kind == '"' {
		return transcript.Range{Start: n.at.Start + 1, End: n.at.End - 1}
	}
	return n.at
}
