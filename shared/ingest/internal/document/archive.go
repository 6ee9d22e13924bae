package document

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/source"
)

// most is the greatest number of bytes that the files of one document may have when
// they are unpacked. A DOCX of an interview of ten hours has about 10 MB.
const most = 32 << 20

// deepest is the greatest permitted depth of nested elements. Real documents have a depth
// of about twenty.
const deepest = 256

// archive is a document that is open for reading.
type archive struct {
	files  map[string]*zip.File
	left   int64 // bytes that may still be unpacked
	budget *source.Budget
}

// openArchive opens a ZIP archive, and refuses one that is not a DOCX or ODT document.
func openArchive(src []byte, budget *source.Budget) (*archive, error) {
	const advice = "copy the file again, or open it and save it again"
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		kind, _, _ := strings.Cut(source.RefuseZip(string(src)).Reason, ",") // "this is a Word document (DOCX)"
		return nil, fault(kind+" that is damaged or cut: "+err.Error(), advice)
	}
	a := &archive{files: map[string]*zip.File{}, left: most, budget: budget}
	for _, f := range r.File {
		if !budget.Values(1) {
			return nil, budget.Exceeded()
		}
		if a.files[f.Name] == nil {
			a.files[f.Name] = f
		}
	}
	if !a.has("word/document.xml") && !a.isODT() && !a.has("_rels/.rels") {
		return nil, source.RefuseZip(string(src))
	}
	return a, nil
}

// has reports whether the archive has a file with this name.
func (a *archive) has(name string) bool { return a.files[name] != nil }

// isODT reports whether the archive is an OpenDocument text.
func (a *archive) isODT() bool {
	f := a.files["mimetype"]
	if f == nil || !a.has("content.xml") {
		return false
	}
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	head, _ := io.ReadAll(io.LimitReader(r, 100))
	return strings.HasPrefix(string(head), "application/vnd.oasis.opendocument.text")
}

// errUnpacked is the error for a document whose files are too large when they are
// unpacked. A small archive can hold a very large file of repeated bytes.
func errUnpacked(name string, size uint64) error {
	return fault("the file "+strconv.Quote(name)+" of this document has "+megabytes(int64(min(size, 1<<62)))+" when it is unpacked, and at most "+megabytes(most)+" are read",
		"save the document without pictures and old changes, or copy its text")
}

// counted reads a file of the archive, and counts its bytes.
type counted struct {
	io.Reader
	archive *archive
	name    string
	size    uint64
}

// Read implements io.Reader. It fails when more bytes than allowed are unpacked,
// whatever size the archive declares.
func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if c.archive.left -= int64(n); c.archive.left < 0 {
		return 0, errUnpacked(c.name, max(c.size, most+1))
	}
	if !c.archive.budget.Steps(n) {
		return 0, c.archive.budget.Exceeded()
	}
	return n, err
}

// visitor is called for each start tag, each end tag and each text of an XML file.
type visitor interface {
	start(name string, attrs []xml.Attr)
	end(name string)
	text(s string)
}

// visit reads an XML file of the archive. The visitor gets names without prefixes.
func (a *archive) visit(name string, v visitor) error {
	f := a.files[name]
	switch {
	case f == nil:
		return fault("this document is damaged: it has no file "+strconv.Quote(name), "open it in a word processor and save it again")
	case f.Flags&1 != 0:
		return fault("this document is encrypted", "open it with its password, and save it without one")
	case f.UncompressedSize64 > most:
		return errUnpacked(name, f.UncompressedSize64)
	}
	r, err := f.Open()
	if err != nil {
		return fault("this document is damaged: "+err.Error(), "open it in a word processor and save it again")
	}
	defer r.Close()
	var text strings.Builder
	text.Grow(int(f.UncompressedSize64))
	_, err = io.Copy(&text, &counted{r, a, name, f.UncompressedSize64})
	return a.tokens(name, &scanner{src: text.String(), err: cmp.Or(err, io.EOF)}, v)
}

// tokens passes each token (a tag or a text) of an XML file to the visitor v.
func (a *archive) tokens(name string, s *scanner, v visitor) error {
	// The scanner does not match end tags with start tags, so the depth of nested
	// elements is counted here. If the depth is not 0 at the end of the file, the rest of
	// the file is missing.
	depth := 0
	for {
		t, err := s.next()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil {
			return damaged(name, err)
		}
		switch t.kind {
		case startToken:
			if depth++; depth > deepest {
				return fault("in "+strconv.Quote(name)+", more than "+strconv.Itoa(deepest)+" elements are inside each other", "check that this is a transcript")
			}
			v.start(elementName(t.name), t.attrs)
		case endToken:
			if depth--; depth < 0 {
				return damaged(name, io.ErrUnexpectedEOF)
			}
			v.end(elementName(t.name))
		case textToken:
			v.text(t.text)
		case directiveToken:
			if strings.Contains(t.text, "<!ENTITY") {
				return fault("the XML in "+strconv.Quote(name)+" defines entities, which are not expanded", "open the document in a word processor and save it again")
			}
		}
	}
}

// elementName returns the name of an element without its prefix: "p" for <w:p>. But it
// keeps the prefix svg, because <svg:title> and <text:title> are different elements.
func elementName(n xml.Name) string {
	if n.Space == "svg" {
		return "svg:" + n.Local
	}
	return n.Local
}

// damaged returns the error for an XML file of the archive that cannot be read.
func damaged(name string, err error) error {
	if e, ok := errors.AsType[*source.Error](err); ok {
		return e
	}
	if e, ok := errors.AsType[*source.LimitError](err); ok {
		return e
	}
	return fault("this document is damaged: in "+strconv.Quote(name)+", "+err.Error(), "open it in a word processor and save it again")
}

// value returns the value of the attribute with this name. It returns "" if there is
// none. The prefixes of attributes are ignored.
func value(attrs []xml.Attr, name string) string {
	for i := range attrs {
		if attrs[i].Name.Local == name {
			return attrs[i].Value
		}
	}
	return ""
}
