package escape

import (
	"html"
	"testing"
)

func TestAppendMarkdown(t *testing.T) {
	for _, tc := range []struct{ line, want string }{
		{"", ""},
		{"plain words, 3 - 2 = 1.", "plain words, 3 - 2 = 1."},
		{`\*_[x](y)<b>&amp;~`, "\\\\\\*\\_\\[x\\](y)\\<b>\\&amp;\\~"},
		{"`code`", "\\`code\\`"},
		{"# no heading", `\# no heading`},
		{"#", `\#`},
		{"> no quotation", `\> no quotation`},
		{"- no list", `\- no list`},
		{"+ no list", `\+ no list`},
		{"=== no rule", `\=== no rule`},
		{"1986. A year", `1986\. A year`},
		{"2) two", `2\) two`},
		{"1986", "1986"},
		{"1986 was it", "1986 was it"},
	} {
		if got := string(AppendMarkdown([]byte("x"), tc.line)); got != "x"+tc.want {
			t.Errorf("%q: %q, want %q", tc.line, got[1:], tc.want)
		}
	}
}

func TestMarkupComesBack(t *testing.T) {
	for _, s := range []string{"", "plain", `<a href="x">&amp;</a>`, `""'`, "]]> -->"} {
		text := string(AppendText(nil, s))
		attribute := string(AppendAttribute(nil, s))
		if html.UnescapeString(text) != s || html.UnescapeString(attribute) != s {
			t.Errorf("%q: text %q, attribute %q", s, text, attribute)
		}
		for i := range len(attribute) {
			if attribute[i] == '"' || attribute[i] == '<' || attribute[i] == '>' {
				t.Errorf("%q is open in %q", s, attribute)
			}
		}
	}
}
