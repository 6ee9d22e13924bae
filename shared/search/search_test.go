package search_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
)

func index(texts ...string) *search.Index {
	t := &transcript.Transcript{}
	for _, text := range texts {
		t.Turns = append(t.Turns, transcript.Turn{Text: text})
	}
	return search.New(t)
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, text, query string
		want              []string // the ranges found, as the text has them
	}{
		{"case", "The Board met. BOARD.", "board", []string{"Board", "BOARD"}},
		{"query is folded", "the board", " BoArd ", []string{"board"}},
		{"diacritics", "naïve café, CAFÉ", "cafe", []string{"café", "CAFÉ"}},
		{"diacritics in the query", "cafe", "café", []string{"cafe"}},
		{"combining marks belong to the hit", "cafe\u0301 noir", "cafe", []string{"cafe\u0301"}},
		{"curly quotes", "“I don’t know,” he said", "\"I don't", []string{"“I don’t"}},
		{"dashes", "saying—two weeks", "saying-two", []string{"saying—two"}},
		{"ligatures", "Œuvre, Straße", "oeuvre", []string{"Œuvre"}},
		{"sharp s", "Straße", "strasse", []string{"Straße"}},
		{"one letter of a sharp s", "ßs", "s", []string{"ß", "s"}},
		{"the second letter of a sharp s", "Straße", "se", []string{"ße"}},
		{"the first letter of a sharp s", "Straße", "as", []string{"aß"}},
		{"one letter of æ", "ægis", "e", []string{"æ"}},
		{"one letter of a ligature", "ﬁne ﬂow", "f", []string{"ﬁ", "ﬂ"}},
		{"ligatures of three letters", "oﬃce aﬄux ﬅ", "f", []string{"ﬃ", "ﬄ"}},
		{"one of long s and t", "ﬅone", "stone", []string{"ﬅone"}},
		{"a ligature in the query", "flow", "ﬂow", []string{"flow"}},
		{"joiners between letters", "fl\u200dow flow", "f\u200dlow", []string{"fl\u200dow", "flow"}},
		{"ideographic variation selectors", "葛\U000e0100城", "葛城", []string{"葛\U000e0100城"}},
		{"full width", "ＡＢＣ１２", "abc12", []string{"ＡＢＣ１２"}},
		{"Han without spaces", "董事会将进行审查", "进行", []string{"进行"}},
		{"Cyrillic", "Ещё ЁЛКА", "елка", []string{"ЁЛКА"}},
		{"Greek", "Καλημέρα ΚΌΣΜΕ", "κοσμε", []string{"ΚΌΣΜΕ"}},
		{"Vietnamese", "Nguyễn Tấn Dũng", "nguyen tan", []string{"Nguyễn Tấn"}},
		{"across lines", "one\ntwo", "one two", []string{"one\ntwo"}},
		{"white space runs", "one \u00a0 two", "one two", []string{"one \u00a0 two"}},
		{"soft hyphen", "inter\u00adview", "interview", []string{"inter\u00adview"}},
		{"bidi controls count for nothing", "a\u202eb", "ab", []string{"a\u202eb"}},
		{"no overlap", "aaaa", "aa", []string{"aa", "aa"}},
		{"nothing", "board", "lawsuit", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, r := range index(tt.text).Find(tt.query)[0] {
				got = append(got, tt.text[r.Start:r.End])
			}
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("Find(%q) in %q = %q, want %q", tt.query, tt.text, got, tt.want)
			}
		})
	}
}

