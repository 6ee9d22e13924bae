package page

import (
	"strings"
	"testing"
)

func TestAttributesAt(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for _, c := range []struct {
		text string
		want int
	}{
		{"<p a b>" + long, 0}, // a tag of ordinary length
		{long, 0},
		{"<!-- " + long, 0},
		{"< " + long, 0},
		{"<p " + strings.Repeat("a ", 3000) + "> " + long, 3001},
		{`<p a=">" ` + strings.Repeat("a/", 3000) + ">" + long, 3003},
		{`<p a = '>' ` + strings.Repeat("a/", 3000) + ">" + long, 3005},
		{"<p a=" + long, 2},
		{`<p a="` + long, 2},
		{"<p a=> " + strings.Repeat("a ", 3000) + long, 0},
		{"</p " + strings.Repeat("a\t", 3000), 3002},
	} {
		if got := attributesAt(c.text, 0); got != c.want {
			t.Errorf("%.20s…: %d attributes, want %d", c.text, got, c.want)
		}
	}
}
