package document

import (
	"encoding/xml"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
)

// odt reads the body of an ODT document (OpenDocument 1.3, part 3).
type odt struct {
	*writer
	styles map[string]run // by name
	style  string         // the style that is being defined
	spans  []run          // the properties of the open spans

	aside   []aside // open notes, comments and deletions
	inBody  bool
	skipped int
	blank   bool // the last character was white space
	row     *paragraph
}

// aside is a note, a comment or a deletion. It is inside a paragraph, but its words are
// not part of the paragraph's words.
type aside struct {
	element, what string
	text          strings.Builder
}

// readODT reads the content of an ODT document.
func readODT(a *archive, w *writer) error {
	if a.has("META-INF/manifest.xml") {
		m := &manifest{}
		if err := a.visit("META-INF/manifest.xml", m); err != nil {
			return err
		}
		if m.encrypted {
			return fault("this ODT document is encrypted", "open it with its password, and save it without one")
		}
	}
	return a.visit("content.xml", &odt{writer: w, styles: map[string]run{}})
}

// manifest finds out whether a document is encrypted.
type manifest struct{ encrypted bool }

func (m *manifest) start(name string, _ []xml.Attr) {
	m.encrypted = m.encrypted || name == "encryption-data"
}
func (m *manifest) end(string)  {}
func (m *manifest) text(string) {}

// left describes the words of an element that are left out, for the report: "a footnote
// is" for the element "note". It returns "" if the element's words are kept.
func left(element string) string {
	switch element {
	case "note":
		return "a footnote is"
	case "annotation":
		return "a comment is"
	case "deletion":
		return "deleted words are"
	case "hidden-text", "hidden-paragraph":
		return "hidden words are"
	}
	return ""
}

// start reads a start tag.
func (o *odt) start(name string, attrs []xml.Attr) {
	if what := left(name); what != "" {
		o.aside = append(o.aside, aside{element: name, what: what})
		return
	}
	if o.skips(name) {
		o.skipped++
	}
	switch name {
	case "style":
		o.style = value(attrs, "name")
	case "text-properties":
		through := value(attrs, "text-line-through-style")
		o.styles[o.style] = run{bold: value(attrs, "font-weight") == "bold", struck: through != "" && through != "none", hidden: value(attrs, "display") == "none"}
	case "body":
		o.inBody = true
	case "span", "a":
		o.spans = append(o.spans, o.properties(value(attrs, "style-name")))
	default:
		o.other(name, attrs)
	}
}

// skips reports whether an element has characters that are no words: the number of a
// note, the author and date of a comment, or the description of a picture.
func (o *odt) skips(name string) bool {
	switch name {
	case "note-citation", "forms", "sequence-decls", "ruby-text", "svg:title", "svg:desc":
		return true
	case "creator", "date", "date-string", "creator-initials":
		return len(o.aside) > 0
	}
	return false
}

// properties returns the properties (bold, struck out, hidden) of a span with this style,
// including those of the spans around it.
func (o *odt) properties(style string) run {
	p := o.styles[style]
	if lower := strings.ToLower(style); strings.HasPrefix(lower, "strong") || strings.HasPrefix(lower, "bold") {
		p.bold = true
	}
	if n := len(o.spans); n > 0 {
		outer := o.spans[n-1]
		p = run{p.bold || outer.bold, p.struck || outer.struck, p.hidden || outer.hidden}
	}
	return p
}

// other reads start tags of paragraphs and tables, and elements that are a single
// character, such as a tab.
func (o *odt) other(name string, attrs []xml.Attr) {
	// A paragraph inside a note or comment is a part of it, and not of the body.
	switch name {
	case "p", "h":
		if len(o.aside) > 0 {
			o.piece(" ")
		} else if o.inBody {
			o.begin()
			o.current().heading = name == "h"
			o.blank = true
		}
	case "table":
		o.tables++
	case "table-row":
		if o.beginRow(); o.tables == 1 {
			o.row = &paragraph{row: true}
		}
	case "table-cell":
		o.beginCell()
	case "tab":
		o.piece("\t")
	case "line-break":
		o.piece("\n")
	case "s":
		n, _ := strconv.Atoi(value(attrs, "c"))
		o.piece(strings.Repeat(" ", min(max(n, 1), 8)))
	case "soft-page-break":
		o.text(" ")
	}
}

// end reads an end tag.
func (o *odt) end(name string) {
	// Example: </text:note> ends the note that was opened last, and its words become a
	// remark at this place of the paragraph.
	if n := len(o.aside) - 1; n >= 0 && o.aside[n].element == name {
		text, what := o.aside[n].text.String(), o.aside[n].what
		o.aside = o.aside[:n]
		o.finished(what, text)
		return
	}
	if o.skips(name) {
		o.skipped--
	}
	switch name {
	case "span", "a":
		o.spans = o.spans[:max(0, len(o.spans)-1)]
	case "p", "h":
		if len(o.aside) == 0 {
			o.writer.end(false)
		}
	case "table-cell":
		o.endCell(o.row)
	case "table-row":
		if o.tables == 1 && o.row != nil {
			o.list, o.row = append(o.list, o.row), nil
		}
	case "table":
		o.tables--
	}
}

// finished adds a remark (an entry of the report) about a note, a comment or a deletion
// that has ended. If it is in no paragraph, an empty paragraph is made for the remark.
// This is the case for deletions, which are at the start of the document.
func (o *odt) finished(what, text string) {
	if o.current() != nil {
		o.leaveOut(draft.RemarkFooter, what, text)
		return
	}
	o.begin()
	o.leaveOut(draft.RemarkFooter, what, text)
	o.writer.end(false)
}

// text reads characters. A run of white space is one space (part 3, section 6.1.2).
func (o *odt) text(s string) {
	if !o.inBody || o.skipped > 0 {
		return
	}
	var b strings.Builder
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			if !o.blank {
				b.WriteByte(' ')
			}
			o.blank = true
			continue
		}
		o.blank = false
		b.WriteRune(r)
	}
	o.piece(b.String())
}

// piece writes a piece of the current span, unless it is struck out or hidden, or is in
// a note.
func (o *odt) piece(s string) {
	p := run{}
	if n := len(o.spans); n > 0 {
		p = o.spans[n-1]
	}
	switch {
	case len(o.aside) > 0:
		if a := &o.aside[len(o.aside)-1]; a.text.Len() < longestNotice { // a remark shows no more
			a.text.WriteString(s)
		}
	case p.struck:
		o.leaveOut(draft.RemarkFooter, "words that are struck out are", s)
	case p.hidden:
		o.leaveOut(draft.RemarkFooter, "hidden words are", s)
	default:
		o.write(s, p.bold)
	}
}
