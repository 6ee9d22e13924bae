package reader_test

import (
	"reflect"
	"strings"
	"testing"

	"quoteline/shared/export/cite"
	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/transcript"
)

func TestPartsAt(t *testing.T) {
	s := openConversation(arch(archBefore...))
	whole := func(n int) cite.Part {
		return cite.Part{Turn: n - 1, Words: transcript.Range{End: len(archBefore[n-1])}}
	}
	words := func(n, start, end int) cite.Part {
		return cite.Part{Turn: n - 1, Words: transcript.Range{Start: start, End: end}}
	}
	tests := []struct {
		name     string
		turn     int
		selected []reader.Selected
		want     []cite.Part
	}{
		{"nothing is selected", 3, nil, []cite.Part{whole(3)}},
		{"words", 3, []reader.Selected{{3, 7, 16}}, []cite.Part{words(3, 7, 16)}},
		{"a part of a word", 3, []reader.Selected{{3, 8, 13}}, []cite.Part{words(3, 7, 16)}},
		{"spaces around them", 3, []reader.Selected{{3, 6, 12}}, []cite.Part{words(3, 7, 11)}},
		{"white space alone", 3, []reader.Selected{{3, 6, 7}}, []cite.Part{whole(3)}},
		{"words of another turn", 3, []reader.Selected{{4, 0, 4}}, []cite.Part{whole(3)}},
		{"several turns", 3, []reader.Selected{{2, 75, 99}, {3, 0, 99}, {4, 0, 4}},
			[]cite.Part{words(2, 75, len(archBefore[1])), whole(3), words(4, 0, 4)}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			var parts []cite.Part
			for _, selected := range tc.selected {
				parts = s.AppendPart(parts, selected)
			}
			if got := s.PartsAt(tc.turn, parts); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("%v, want %v", got, tc.want)
			}
		})
	}
}

// TestAppendPartCountsCodePoints checks that Start and End of a selection count code
// points, not bytes or UTF-16 code units.
func TestAppendPartCountsCodePoints(t *testing.T) {
	s := openConversation(arch("Grüße 🏛 vom Hafen"))
	part := s.AppendPart(nil, reader.Selected{Turn: 1, Start: 8, End: 11})[0]
	if got := s.Turn(1).Text[part.Words.Start:part.Words.End]; got != "vom" {
		t.Errorf("%q, want \"vom\"", got)
	}
}

func TestLinkTo(t *testing.T) {
	s := openConversation(arch(archBefore...))
	whole := []cite.Part{{Turn: 2, Words: transcript.Range{End: len(archBefore[2])}}}
	some := []cite.Part{{Turn: 2, Words: transcript.Range{Start: 7, End: 16}}, whole[0]}
	const base = "https://edge.example"
	const page = "https://news.example/story?from=letter"
	tests := []struct {
		name  string
		place reader.Place
		parts []cite.Part
		want  string
	}{
		{"a turn", reader.Place{Page: page}, whole, page + "#q=t3"},
		{"words", reader.Place{Page: page}, some, page + "#q=" + linkTo(t, 3, "ever fall")},
		{"the choice and a place in the page are left out", reader.Place{Page: page, Fragment: "top&s=host&q=t1"}, whole, page + "#q=t3"},
		{"a route of the page stays", reader.Place{Page: page, Fragment: "/story?find=x"}, whole, page + "#/story?q=t3"},
		{"the page has a canonical address", reader.Place{Page: page, Canonical: "https://news.example/story"}, whole, "https://news.example/story#q=t3"},
		{"what only follows the reader is left out", reader.Place{Page: page + "&utm_source=x"}, whole, page + "#q=t3"},
		{"in a frame of the endpoint", reader.Place{Page: base + "/embed/made-up", Fragment: "top"}, whole, base + "/t/made-up#q=t3"},
		{"in a frame made from a string", reader.Place{Page: "about:srcdoc", Fragment: "top"}, whole, base + "/t/made-up#q=t3"},
		{"the page keeps the timeline out of its address", reader.Place{}, whole, base + "/t/made-up#q=t3"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			if got := s.LinkTo(tc.parts, tc.place, base); got != tc.want {
				t.Errorf("%s, want %s", got, tc.want)
			}
		})
	}
}

func TestCompose(t *testing.T) {
	s := openConversation(arch(archBefore...))
	parts := []cite.Part{{Turn: 3, Words: transcript.Range{End: len(archBefore[3])}}}
	const link = "https://news.example/#q=t4"
	tests := []struct {
		style, begins string
		html          bool
	}{
		{reader.StyleLink, link, false},
		{reader.StyleQuote, "“Once, in a storm.” — Speaker A", true},
		{reader.StyleShare, "“Once, in a storm.” — Speaker A", false},
		{"markdown", "> Once, in a storm.", false},
		{"html", "<blockquote", false},
		{"ap", "Speaker A, in “Made up”", false},
		{"bibtex", "@misc{made-up-t4,", false},
		{"ris", "TY  - ELEC", false},
		{"csl", "[", false},
		{"unknown", "“Once, in a storm.” — Speaker A", false},
	}
	for _, tc := range tests {
		t.Run(tc.style, func(t *testing.T) {
			text, html := s.Compose(tc.style, parts, link)
			if !strings.HasPrefix(text, tc.begins) || !strings.Contains(text, link) {
				t.Errorf("text %q, want it to begin with %q and to have the link", text, tc.begins)
			}
			if strings.HasPrefix(html, "<blockquote") != tc.html || !tc.html && html != "" {
				t.Errorf("HTML %q", html)
			}
		})
	}
}

func TestCopied(t *testing.T) {
	s := openConversation(arch(archBefore...))
	whole := []cite.Part{{Turn: 2, Words: transcript.Range{End: len(archBefore[2])}}}
	some := []cite.Part{{Turn: 2, Words: transcript.Range{Start: 7, End: 16}}}
	for _, tc := range []struct {
		style string
		parts []cite.Part
		want  messages.Phrase
	}{
		{reader.StyleLink, whole, messages.Copied},
		{reader.StyleLink, some, messages.CopiedWords},
		{reader.StyleQuote, some, messages.Copied},
	} {
		if got := s.Copied(tc.style, tc.parts); got != tc.want {
			t.Errorf("%s of %v: phrase %d, want %d", tc.style, tc.parts, got, tc.want)
		}
	}
}
