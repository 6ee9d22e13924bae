package messages

import (
	"strings"
	"testing"
)

// FuzzTable calls Parse and other functions with a table of phrases, a language tag
// and a date that can be any text. If Parse accepts the table, the method Text must
// return the same text.
func FuzzTable(f *testing.F) {
	f.Add(English().Text(), "zh-Hant-TW", "2023-11-29")
	f.Add("\n\n", "", "2023-99-99T")
	f.Add(strings.Repeat("{0} {", 40), "x-", "-")
	f.Fuzz(func(t *testing.T, text, tag, date string) {
		table, err := Parse(text)
		if err == nil && table.Text() != text {
			t.Fatalf("%q came back as %q", text, table.Text())
		}
		if err != nil {
			table = Choose(tag, tag)
		}
		if table == nil {
			t.Fatalf("no table for %q", tag)
		}
		before, _, after := Hole(text)
		if len(before)+len(after) > len(text) {
			t.Fatalf("%q has the parts %q and %q", text, before, after)
		}
		if got := table.AppendDate(nil, date); len(got) > len(date)+len(table.Text()) {
			t.Fatalf("the date %q has %d bytes", date, len(got))
		}
	})
}
