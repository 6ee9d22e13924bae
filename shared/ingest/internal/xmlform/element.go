package xmlform

import (
	"strings"

	"golang.org/x/net/html"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
)

// attr returns the value of the attribute with this name, or "" if there is none.
// Prefixes in the document are ignored, so the name "lang" also means xml:lang.
func (e *element) attr(name string) string {
	for i := range e.attrs {
		if e.attrs[i].Name.Local == name {
			return e.attrs[i].Value
		}
	}
	return ""
}

// has reports whether e has an attribute with this name.
func (e *element) has(name string) bool {
	for i := range e.attrs {
		if e.attrs[i].Name.Local == name {
			return true
		}
	}
	return false
}

// child returns the first child with this name, or nil.
func (e *element) child(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// each calls visit for every element inside e with one of these names, in order. It
// does not look inside such an element.
func (e *element) each(visit func(*element), names ...string) {
	for _, c := range e.children {
		if oneOf(c.name, names) {
			visit(c)
		} else {
			c.each(visit, names...)
		}
	}
}

// find returns the first element inside e with this name, or nil.
func (e *element) find(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
		if f := c.find(name); f != nil {
			return f
		}
	}
	return nil
}

// oneOf reports whether name is in the list names.
func oneOf(name string, names []string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

// words returns all text inside e with single spaces, and with character references
// resolved.
func (e *element) words(src *source.Source) string {
	var b strings.Builder
	e.write(&b, src)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (e *element) write(b *strings.Builder, src *source.Source) {
	switch {
	case e.name != "":
		for _, c := range e.children {
			c.write(b, src)
		}
	case e.verbatim:
		b.WriteString(src.Slice(e.at))
	default:
		b.WriteString(html.UnescapeString(src.Slice(e.at)))
	}
}

// speakerOf returns the text inside e as a speaker's name, without the colon or full
// stop that may follow it.
func (e *element) speakerOf(src *source.Source) string {
	if e == nil {
		return ""
	}
	name := label.CleanName(e.words(src))
	if short := strings.TrimRight(name, ":. "); strings.Contains(short, " ") || strings.HasSuffix(name, ":") {
		return short
	}
	return name
}
