package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/jsonpointer"
	"quoteline/shared/transcript"
)

// node is a value in a JSON text, such as an object or a string, with the range of the
// source in which the value is.
//
// A source may have a million values. So a node is small: offsets have 32 bits, since a
// source has less than 2 GiB, and only an object or array has a list.
type node struct {
	name       string  // name of the member, if the value is in an object
	text       string  // value of a string, with escapes resolved, or digits of a number
	list       *[]node // members of an object, or elements of an array; else nil
	start, end uint32  // byte offsets; the quotation marks of a string are included
	kind       byte    // first character of the value: { [ " t f n, or '0' for any number
	used       bool    // the transcript uses the value
}

// at returns the range of the source in which the value is. It includes the quotation
// marks of a string.
func (n *node) at() transcript.Range {
	return transcript.Range{Start: int(n.start), End: int(n.end)}
}

// members returns the members of an object or the elements of an array. The result is
// empty for other values.
func (n *node) members() []node {
	if n.list == nil {
		return nil
	}
	return *n.list
}

// get follows a path of member names through nested objects, and returns the value at
// the end. It returns nil if one of the names is missing.
func (n *node) get(path ...string) *node {
	for _, name := range path {
		if n = n.member(name); n == nil {
			return nil
		}
	}
	return n
}

// member returns the member of the object n that has this name. It returns nil if the
// member is missing or null. The function has a hundred callers. If the compiler
// copied it into each of them, the program for Cloudflare Workers would be 10 KB
// larger.
//
//go:noinline
func (n *node) member(name string) *node {
	if n == nil || n.kind != '{' {
		return nil
	}
	list := n.members()
	for i := range list {
		if m := &list[i]; m.name == name && m.kind != 'n' {
			return m
		}
	}
	return nil
}

// firstOf returns the first of the named members that exists in the object n, or nil
// if none exists.
func (n *node) firstOf(names ...string) *node {
	for _, name := range names {
		if m := n.member(name); m != nil {
			return m
		}
	}
	return nil
}

// items returns the elements of an array, or nil if n is not an array.
func (n *node) items() []node {
	if n == nil || n.kind != '[' {
		return nil
	}
	return n.members()
}

// item returns the element of an array with this index, or nil if there is none.
func (n *node) item(i int) *node {
	if list := n.items(); i < len(list) {
		return &list[i]
	}
	return nil
}

func (n *node) isString() bool { return n != nil && n.kind == '"' }

// number returns the value of a JSON number, or of a string that contains a number.
// For other values the second result is false.
func (n *node) number() (float64, bool) {
	if n == nil || n.kind != '0' && n.kind != '"' {
		return 0, false
	}
	v, err := strconv.ParseFloat(n.text, 64)
	n.used = n.used || err == nil
	return v, err == nil
}

// seconds reads a time from a JSON value. The value is a number of seconds (65.2), or
// a string such as "00:01:05,200". For other values the result is zero.
func (n *node) seconds() transcript.Offset { return n.offset(source.UnitSeconds) }

// offset reads a time from a JSON value. The value is a number in the unit, or a string
// such as "00:01:05,200", "65.2s" or "PT1M5.2S". It may also be an object that a library
// of Google writes: {"seconds": "65", "nanos": 200000000}. For any other value, and for a
// number whose unit is unknown, the result is zero.
func (n *node) offset(unit source.Unit) transcript.Offset {
	if n == nil {
		return transcript.Offset{}
	}
	if n.kind == '{' {
		if relative := n.member("relative"); relative != nil { // Recall.ai: since the start of the recording
			return relative.offset(source.UnitSeconds)
		}
		whole, ok := n.member("seconds").number()
		nanos, has := n.member("nanos").number()
		if !ok && !has {
			return transcript.Offset{}
		}
		return source.Seconds(whole + nanos/1e9)
	}
	used := n.used
	if v, ok := n.number(); ok {
		o := unit.Offset(v)
		n.used = used || !o.IsZero()
		return o
	}
	if !n.isString() {
		return transcript.Offset{}
	}
	o := source.WholeTime(n.text)
	n.used = n.used || !o.IsZero()
	return o
}

// content returns the range of the JSON value in the source. The range of a string
// does not include the quotation marks.
func (n *node) content() transcript.Range {
	if n.kind == '"' {
		return transcript.Range{Start: int(n.start) + 1, End: int(n.end) - 1}
	}
	return n.at()
}

// value returns the text of a string or number, or "" if n is nil. It marks the value
// as used, because the report lists the values that are not used.
func (n *node) value() string {
	if n == nil {
		return ""
	}
	n.used = true
	return n.text
}

// pointed returns the value at a JSON Pointer, a path such as /turns/3/text (RFC
// 6901). If there is no such value, it returns the innermost value on the path that
// exists.
func (n *node) pointed(pointer string) *node {
	for token, rest, ok := jsonpointer.Next(pointer); ok; token, rest, ok = jsonpointer.Next(rest) {
		next := n.member(token)
		if n.kind == '[' {
			if i, ok := jsonpointer.Index(token, len(n.members())); ok {
				next = &n.members()[i]
			}
		}
		if next == nil {
			return n
		}
		n = next
	}
	return n
}

// peek returns the value of a JSON number, or of a string with a number. Unlike number,
// it does not mark the value as used (values without that mark are reported as unused).
// For other values the second result is false.
func (n *node) peek() (float64, bool) {
	if n == nil {
		return 0, false
	}
	used := n.used
	v, ok := n.number()
	n.used = used
	return v, ok
}
