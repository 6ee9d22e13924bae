package document

import (
	"encoding/xml"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
)

// docx reads the body of a DOCX document (ECMA-376, part 1, section 17).
type docx struct {
	*writer
	footnotes, endnotes, comments map[string]string // texts, by id

	gone    int // open elements whose words are deleted
	skipped int // open elements that are not read at all
	run     run
	props   int  // open elements with properties of a run or paragraph
	mark    bool // the properties are those of a paragraph's mark
	deleted bool // the mark of the current paragraph is deleted
	inText  int  // open elements whose characters are words
	row     *paragraph
}

// run has the properties of the current run, which is a piece of text in one style.
type run struct{ bold, struck, hidden bool }

// readDOCX reads the main part of a DOCX document, its notes and its comments.
func readDOCX(a *archive, w *writer) error {
	main, err := mainPart(a)
	if err != nil {
		return err
	}
	folder := main[:strings.LastIndexByte(main, '/')+1]
	d := &docx{writer: w}
	for _, part := range []struct {
		name, element string
		into          *map[string]string
	}{{"footnotes.xml", "footnote", &d.footnotes}, {"endnotes.xml", "endnote", &d.endnotes}, {"comments.xml", "comment", &d.comments}} {
		texts := &texts{element: part.element, list: map[string]string{}}
		if a.has(folder + part.name) {
			if err := a.visit(folder+part.name, texts); err != nil {
				return err
			}
		}
		*part.into = texts.list
	}
	return a.visit(main, d)
}

// mainPart returns the name of the file with the document's body. Usually this is
// word/document.xml. If the archive has no such file, the file _rels/.rels names the file
// with the body.
func mainPart(a *archive) (string, error) {
	if a.has("word/document.xml") || !a.has("_rels/.rels") {
		return "word/document.xml", nil
	}
	r := &relations{}
	if err := a.visit("_rels/.rels", r); err != nil {
		return "", err
	}
	if r.body == "" || !strings.HasPrefix(r.body, "word") {
		return "", fault("this is an Office document, but no text document", "save a table as CSV, or copy the text")
	}
	return r.body, nil
}

// relations finds the main part of an Office document.
type relations struct{ body string }

func (r *relations) start(name string, attrs []xml.Attr) {
	if name == "Relationship" && strings.HasSuffix(value(attrs, "Type"), "/officeDocument") {
		r.body = strings.TrimPrefix(value(attrs, "Target"), "/")
	}
}
func (r *relations) end(string)  {}
func (r *relations) text(string) {}

// texts collects the texts of footnotes or comments, by id.
type texts struct {
	element string
	list    map[string]string
	id      string
	inText  int
}

func (t *texts) start(name string, attrs []xml.Attr) {
	switch name {
	case t.element:
		t.id = value(attrs, "id")
	case "t":
		t.inText++
	case "p", "br", "cr", "tab":
		t.list[t.id] += " "
	}
}

func (t *texts) end(name string) {
	if name == "t" {
		t.inText--
	}
}

func (t *texts) text(s string) {
	if t.inText > 0 && len(t.list[t.id]) < longestNotice { // a remark shows no more
		t.list[t.id] += s
	}
}

// start reads a start tag.
func (d *docx) start(name string, attrs []xml.Attr) {
	switch name {
	case "Fallback", "rPrChange", "pPrChange", "sectPr", "instrText", "delInstrText", "rt":
		d.skipped++ // another form of what was read before, or old properties
	}
	if d.skipped > 0 {
		return
	}
	switch name {
	case "p":
		d.begin()
		d.deleted = false
	case "r":
		d.run = run{}
	case "rPr", "pPr":
		d.props++
		d.mark = d.mark || name == "pPr"
	case "del", "moveFrom":
		if d.props > 0 {
			d.deleted = d.deleted || d.mark && name == "del"
		} else {
			d.gone++
		}
	case "t", "delText":
		d.inText++
	default:
		d.other(name, attrs)
	}
}

