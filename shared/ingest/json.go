package ingest

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// maxDepth bounds the nesting of JSON. No transcript format needs a tenth.
const maxDepth = 64

// node is a value of a JSON text and where it stands.
type node struct {
	at      transcript.Range // a string's quotation marks are in it
	kind    byte             // { [ " 0 for a number, t, f, n
	text    string           // of a string or number
	names   []string         // of an object's members
	members []node           // of an object or an array
	used    bool             // its value went into the transcript
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

// parseJSON reads the whole of src. Its errors name line and column.
func parseJSON(src *source) (*node, error) {
	text := src.text[src.start:]
	if depth, at := deepest(text); depth > maxDepth {
		return nil, src.fault(src.start+at, "JSON nested more than "+strconv.Itoa(maxDepth)+" deep", "give the transcript as a tool exports it")
	}
	var all json.RawMessage
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		at := len(text)
		if e, ok := errors.AsType[*json.SyntaxError](err); ok {
			at = max(0, min(len(text), int(e.Offset)-1))
		}
		if strings.Contains(err.Error(), "unexpected end") {
			return nil, src.fault(len(src.text), "the JSON breaks off", "give the whole file")
		}
		return nil, src.fault(src.start+at, "not JSON: "+err.Error(), "export the transcript again")
	}
	p := &jsonReader{dec: json.NewDecoder(strings.NewReader(text)), src: src}
	p.dec.UseNumber()
	n, err := p.value()
	return &n, err
}

// deepest returns how deep brackets are nested, and where they first pass the
// limit.
func deepest(text string) (depth, at int) {
	open, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case quoted && b == '\\':
			i++
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{' || b == '[':
			if open++; open > maxDepth {
				return open, i
			}
		case b == '}' || b == ']':
			open--
		}
	}
	return 0, 0
}

// fault returns an error at offset.
func (s *source) fault(offset int, reason, advice string) *Error {
	p := s.position(offset)
	return &Error{Offset: offset, Line: p.Line, Column: p.Column, Reason: reason, Advice: advice}
}

// jsonReader builds nodes of a text that is known to be JSON.
type jsonReader struct {
	dec *json.Decoder
	src *source
	end int // behind the last token
}

// token returns the next token and where it stands.
func (p *jsonReader) token() (json.Token, transcript.Range, error) {
	t, err := p.dec.Token()
	if err != nil {
		return nil, transcript.Range{}, p.src.fault(p.src.start+p.end, "not JSON: "+err.Error(), "export the transcript again")
	}
	text := p.src.text[p.src.start:]
	end := int(p.dec.InputOffset())
	start := end - len(strings.TrimLeft(text[p.end:end], " \t\r\n,:"))
	p.end = end
	return t, transcript.Range{Start: p.src.start + start, End: p.src.start + end}, nil
}

func (p *jsonReader) value() (node, error) {
	t, at, err := p.token()
	if err != nil {
		return node{}, err
	}
	n := node{at: at}
	switch v := t.(type) {
	case json.Delim:
		n.kind = byte(v)
		err = p.members(&n)
	case string:
		n.kind, n.text = '"', v
	case json.Number:
		n.kind, n.text = '0', v.String()
	case bool:
		n.kind = p.src.text[at.Start]
	default:
		n.kind = 'n'
	}
	return n, err
}

// members reads the members of n up to its closing bracket.
func (p *jsonReader) members(n *node) error {
	for p.dec.More() {
		if n.kind == '{' {
			name, _, err := p.token()
			if err != nil {
				return err
			}
			s, _ := name.(string)
			n.names = append(n.names, s)
		}
		v, err := p.value()
		if err != nil {
			return err
		}
		n.members = append(n.members, v)
	}
	_, at, err := p.token()
	n.at.End = at.End
	return err
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

func (n *node) member(name string) *node {
	if n == nil || n.kind != '{' {
		return nil
	}
	for i, s := range n.names {
		if s == name && n.members[i].kind != 'n' {
			return &n.members[i]
		}
	}
	return nil
}

// first returns the first of the members that is there.
func (n *node) first(names ...string) *node {
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

// clocked reads a time that is written like 00:00:01,250. A mere number is in
// nobody knows which unit.
func (n *node) clocked() transcript.Offset {
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

// inner returns where the value stands, without quotation marks.
func (n *node) inner() transcript.Range {
	if n.kind == '"' {
		return transcript.Range{Start: n.at.Start + 1, End: n.at.End - 1}
	}
	return n.at
}
