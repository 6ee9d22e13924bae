package document

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// scanned reads an XML text with the scanner. It returns the tokens, each on a line, and
// then the error that the scanner returned after the last token.
func scanned(src string, end error) string {
	s := &scanner{src: src, err: end}
	var b strings.Builder
	for {
		t, err := s.next()
		if err != nil {
			return b.String() + err.Error()
		}
		fmt.Fprintf(&b, "%d %q %q %q\n", t.kind, t.name, t.attrs, t.text)
	}
}

// decoded returns the same text as the function scanned, but reads the tokens with
// xml.Decoder of the standard library.
func decoded(src string, end error) string {
	dec := xml.NewDecoder(&rest{strings.NewReader(src), end})
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var b strings.Builder
	for {
		raw, err := dec.RawToken()
		if err != nil {
			return b.String() + err.Error()
		}
		t := token{}
		switch raw := raw.(type) {
		case xml.StartElement:
			t = token{kind: startToken, name: raw.Name, attrs: raw.Attr}
		case xml.EndElement:
			t = token{kind: endToken, name: raw.Name}
		case xml.CharData:
			t = token{kind: textToken, text: string(raw)}
		case xml.Directive:
			t = token{kind: directiveToken, text: string(raw)}
		}
		fmt.Fprintf(&b, "%d %q %q %q\n", t.kind, t.name, t.attrs, t.text)
	}
}

// FuzzScanner checks that the scanner and the decoder of the standard library read the
// same tokens, and report the same error.
func FuzzScanner(f *testing.F) {
	for _, src := range []string{
		`<?xml version="1.0" encoding="UTF-8"?>` + "\r\n" + `<w:p w:a="1" b='2'><w:tab/><w:t xml:space="preserve"> R&amp;D ü </w:t ></w:p>`,
		"<a\n b = \"1\"c=\"2\"/ ><é:b/>", "<a:b:c/>", "<:a b:=\"\"/>", "<a/>x]]>", "<a b=\"<\">", "<!-- c --><![CDATA[<x>]]><!DOCTYPE a [<!ENTITY b \"c\">]>",
		"a\rb<-/><1/></a b>", "a\xff", "\ufffe<a \ufffe=\"\uffff\">\x00</a>", "<a b=\"1\"", "</", "<", "\n\n<a>&no;", "<a></a\n>\n<b c>", `<?xml version="1.1"?>`, "<a/></a><a b=\"/\"/>",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, end := range []error{io.EOF, errors.New("no more")} {
			if got, want := scanned(src, end), decoded(src, end); got != want {
				t.Errorf("%q: got\n%s\nwant\n%s", src, got, want)
			}
		}
	})
}