// other reads start tags of properties and tables, and elements that are a single
// character, such as <w:tab/>.
func (d *docx) other(name string, attrs []xml.Attr) {
	// Example: <w:t>A:</w:t><w:tab/><w:t>b</w:t><w:br/> in one run is "A:", a tab, "b" and
	// a line break, in this order.
	if d.props > 0 {
		d.property(name, attrs)
		return
	}
	switch name {
	case "tbl":
		d.tables++
	case "tr":
		if d.beginRow(); d.tables == 1 {
			d.row = &paragraph{row: true}
		}
	case "tc":
		d.beginCell()
	case "tab", "ptab":
		d.piece("\t")
	case "cr":
		d.piece("\n")
	case "br":
		if kind := value(attrs, "type"); kind == "page" || kind == "column" {
			d.piece(" ")
		} else {
			d.piece("\n")
		}
	case "noBreakHyphen":
		d.piece("\u2011")
	case "softHyphen":
		d.piece("\u00ad")
	case "sym":
		d.symbol(value(attrs, "char"))
	case "footnoteReference":
		d.leaveOut(draft.RemarkFooter, "a footnote is", d.footnotes[value(attrs, "id")])
	case "endnoteReference":
		d.leaveOut(draft.RemarkFooter, "an endnote is", d.endnotes[value(attrs, "id")])
	case "commentReference":
		d.leaveOut(draft.RemarkFooter, "a comment is", d.comments[value(attrs, "id")])
	}
}

// property reads a property of a run or of a paragraph.
func (d *docx) property(name string, attrs []xml.Attr) {
	on := true
	switch value(attrs, "val") {
	case "0", "false", "off":
		on = false
	}
	switch {
	case name == "pStyle":
		style := strings.ToLower(value(attrs, "val"))
		if p := d.current(); p != nil && (strings.HasPrefix(style, "heading") || style == "title") {
			p.heading = true
		}
	case d.mark: // the properties of a paragraph's mark are not those of its words
	case name == "b":
		d.run.bold = on
	case name == "rStyle":
		if style := strings.ToLower(value(attrs, "val")); style == "strong" || strings.HasPrefix(style, "bold") {
			d.run.bold = true
		}
	case name == "strike", name == "dstrike":
		d.run.struck = d.run.struck || on
	case name == "vanish":
		d.run.hidden = on
	}
}

// symbol writes a character of a symbol font, whose code is a hexadecimal number. A code
// in Unicode's private use area depends on the font, so such a character is left out and
// reported.
func (d *docx) symbol(code string) {
	n, err := strconv.ParseUint(code, 16, 32)
	if err == nil && n > ' ' && (n < 0xe000 || n > 0xf8ff) && n < 0xfffe {
		d.piece(string(rune(n)))
		return
	}
	d.leaveOut(draft.RemarkUnknown, "a symbol is", "code "+code)
}

// end reads an end tag.
func (d *docx) end(name string) {
	// Each case decreases the counter that the method start increased for the same names.
	switch name {
	case "Fallback", "rPrChange", "pPrChange", "sectPr", "instrText", "delInstrText", "rt":
		d.skipped--
		return
	}
	if d.skipped > 0 {
		return
	}
	switch name {
	case "p":
		d.writer.end(d.deleted)
	case "r":
		d.run = run{}
	case "rPr", "pPr":
		d.props--
		d.mark = d.mark && name != "pPr"
	case "del", "moveFrom":
		if d.props == 0 {
			d.gone--
		}
	case "t", "delText":
		d.inText--
	case "tc":
		d.endCell(d.row)
	case "tr":
		if d.tables == 1 && d.row != nil {
			d.list, d.row = append(d.list, d.row), nil
		}
	case "tbl":
		d.tables--
	}
}

// text reads the characters of the current run.
func (d *docx) text(s string) {
	if d.inText > 0 && d.skipped == 0 {
		d.piece(s)
	}
}

// piece writes a piece of the current run, unless it is deleted, struck out or hidden.
func (d *docx) piece(s string) {
	switch {
	case d.gone > 0:
		d.leaveOut(draft.RemarkFooter, "deleted words are", s)
	case d.run.struck:
		d.leaveOut(draft.RemarkFooter, "words that are struck out are", s)
	case d.run.hidden:
		d.leaveOut(draft.RemarkFooter, "hidden words are", s)
	default:
		d.write(s, d.run.bold)
	}
}
