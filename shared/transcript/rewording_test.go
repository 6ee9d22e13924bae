package transcript

import (
	"strings"
	"testing"
)

// written writes edits as text: deleted words as [-was-], inserted words as {+is+}.
func written(edits []Edit) string {
	var out strings.Builder
	for _, e := range edits {
		switch e.Op {
		case Delete:
			out.WriteString("[-" + e.Text + "-]")
		case Insert:
			out.WriteString("{+" + e.Text + "+}")
		default:
			out.WriteString(e.Text)
		}
	}
	return out.String()
}

func TestCompare(t *testing.T) {
	const before = "It took me a few minutes to cheer up, overcome myself, and say, yes, I want to do this."
	for _, tc := range []struct{ name, words, after, then, now, here string }{
		{
			"words inside", "a few minutes to cheer up, overcome myself",
			"It took me a few minutes to get over myself, and say, yes, I want to do this.",
			"a few minutes to [-cheer up, overcome-] myself", "a few minutes to {+get over+} myself",
			"a few minutes to get over myself",
		},
		{
			"the last word", "I want to do this",
			"It took me a few minutes to cheer up, overcome myself, and say, yes, I want to do that.",
			"I want to do [-this-]", "I want to do {+that.+}", "I want to do that.",
		},
		{
			"words before it too", "overcome myself",
			"Well, it took me a few long minutes to cheer up, overcome us, and say, yes, I want to do this.",
			"overcome [-myself-]", "overcome {+us,+}", "overcome us,",
		},
		{
			"deleted", "a few",
			"It took me minutes to cheer up, overcome myself, and say, yes, I want to do this.",
			"[-a few-]", "", "",
		},
		{"all different", "this", "No.", "[-this-]", "{+No.+}", "No."},
	} {
		start := strings.Index(before, tc.words)
		a := AnchorOf(&Turn{ID: "a", Text: before}, Range{start, start + len(tc.words)})
		c, ok := a.Compare(before, tc.after)
		if !ok {
			t.Errorf("%s: not found", tc.name)
			continue
		}
		if then, now := written(c.Then), written(c.Now); then != tc.then || now != tc.now {
			t.Errorf("%s: then %q, now %q", tc.name, then, now)
		}
		if here := tc.after[c.Here.Start:c.Here.End]; here != tc.here {
			t.Errorf("%s: here %q", tc.name, here)
		}
	}
	if _, ok := (Anchor{Turn: "a", Start: 0, End: 2, Hash: "00000000"}).Compare(before, ""); ok {
		t.Error("words that were never there are found")
	}
}

// FuzzCompare checks the result of compare for a range of an earlier text. The texts of
// the steps in Then, joined, must be equal to that range. The texts of the steps in Now,
// joined, must be equal to the range Here of the later text.
func FuzzCompare(f *testing.F) {
	f.Add("a b c d", "a x c d", 2, 5)
	f.Add("日本語 a", "日本 a b", 0, 9)
	f.Fuzz(func(t *testing.T, before, after string, start, end int) {
		if start < 0 || end > len(before) || start >= end || len(before)+len(after) > 400 {
			return
		}
		c := compare(DiffWords(before, after), Range{start, end})
		var then, now strings.Builder
		for _, e := range c.Then {
			then.WriteString(e.Text)
		}
		for _, e := range c.Now {
			now.WriteString(e.Text)
		}
		if then.String() != before[start:end] {
			t.Fatalf("then %q, want %q", then.String(), before[start:end])
		}
		if here := after[c.Here.Start:c.Here.End]; here != now.String() {
			t.Fatalf("now %q is at %q", now.String(), here)
		}
	})
}
