package source

import "testing"

func TestPairedMarks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"no marks", "no marks"},
		{"And \u202ereversed\u202c text?", "And \u202ereversed\u202c text?"},
		{"words\u202c", "words"},
		{"\u202bwords", "words"},
		{"\u2066a \u202bb\u202c\u2069", "\u2066a \u202bb\u202c\u2069"},
		{"\u2066a\u202c", "a"},
		{"\u202ba\nb\u202c", "a\nb"}, // a line feed ends the paragraph
	} {
		if got := PairedMarks(c.text); got != c.want {
			t.Errorf("PairedMarks(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
