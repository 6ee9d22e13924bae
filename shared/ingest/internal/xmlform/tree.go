package xmlform

import (
	"encoding/xml"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// element is an element of an XML document, or a piece of text between two tags. A
// piece of text has no name.
type element struct {
	name     string // without a prefix: "p" for <tt:p>; "" for text
	attrs    []xml.Attr
	children []*element
	at       transcript.Range // from the start tag to the end tag, or the text
	tag      transcript.Range // the start tag
	verbatim bool             // text from <![CDATA[…]]>, which has no character references
}

// deepest is the greatest permitted depth of nested elements. Real transcripts have a
// depth of about ten.
const deepest = 256

// parser builds the tree of a document from the tokens of encoding/xml.
type parser struct {
	src  *source.Source
	open []*element
	root *element
}

// parse returns the root element of an XML document. The error is a
// [*source.Error] if the document is not well-formed, has more than 256 open
// elements, or defines entities.
func parse(src *source.Source) (*element, error) {
	if root, ok := src.Tree.(*element); ok {
		return root, nil
	}
	// The XML declaration is skipped. It may name another encoding, but the text is UTF-8
	// already. The decoder would refuse another encoding, and XML 1.1.
	base := afterDeclaration(src)
	dec := xml.NewDecoder(strings.NewReader(src.Text[base:]))
	dec.Strict = false // a lone "&", as in "R&D", is text
	p := &parser{src: src}
	for {
		start := base + int(dec.InputOffset())
		t, err := dec.RawToken()
		end := base + int(dec.InputOffset())
		if t == nil {
			return p.finish(err, start)
		}
		if err := p.token(t, transcript.Range{Start: start, End: end}); err != nil {
			return nil, err
		}
		if src.Budget.Exceeded() != nil {
			return nil, src.Budget.Exceeded()
		}
	}
}

// afterDeclaration returns the offset after the XML declaration, if there is one.
func afterDeclaration(src *source.Source) int {
	at := source.SkipSpace(src.Text, src.Start, len(src.Text))
	if strings.HasPrefix(src.Text[at:], "<?xml ") {
		if n := strings.Index(src.Text[at:], "?>"); n >= 0 {
			return at + n + len("?>")
		}
	}
	return at
}

// finish returns the root element when the document has ended. The argument err is the
// error with which the decoder stopped, such as io.EOF, and at is the offset that the
// decoder had reached.
func (p *parser) finish(err error, at int) (*element, error) {
	const advice = "export the file again, or correct it in an editor for XML"
	at = min(at, len(p.src.Text))
	switch {
	case p.root == nil || err != nil && err.Error() != "EOF":
		reason := "it has no element"
		if err != nil {
			_, reason, _ = strings.Cut(err.Error(), ": ") // without the decoder's own line number
		}
		return nil, p.src.ErrorAt(at, "this is not well-formed XML: "+reason, advice)
	case len(p.open) > 0:
		return nil, p.src.ErrorAt(at, "this is not well-formed XML: the element <"+p.open[len(p.open)-1].name+"> has no end tag", advice)
	}
	p.src.Tree = p.root
	return p.root, nil
}

// token adds a token to the tree. The argument at is the token's range in the source.
func (p *parser) token(t xml.Token, at transcript.Range) error {
	switch t := t.(type) {
	case xml.StartElement:
		return p.start(t, at)
	case xml.EndElement:
		return p.end(t, at)
	case xml.CharData:
		p.text(at)
	case xml.Directive:
		return p.directive(string(t), at)
	}
	return nil
}

// start opens an element.
func (p *parser) start(t xml.StartElement, at transcript.Range) error {
	if len(p.open) == deepest {
		return p.src.ErrorAt(at.Start, "more than "+strconv.Itoa(deepest)+" elements are inside each other", "check that this is a transcript")
	}
	if !p.src.Budget.Values(1 + len(t.Attr)) {
		return p.src.Budget.Exceeded()
	}
	e := &element{name: t.Name.Local, attrs: t.Copy().Attr, at: at, tag: at}
	if p.root == nil {
		p.root = e
	}
	if len(p.open) > 0 {
		parent := p.open[len(p.open)-1]
		parent.children = append(source.WithRoom(parent.children), e)
	}
	p.open = append(p.open, e)
	return nil
}

// end closes the open element, which must have the name of the end tag.
func (p *parser) end(t xml.EndElement, at transcript.Range) error {
	if n := len(p.open); n > 0 && p.open[n-1].name == t.Name.Local {
		p.open[n-1].at.End = at.End
		p.open = p.open[:n-1]
		return nil
	}
	return p.src.ErrorAt(at.Start, "this is not well-formed XML: the end tag </"+t.Name.Local+"> ends no open element", "export the file again, or correct it in an editor for XML")
}

// text adds a piece of text to the open element. Text outside the root is dropped; it
// remains in the report as markup.
func (p *parser) text(at transcript.Range) {
	if len(p.open) == 0 || at.Start >= at.End || !p.src.Budget.Values(1) {
		return
	}
	e := &element{at: at}
	if inner, ok := strings.CutPrefix(p.src.Slice(at), "<![CDATA["); ok {
		e.verbatim = true
		e.at = transcript.Range{Start: at.End - len(inner), End: at.End - len(inner) + len(strings.TrimSuffix(inner, "]]>"))}
	}
	parent := p.open[len(p.open)-1]
	parent.children = append(source.WithRoom(parent.children), e)
}

// directive reads a <!DOCTYPE …>. It refuses a definition of an entity, because nested
// entities could make a small document fill the memory. It allows definitions that HTML
// has too, such as <!ENTITY pound "&#163;">.
func (p *parser) directive(text string, at transcript.Range) error {
	for {
		_, after, found := strings.Cut(text, "<!ENTITY")
		if !found {
			return nil
		}
		definition, rest, _ := strings.Cut(after, ">")
		text = rest
		name, value, _ := strings.Cut(strings.TrimSpace(definition), " ")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if usual := html.UnescapeString("&" + name + ";"); usual != html.UnescapeString(value) || strings.HasPrefix(usual, "&"+name) {
			return p.src.ErrorAt(at.Start, "the XML defines the entity "+strconv.Quote(name)+", and entities are not expanded", "save the file with its entities expanded, for example with xmllint --noent")
		}
	}
}
