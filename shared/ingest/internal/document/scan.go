package document

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// token is a token of an XML file: a tag, a piece of text, a directive, or a token
// without words, such as a comment.
type token struct {
	kind  tokenKind
	name  xml.Name
	attrs []xml.Attr // of a start tag, until the next token is read
	text  string     // of a text or a directive
}

type tokenKind int

const (
	otherToken tokenKind = iota
	startToken
	endToken
	textToken
	directiveToken
)

// scanner reads the tokens of an XML file. It returns the same tokens and errors as
// [xml.Decoder.RawToken]. The most frequent tokens are tags with ASCII names, and text
// without references. It reads these itself, in a fifth of the time that the decoder
// needs. For any other token, such as a comment or "R&amp;D", it calls the decoder. It
// can do this for a single token, because no token depends on earlier ones.
type scanner struct {
	src    string
	err    error // after the last token: io.EOF, or why the rest of the file cannot be read
	at     int
	attrs  []xml.Attr
	closes bool // the last start tag is also an end tag, as <w:tab/> is
	last   xml.Name
}

// next returns the next token.
func (s *scanner) next() (token, error) {
	if s.closes {
		s.closes = false
		return token{kind: endToken, name: s.last}, nil
	}
	if s.at == len(s.src) {
		return token{}, s.err
	}
	var t token
	var end int
	if s.src[s.at] == '<' {
		t, end = s.tag()
	} else {
		t, end = s.text()
	}
	if end == 0 {
		return s.decode()
	}
	s.at = end
	return t, nil
}

// text reads a piece of text. The second result is the offset after the text. The offset
// is 0 if xml.Decoder must read this token.
func (s *scanner) text() (token, int) {
	end := strings.IndexByte(s.src[s.at:], '<')
	if end < 0 {
		end = len(s.src) - s.at
	}
	text := s.src[s.at : s.at+end]
	if !isPlain(text) || strings.Contains(text, "]]>") {
		return token{}, 0
	}
	return token{kind: textToken, text: text}, s.at + end
}

// isPlain reports whether a text has only characters that XML allows, and needs no
// decoding. It has no reference such as "&amp;", and no carriage return, which XML would
// replace.
func isPlain(text string) bool {
	ascii := true
	for i := range len(text) {
		switch c := text[i]; {
		case c < ' ' && c != '\t' && c != '\n', c == '&':
			return false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(text) && !strings.Contains(text, "\ufffe") && !strings.Contains(text, "\uffff")
}

// tag reads a start tag or an end tag. The second result is the offset after the tag. The
// offset is 0 if xml.Decoder must read this token.
func (s *scanner) tag() (token, int) {
	// Example: <w:t xml:space="preserve"> has a name, one attribute, and the end ">".
	at := s.at + len("<")
	kind := startToken
	if s.byteAt(at) == '/' {
		kind = endToken
		at++
	}
	name, at := s.name(at)
	s.attrs = s.attrs[:0]
	for at > 0 {
		at = s.skipSpace(at)
		switch c := s.byteAt(at); {
		case c == '>':
			return s.tagged(kind, name), at + 1
		case kind == endToken:
			return token{}, 0
		case c == '/' && s.byteAt(at+1) == '>':
			s.closes = true
			return s.tagged(kind, name), at + 2
		}
		at = s.attribute(at)
	}
	return token{}, 0
}

// tagged returns the token of a tag with the attributes that were read.
func (s *scanner) tagged(kind tokenKind, name xml.Name) token {
	s.last = name
	return token{kind: kind, name: name, attrs: s.attrs}
}

// attribute reads an attribute of a tag. The argument at is the offset at which the
// attribute begins. The result is the offset after the attribute, or 0 if xml.Decoder
// must read this tag.
func (s *scanner) attribute(at int) int {
	name, at := s.name(at)
	if at == 0 || s.byteAt(at) != '=' || s.byteAt(at+1) != '"' {
		return 0
	}
	at += len(`="`)
	n := strings.IndexByte(s.src[at:], '"')
	if n < 0 || !isPlain(s.src[at:at+n]) || strings.IndexByte(s.src[at:at+n], '<') >= 0 {
		return 0
	}
	s.attrs = append(s.attrs, xml.Attr{Name: name, Value: s.src[at : at+n]})
	return at + n + 1
}

// name reads a name such as "w:rPr". The argument at is the offset at which the name
// begins. The second result is the offset after the name, or 0 if xml.Decoder must read
// this tag.
func (s *scanner) name(at int) (xml.Name, int) {
	start, colon := at, -1
	for ; at < len(s.src); at++ {
		c := s.src[at]
		switch letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'; {
		case letter:
		case at > start && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		case at > start && c == ':' && colon < 0:
			colon = at
		default:
			return s.nameOf(start, colon, at)
		}
	}
	return xml.Name{}, 0
}

// nameOf returns the name in src[start:end]. The argument colon is the offset of the
// name's colon, or -1 if it has none. The second result is end, or 0 if xml.Decoder must
// read this tag.
func (s *scanner) nameOf(start, colon, end int) (xml.Name, int) {
	switch {
	case start == end, s.src[end] >= utf8.RuneSelf, s.src[end] == ':', colon == end-1:
		return xml.Name{}, 0
	case colon < 0:
		return xml.Name{Local: s.src[start:end]}, end
	}
	return xml.Name{Space: s.src[start:colon], Local: s.src[colon+1 : end]}, end
}

func (s *scanner) skipSpace(at int) int {
	for c := s.byteAt(at); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = s.byteAt(at) {
		at++
	}
	return at
}

// byteAt returns the byte at an offset. It returns 0 if the file ends before this offset.
func (s *scanner) byteAt(at int) byte {
	if at < len(s.src) {
		return s.src[at]
	}
	return 0
}

// decode calls xml.Decoder to read the next token.
func (s *scanner) decode() (token, error) {
	dec := xml.NewDecoder(&rest{strings.NewReader(s.src[s.at:]), s.err})
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	t, err := dec.RawToken()
	if e, ok := errors.AsType[*xml.SyntaxError](err); ok {
		e.Line += strings.Count(s.src[:s.at], "\n")
	}
	if err != nil {
		return token{}, err
	}
	// Example: <w:tab w:val='1'/> is a start tag, and the next token is its end tag.
	start := s.at
	s.at += int(dec.InputOffset())
	switch t := t.(type) {
	case xml.StartElement:
		s.closes = strings.HasSuffix(s.src[start:s.at], "/>")
		s.attrs = append(s.attrs[:0], t.Attr...)
		return s.tagged(startToken, t.Name), nil
	case xml.EndElement:
		return token{kind: endToken, name: t.Name}, nil
	case xml.CharData:
		return token{kind: textToken, text: string(t)}, nil
	case xml.Directive:
		return token{kind: directiveToken, text: string(t)}, nil
	}
	return token{}, nil
}

// rest is a reader of the rest of a file. It returns err at the end of the file.
type rest struct {
	*strings.Reader
	err error
}

// Read implements io.Reader.
func (r *rest) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	return n, r.ending(err)
}

// ReadByte implements io.ByteReader.
func (r *rest) ReadByte() (byte, error) {
	b, err := r.Reader.ReadByte()
	return b, r.ending(err)
}

func (r *rest) ending(err error) error {
	if err != nil {
		return r.err
	}
	return nil
}