func TestFindNothingToSearch(t *testing.T) {
	for _, query := range []string{"", "  ", "\u200b"} {
		if hits := index("text").Find(query); hits != nil {
			t.Errorf("Find(%q) = %v, want nil", query, hits)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("naïve “café” ﬁ", "cafe")
	f.Add("a\u0301\u0301 b", "a b")
	f.Fuzz(func(t *testing.T, text, query string) {
		hits := index(text).Find(query)
		if hits == nil {
			return
		}
		end := 0
		for _, r := range hits[0] {
			if r.Start < end || r.End <= r.Start || r.End > len(text) {
				t.Fatalf("range %v after %d in %d bytes", r, end, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[r.Start:r.End]) {
				t.Fatalf("range %v cuts a character of %q", r, text)
			}
			end = r.End
		}
	})
}

func TestQueryAcrossTurns(t *testing.T) {
	tr := &transcript.Transcript{ID: "tides", Title: "On tides", RecordedAt: "2023-11-29T10:00:00Z", Turns: []transcript.Turn{
		{ID: "a", N: 1, Speaker: "ann", Text: "High tide, and a well-known low tide.", Topics: []string{"sea"}},
		{ID: "b", N: 2, Speaker: "ben", Text: "Riptide. The TIDE\u00a0turns.", Date: "2024-01-02"},
		{ID: "c", N: 3, Speaker: "ben", Text: "他说，公司的董事会知道。我们在OpenAI的时候"},
		{ID: "d", N: 4, Speaker: "ben", Text: "ße fl\u200dow"},
	}}
	for _, tc := range []struct {
		typed string
		q     search.Query
		want  string // "id:words,words" for each turn found
	}{
		{typed: "tide", want: "a:tide,tide b:TIDE"},
		{typed: "tid low", want: "a:tid,low,tid"},
		{typed: `"well-known" *`, want: "a:well-known"},
		{typed: "tide high hi", want: "a:High,tide,tide"},
		{typed: "tide nothing", want: ""},
		{typed: "* -", want: ""},
		{typed: "董事会", want: "c:董事会"},
		{typed: "openai 公司", want: "c:公司,OpenAI"},
		{typed: "penai", want: ""},
		{typed: "the ❤️", want: "b:The"},
		{typed: "s", want: "d:ß"},
		{typed: "se", want: ""},
		{typed: "ﬂow", want: "d:fl\u200dow"},
		{typed: "ow", want: ""},
		{typed: "tide", q: search.Query{Speaker: "ben"}, want: "b:TIDE"},
		{typed: "tide", q: search.Query{Topic: "sea"}, want: "a:tide,tide"},
		{typed: "tide", q: search.Query{From: "2023-11-30"}, want: "b:TIDE"},
		{typed: "tide", q: search.Query{To: "2023-11-29"}, want: "a:tide,tide"},
		{typed: "tide", q: search.Query{After: search.Place{ID: "tides", N: 1}}, want: "b:TIDE"},
		{typed: "tide", q: search.Query{Limit: 1}, want: "a:tide,tide"},
	} {
		tc.q.Words = search.Words(tc.typed)
		if tc.q.Limit == 0 {
			tc.q.Limit = 10
		}
		var got []string
		for _, hit := range search.Across(tr, &tc.q) {
			var marked []string
			for _, r := range hit.Ranges {
				marked = append(marked, hit.Text[r.Start:r.End])
			}
			got = append(got, hit.Turn+":"+strings.Join(marked, ","))
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%q %+v: %v, want %s", tc.typed, tc.q, got, tc.want)
		}
	}
}

func TestFinder(t *testing.T) {
	script := &transcript.Transcript{}
	for _, text := range []string{"The board met. BOARD.", "Bored", "a boa", "", "Ｂｏａｒｄ"} {
		script.Turns = append(script.Turns, transcript.Turn{Text: text})
	}
	f := search.NewFinder(script)
	// The queries are those of a reader who types, extends, corrects and deletes. Some
	// are empty.
	for _, query := range []string{"b", "bo", "boa", "boar", "board", "bor", "b", "", " ", "x", "xb", "BOARD"} {
		want := search.New(script).Find(query)
		got := f.Find(query)
		if (got == nil) != (want == nil) {
			t.Fatalf("%q: got %v, want %v", query, got, want)
		}
		for i := range got {
			if len(want[i]) == 0 && got[i] != nil || len(want[i]) > 0 && (len(got[i]) != 1 || got[i][0] != want[i][0]) {
				t.Errorf("%q in turn %d: first %v, want the first of %v", query, i+1, got[i], want[i])
			}
			if !slices.Equal(f.All(i), want[i]) {
				t.Errorf("%q in turn %d: all %v, want %v", query, i+1, f.All(i), want[i])
			}
		}
	}
}

func TestSpellings(t *testing.T) {
	for word, want := range map[string]string{
		"Tide":       "Tide",
		"flow":       "flow ﬂow",
		"ﬂow":        "ﬂow flow",
		"f\u200dlow": "f\u200dlow flow ﬂow",
		"Strasse":    "Strasse straße",
		"Straße":     "Straße strasse",
		"Ёлка":       "Ёлка елка",
		"董事":         "董事",
		"fiancee":    "fiancee ﬁancee",
	} {
		if got := strings.Join(search.Spellings(word), " "); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
