package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// wordless are texts that have no letter or digit. Most of them are invisible.
var wordless = []string{"\u0301", "\ufe0f", "\u200d", "\u200b", "❤️", "\u00ad", "\u20e3", "\U000e0100", "\u093f", "\u202e"}

func TestMarksAndJoinersAreNoWords(t *testing.T) {
	for _, typed := range wordless {
		if got := Words(typed); len(got) != 0 {
			t.Errorf("Words(%+q) = %+q, want none", typed, got)
		}
		if got := Words("the " + typed); len(got) != 1 || got[0] != "the" {
			t.Errorf(`Words("the " + %+q) = %+q, want "the" only`, typed, got)
		}
		if got := Trim(typed + " the " + typed); got != "the" {
			t.Errorf("Trim(%+q around a word) = %+q", typed, got)
		}
	}
}

func TestAnEmptyQueryOccursNowhere(t *testing.T) {
	tr := &transcript.Transcript{ID: "tides", Turns: []transcript.Turn{{ID: "a", N: 1, Text: "the ❤️ of the café"}}}
	if got := New(tr).turns[0].find(""); got != nil {
		t.Errorf("find: %v", got)
	}
	for _, word := range append(wordless, "") {
		if got := Across(tr, &Query{Words: []string{word}, Limit: 9}); got != nil && foldText(word).text == "" {
			t.Errorf("Across(%+q) = %v", word, got)
		}
		got := Across(tr, &Query{Words: []string{"the", "\u0301"}, Limit: 9})
		if len(got) != 1 || len(got[0].Ranges) != 2 {
			t.Errorf("a word that folds to nothing is not skipped: %v", got)
		}
	}
}

// A query that is a single code point has either no word, or one word. If folding
// (which removes case and diacritics) is applied to this word, some text without
// spaces must remain.
func TestEveryCodePointAsAWord(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		c := string(r)
		words := Words(c)
		if len(words) == 0 {
			continue
		}
		folded := foldText(c).text
		if strings.Trim(folded, " ") != folded || folded == "" || words[0] != c {
			t.Errorf("%U is the word %+q, which folds to %+q", r, words[0], folded)
		}
		text := foldText("x" + c + "y")
		for start, end := text.next(folded, 0); start >= 0; start, end = text.next(folded, end) {
			if end <= start {
				t.Fatalf("%U: a step from %d to %d", r, start, end)
			}
		}
	}
}

// FuzzSteps searches a text for the words that a reader has typed. Every hit must begin
// at the end of the previous hit or later. So a search cannot find more hits than the
// searched text has bytes.
func FuzzSteps(f *testing.F) {
	for _, typed := range wordless {
		f.Add("the ❤️ of "+typed+" the café", "the "+typed)
	}
	f.Add("Straße, æther, ﬁn", "s")
	f.Add("ﬂow fl\u200dow", "ﬂow fl\u200dow")
	f.Add("\xff\xcc", "\xcc\x81 \xff")
	f.Fuzz(func(t *testing.T, text, typed string) {
		if len(text) > 500 || len(typed) > 500 {
			return
		}
		words := Words(typed)
		if len(words) > len(typed) {
			t.Fatalf("%d words in %d bytes", len(words), len(typed))
		}
		if most := CountWords(text) * CountWords(typed); Pairs(text, typed) < most {
			t.Fatalf("Pairs is less than %d", most)
		}
		turn := foldText(text)
		for _, word := range append(words, typed, foldQuery(typed), "") {
			steps, from := 0, 0
			for start, end := turn.next(word, 0); start >= 0; start, end = turn.next(word, end) {
				if steps++; start < from || end <= start || steps > len(turn.text) {
					t.Fatalf("step %d of %+q: from %d to %d, after %d", steps, word, start, end, from)
				}
				from = end
			}
		}
		tr := &transcript.Transcript{Turns: []transcript.Turn{{Text: text, N: 1}}}
		for _, hit := range Across(tr, &Query{Words: words, Limit: 1}) {
			checkRanges(t, text, hit.Ranges)
		}
		finder := NewFinder(tr)
		first := finder.Find(typed)
		all := finder.All(0)
		checkRanges(t, text, all)
		if len(all) > 0 && (len(first[0]) != 1 || first[0][0] != all[0]) {
			t.Fatalf("first %v of %v", first, all)
		}
		checkRanges(t, text, []transcript.Range{Nearest(text, Trim(typed)).Range})
	})
}

// checkRanges requires that the ranges are in order, do not overlap, and begin and end
// between characters of the text.
func checkRanges(t *testing.T, text string, ranges []transcript.Range) {
	t.Helper()
	end := 0
	for _, r := range ranges {
		if r.Start < end || r.End < r.Start || r.End > len(text) {
			t.Fatalf("range %v after %d in %d bytes", r, end, len(text))
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[r.Start:r.End]) {
			t.Fatalf("range %v cuts a character of %q", r, text)
		}
		end = r.End
	}
}
