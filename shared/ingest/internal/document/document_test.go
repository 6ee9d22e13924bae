package document

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"quoteline/shared/ingest/internal/source"
)

// packed returns a ZIP archive. The argument files has the name and the content of the
// first file, then those of the second one, and so on.
func packed(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// body returns a DOCX document. The argument inner is the XML inside its <w:body>. The
// argument more has the name and the content of each further file.
func body(t *testing.T, inner string, more ...string) []byte {
	return packed(t, append([]string{"word/document.xml", `<w:document xmlns:w="x"><w:body>` + inner + `</w:body></w:document>`}, more...)...)
}

func TestDOCX(t *testing.T) {
	r := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	p := func(inner string) string { return "<w:p>" + inner + "</w:p>" }
	for _, c := range []struct{ name, body, want, left string }{
		{"children of a run in order", p(`<w:r><w:t>A:</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>`), "A:\tb\nc\nd", ""},
		{"hyphens", p(`<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>`), "co\u2011op", ""},
		{"a page break is white space", p(`<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>`), "a b", ""},
		{"moved words are read once", p(`<w:moveFrom>` + r("x") + `</w:moveFrom>` + r("a ") + `<w:moveTo>` + r("x") + `</w:moveTo>`), "a x", "x"},
		{"deleted words", p(r("a ") + `<w:del><w:r><w:delText>never </w:delText></w:r></w:del>` + r("b")), "a b", "never"},
		{"a deleted mark joins paragraphs", p(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+r("one ")) + p(r("two")), "one two", ""},
		{"words that are struck out", p(r("a ") + `<w:r><w:rPr><w:strike/></w:rPr><w:t>b</w:t></w:r>` + r(" c")), "a c", "b"},
		{"a strike that is off", p(`<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>b</w:t></w:r>`), "b", ""},
		{"hidden words", p(r("a") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>`), "a", "b"},
		{"a link, a field, a tag and a control", p(`<w:hyperlink>` + r("a") + `</w:hyperlink><w:fldSimple>` + r("b") + `</w:fldSimple><w:smartTag>` + r("c") + `</w:smartTag><w:sdt><w:sdtContent>` + r("d") + `</w:sdtContent></w:sdt>`), "abcd", ""},
		{"the code of a field", p(`<w:r><w:instrText>PAGE</w:instrText></w:r>` + r("3")), "3", ""},
		{"a text box once, after its paragraph", p(r("a")+`<mc:AlternateContent><mc:Choice><w:txbxContent>`+p(r("box"))+`</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>`+p(r("box"))+`</w:txbxContent></mc:Fallback></mc:AlternateContent>`+r("b")) + p(r("c")), "ab\n\nbox\n\nc", ""},
		{"a table", `<w:tbl><w:tr><w:tc>` + p(r("Ada")) + `</w:tc><w:tc>` + p(r("One.")) + p(r("Two.")) + `</w:tc></w:tr><w:tr><w:tc>` + p(r("Ben")) + `</w:tc><w:tc>` + p(r("Three.")) + `</w:tc></w:tr></w:tbl>`, "Ada\tOne. Two.\nBen\tThree.", ""},
		{"a heading", p(`<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>` + r("Part")), "# Part", ""},
		{"bold names alone", p(`<w:r><w:rPr><w:b/></w:rPr><w:t>Ada Long</w:t></w:r>`+r(" Good *day*.")) + p(`<w:r><w:rPr><w:b/></w:rPr><w:t>Ben</w:t></w:r>`+r(" Yes.")), "**Ada Long** Good \\*day\\*.\n\n**Ben** Yes.", ""},
		{"entities of XML", p(r("R&amp;D &lt;x&gt; &#8212;")), "R&D <x> —", ""},
		{"old properties", p(`<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>`), "a", ""},
	} {
		d, err := Read(body(t, c.body), nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		left := ""
		for _, m := range d.Remarks {
			left += m.Text
		}
		if d.Text != c.want || left != c.left {
			t.Errorf("%s: %q without %q, want %q without %q", c.name, d.Text, left, c.want, c.left)
		}
	}
}

// TestCellOutsideRow reads a table cell that is in no row. Read must not panic.
func TestCellOutsideRow(t *testing.T) {
	if _, err := Read(body(t, "<w:tbl><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tbl><w:p><w:r><w:t>b</w:t></w:r></w:p>"), nil); err != nil {
		t.Error(err)
	}
}

// FuzzRead reads documents with any body, in both formats.
func FuzzRead(f *testing.F) {
	f.Add(`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`)
	f.Add(`<text:p><text:span>A</text:span><text:note><text:p>b</text:p></text:note></text:p>`)
	f.Fuzz(func(t *testing.T, inner string) {
		Read(body(t, inner), nil)
		Read(packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office:body>"+inner+"</office:body>"), nil)
	})
}

func TestODT(t *testing.T) {
	const styles = `<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style>`
	for _, c := range []struct{ name, body, want string }{
		{"white space", "<text:p>a \n  b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e</text:p>", "a b c\td\ne"},
		{"words that are struck out", `<text:p>a <text:span text:style-name="S">b</text:span> c</text:p>`, "a c"},
		{"a title field and the title of a picture", `<text:p><text:title>Name</text:title><draw:frame><svg:title>picture</svg:title></draw:frame></text:p>`, "Name"},
		{"a table", `<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`, "A\tb"},
		{"bold names", `<text:p><text:span text:style-name="B">Ada</text:span> One.</text:p><text:p><text:span text:style-name="B">Ben</text:span> Two.</text:p>`, "**Ada** One.\n\n**Ben** Two."},
	} {
		src := packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
			"<office:document-content><office:automatic-styles>"+styles+"</office:automatic-styles><office:body><office:text>"+c.body+"</office:text></office:body></office:document-content>")
		if d, err := Read(src, nil); err != nil || d.Text != c.want {
			t.Errorf("%s: %q (error %v), want %q", c.name, d.Text, err, c.want)
		}
	}
}

// TestRefused reads documents that cannot be read. Each error says what is wrong.
func TestRefused(t *testing.T) {
	good := body(t, "<w:p><w:r><w:t>A: b</w:t></w:r></w:p>")
	locked := bytes.Clone(good)
	locked[6] |= 1                                           // in the header of the file
	locked[bytes.Index(locked, []byte("PK\x01\x02"))+8] |= 1 // in the list of files
	for _, c := range []struct {
		name string
		src  []byte
		want string
	}{
		{"cut", good[:len(good)/2], "damaged or cut"},
		{"encrypted", locked, "encrypted"},
		{"an encrypted ODT", packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "x", "META-INF/manifest.xml", "<m><encryption-data/></m>"), "encrypted"},
		{"huge", packed(t, "word/document.xml", "<a>"+strings.Repeat(" ", most+1)+"</a>"), "at most 32 MB"},
		{"huge notes", body(t, "", "word/footnotes.xml", "<a>"+strings.Repeat(" ", most-10)+"</a>"), "at most 32 MB"},
		{"deep", body(t, strings.Repeat("<a>", 1000)), "inside each other"},
		{"entities", packed(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`), "entities"},
		{"cut XML", packed(t, "word/document.xml", "<w:document><w:body>"), "damaged"},
		{"a workbook", packed(t, "xl/workbook.xml", "<a/>"), "Excel"},
		{"an archive", packed(t, "a.txt", "A: b"), "ZIP archive"},
		{"no words", body(t, "<w:p/>"), "has no text"},
	} {
		if _, err := Read(c.src, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := Read(good, &source.Budget{Max: source.Limits{Steps: 20}}); err == nil || !strings.Contains(err.Error(), "steps") {
		t.Errorf("error %v, want a limit", err)
	}
}
