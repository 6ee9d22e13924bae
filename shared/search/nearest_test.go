package search_test

import (
	"math"
	"strings"
	"testing"

	"quoteline/shared/search"
)

func TestPairsIsALimit(t *testing.T) {
	for _, text := range []string{"", "a", "a b c", "a会b", "会会会", "ﬁ ß æ", "don't - stop", "１２ Ａ", "a\u200bb \u0301", "公司的 board"} {
		for _, quote := range []string{"", "a b", "会会", "ß"} {
			most := search.CountWords(text) * search.CountWords(quote)
			if got := search.Pairs(text, quote); got < most {
				t.Errorf("Pairs(%q, %q) = %d, but there are %d", text, quote, got, most)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	const text = "Well, I learned that the company can’t function without me — “Élan” and all. Then I left."
	for _, tc := range []struct {
		quote, part string
		share       float64
	}{
		{"I learned that the company can't function without me", "I learned that the company can’t function without me", 1},
		{"i LEARNED that", "I learned that", 1},
		{"me, \"elan\" and ALL!", "me — “Élan” and all", 1},
		{"I learned that our company can't function", "I learned that the company can’t function", 12. / 14},
		{"I learned the company can't function", "I learned that the company can’t function", 12. / 13},
		{"I learned that the big company", "I learned that the company", 10. / 11},
		{"nothing alike", "", 0},
		{"then he left", "Then I left", 4. / 6},
		{"", "", 0},
		{"…", "", 0},
	} {
		got := search.Nearest(text, tc.quote)
		if part := text[got.Start:got.End]; part != tc.part || math.Abs(got.Share-tc.share) > 1e-9 {
			t.Errorf("%q: %q, %v; want %q, %v", tc.quote, part, got.Share, tc.part, tc.share)
		}
	}
}

func TestNearestWithoutSpaces(t *testing.T) {
	const text = "我们学到了很多东西。"
	if got := search.Nearest(text, "学到很多"); text[got.Start:got.End] != "学到了很多" || got.Share != 8./9 {
		t.Errorf("%q, %v", text[got.Start:got.End], got.Share)
	}
}

func TestTrim(t *testing.T) {
	if got := search.Trim(" “So what?” "); got != "So what" {
		t.Errorf("got %q", got)
	}
}

// FuzzNearest requires that the result is a range of the text. If the quote is the text
// itself, all words must be in common.
func FuzzNearest(f *testing.F) {
	f.Add("I learned that the company", "learned the company")
	f.Add("ﬁne Straße İstanbul", "STRASSE")
	f.Add("我们学到了", "学x")
	f.Fuzz(func(t *testing.T, text, quote string) {
		if len(text) > 500 || len(quote) > 500 {
			return
		}
		text, quote = strings.ToValidUTF8(text, ""), strings.ToValidUTF8(quote, "")
		got := search.Nearest(text, quote)
		if got.Start > got.End || got.End > len(text) || got.Share < 0 || got.Share > 1 {
			t.Fatalf("%+v of %d bytes", got, len(text))
		}
		if self := search.Nearest(text, text); self.Share != 1 && self.Share != 0 {
			t.Fatalf("a text is like itself by %v", self.Share)
		}
	})
}
