package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/source"
)

// maxDepth is the maximum number of JSON objects and arrays inside each other. A
// deeper text is an error. No transcript format has more than ten levels.
const maxDepth = 64

// parser parses a JSON text (RFC 8259) into a tree of nodes. If a string has no
// escapes, its text is a slice of the source, not a copy.
type parser struct {
	src   *source.Source
	i     int
	stack []node // members read so far of the objects and arrays that are not closed
}

// parse parses all of src as JSON. If src has several objects one after another, as
// programs that transcribe live speech write them, the result is an array of these
// objects. If src is not valid, the error has the line and the column.
func parse(src *source.Source) (*node, error) {
	p := &parser{src: src, i: src.Start}
	n, err := p.value(0)
	if err == nil && p.skip() {
		n, err = p.sequence(n)
	}
	if err != nil {
		return nil, err
	}
	return &n, nil
}

// sequence reads the values after the first one, up to the end of the text. It returns
// an array of all of them. Only objects and arrays may be in a sequence.
func (p *parser) sequence(first node) (node, error) {
	list := []node{first}
	all := node{kind: '[', list: &list, start: first.start, end: first.end}
	for p.skip() {
		if b := p.src.Text[p.i]; b != '{' && b != '[' || first.kind != b {
			return all, p.syntaxError("there is more text after the end of JSON value " + strconv.Itoa(len(list)))
		}
		n, err := p.value(1)
		if err != nil {
			return all, err
		}
		if !p.src.Budget.Copies(1) {
			return all, p.src.Budget.Exceeded()
		}
		list = append(source.WithRoom(list), n)
		all.end = n.end
	}
	return all, nil
}

// skip moves to the next character that is not white space. It returns false at the
// end of the text.
func (p *parser) skip() bool {
	text := p.src.Text
	for p.i < len(text) && (text[p.i] == ' ' || text[p.i] == '\n' || text[p.i] == '\t' || text[p.i] == '\r') {
		p.i++
	}
	return p.i < len(text)
}

// syntaxError returns an error at the current character. The argument what describes the
// fault.
func (p *parser) syntaxError(what string) *source.Error {
	return p.src.ErrorAt(p.i, "not JSON: "+what, "export the transcript again")
}

// truncated returns an error at the end of the input, for JSON that ends too early.
func (p *parser) truncated() *source.Error {
	return p.src.ErrorAt(len(p.src.Text), "the JSON is cut off", "give the whole file")
}

// value reads a JSON value. The argument depth is the number of objects and arrays
// around the value.
func (p *parser) value(depth int) (n node, err error) {
	if !p.skip() {
		return n, p.truncated()
	}
	if !p.src.Budget.Values(1) {
		return n, p.src.Budget.Exceeded()
	}
	// The first character determines the kind of the value. The depth is limited,
	// because each level of nesting uses space on the stack.
	n.start = uint32(p.i)
	switch b := p.src.Text[p.i]; {
	case b == '{' || b == '[':
		if depth == maxDepth {
			return n, p.src.ErrorAt(p.i, "JSON nested more than "+strconv.Itoa(maxDepth)+" deep", "give the transcript as a tool exports it")
		}
		n.kind = b
		var list []node
		list, err = p.list(b, depth)
		n.list = &list
	case b == '"':
		n.kind = b
		n.text, err = p.stringValue()
	case b == '-' || source.IsDigit(b):
		n.kind = '0'
		n.text, err = p.number()
	default:
		n.kind, err = p.literal()
	}
	n.end = uint32(p.i)
	return n, err
}

// longList is the number of list members that cost the budget (the limit on work) one
// unit each. Every further member costs two, because a long list is copied while it
// grows.
const longList = 4 << 10

// list reads the members of an object or the elements of an array, up to the closing
// bracket. The argument open is the opening bracket, and depth is the number of
// objects and arrays around the list.
func (p *parser) list(open byte, depth int) ([]node, error) {
	closer := open + 2 // in ASCII, } is { plus two, and ] is [ plus two
	base := len(p.stack)
	p.i++
	for first := true; ; first = false {
		if !p.skip() {
			return nil, p.truncated()
		}
		if p.src.Text[p.i] == closer {
			p.i++
			return p.pop(base), nil
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
		p.stack = append(source.WithRoomTo(p.stack, p.i, len(p.src.Text)), n)
		if len(p.stack)-base > longList && !p.src.Budget.Copies(1) {
			return nil, p.src.Budget.Exceeded()
		}
	}
}

// pop removes the members of one list from the stack, and returns them. They are the
// values from index base to the end of the stack. If the list has fewer than 64 members,
// or fewer than base, the members are copied, and the stack's memory can be used again.
// Otherwise the list keeps this memory, and the values before index base, which are not
// more, are copied to a new stack.
func (p *parser) pop(base int) []node {
	const long = 64
	members := p.stack[base:len(p.stack):len(p.stack)]
	if len(members) < max(base, long) {
		members = append([]node(nil), members...)
		p.stack = p.stack[:base]
		return members
	}
	p.stack = append([]node(nil), p.stack[:base]...)
	return members
}

// comma reads the comma before a member of a list. The argument first is true for the
// first member, which has no comma before it.
func (p *parser) comma(first bool) error {
	if first {
		return nil
	}
	if p.src.Text[p.i] != ',' {
		return p.syntaxError("a comma or a closing bracket is missing")
	}
	if p.i++; !p.skip() {
		return p.truncated()
	}
	if b := p.src.Text[p.i]; b == '}' || b == ']' {
		return p.syntaxError("a comma before a closing bracket")
	}
	return nil
}

// key reads the name of an object's member and the colon after the name. In an array,
// it reads nothing and returns "".
func (p *parser) key(open byte) (string, error) {
	if open != '{' {
		return "", nil
	}
	if p.src.Text[p.i] != '"' {
		return "", p.syntaxError("a name in quotation marks is missing")
	}
	name, err := p.stringValue()
	if err != nil {
		return "", err
	}
	if !p.skip() {
		return "", p.truncated()
	}
	if p.src.Text[p.i] != ':' {
		return "", p.syntaxError("a colon is missing")
	}
	p.i++
	return name, nil
}
