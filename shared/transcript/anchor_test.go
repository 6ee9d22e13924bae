package transcript

import (
	"strings"
	"testing"
)

func TestAnchorRoundTrip(t *testing.T) {
	for _, s := range []string{"abc", "abc:0-4~0123abcd", "abc:12-345~ffffffff"} {
		a, ok := ParseAnchor(s)
		if !ok || a.String() != s {
			t.Errorf("%q is read as %+v, written %q", s, a, a.String())
		}
	}
}

func TestParseAnchorKeepsTheTurn(t *testing.T) {
	for _, s := range []string{"abc:", "abc:1", "abc:1-", "abc:5-5~01234567", "abc:9-5~01234567", "abc:1-2~x", "abc:-1-2~01234567", "abc:1-9999999999~01234567"} {
		a, ok := ParseAnchor(s)
		if !ok || a.Turn != "abc" || !a.Whole() {
			t.Errorf("%q is read as %+v, want the whole turn", s, a)
		}
	}
	if _, ok := ParseAnchor(":1-2~01234567"); ok {
		t.Error("an anchor without a turn is accepted")
	}
}

func TestResolve(t *testing.T) {
	before := &Transcript{Turns: []Turn{
		{ID: "a", Text: "Why did you “return”?"},
		{ID: "b", Text: "It took me a few minutes.\nThen I said yes – naïvely."},
	}}
	linked := func(turn int, words string) Anchor {
		start := strings.Index(before.Turns[turn].Text, words)
		return AnchorOf(&before.Turns[turn], Range{start, start + len(words)})
	}
	tests := []struct {
		name   string
		anchor Anchor
		after  []Turn
		turn   int
		words  string
		proof  Proof
	}{
		{"the same words", linked(1, "a few minutes"), before.Turns, 1, "a few minutes", Unchanged},
		{"beyond ASCII", linked(1, "naïvely"), before.Turns, 1, "naïvely", Unchanged},
		{"over a paragraph", linked(1, "minutes.\nThen"), before.Turns, 1, "minutes.\nThen", Unchanged},
		{"a whole turn", Anchor{Turn: "a"}, before.Turns, 0, "", Unproven},
		{"moved in the turn", linked(1, "few minutes"), []Turn{{ID: "b", Text: "Well, it took me just a few minutes."}}, 0, "few minutes", Moved},
		{"moved to another turn", linked(1, "few minutes"), []Turn{{ID: "b", Text: "Yes."}, {ID: "c", Text: "A few minutes."}}, 1, "few minutes", Moved},
		{"changed", linked(1, "few minutes"), []Turn{{ID: "a", Text: "Why?"}, {ID: "b", Text: "It took me a moment."}}, 1, "", Reworded},
		{"part of another word is not it", linked(0, "you"), []Turn{{ID: "a", Text: "So why did your"}}, 0, "", Reworded},
		{"gone", linked(1, "few minutes"), []Turn{{ID: "a", Text: "Why?"}}, -1, "", Reworded},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after := &Transcript{Turns: tt.after}
			turn, r, proof := tt.anchor.Resolve(after)
			words := ""
			if turn >= 0 {
				words = after.Turns[turn].Text[r.Start:r.End]
			}
			if turn != tt.turn || words != tt.words || proof != tt.proof {
				t.Errorf("turn %d %q proof %d, want turn %d %q proof %d", turn, words, proof, tt.turn, tt.words, tt.proof)
			}
		})
	}
}

func TestWidenToWords(t *testing.T) {
	const english = "It took me (well, a few) minutes."
	const german = "Grüße, müde Übung"
	const russian = "Она сказала: «Нет», и всё."
	const arabic = "قالت: لا، شكرًا."
	const persian = "او می\u200cرود، نه؟"
	const chinese = "我们学到了很多。是的。"
	const korean = "이사회가 결정했다."
	for _, tt := range []struct{ text, selected, want string }{
		{english, "ook m", "took me"},
		{english, " took ", "took"},
		{english, "few) minutes.", "few) minutes."},
		{english, ", a f", ", a few"},
		{english, " ", ""},
		{english, "(well", "(well"},
		{german, "m", "müde"},
		{german, "bu", "Übung"},
		{russian, "каза", "сказала"},
		{russian, "Нет", "Нет"},
		{russian, "«Нет", "«Нет"},
		{russian, "всё.", "всё."},
		{arabic, "كر", "شكرًا"},
		{arabic, "لا", "لا"},
		{persian, "می", "می\u200cرود"},
		{chinese, "学到", "学到"},
		{chinese, "很多。", "很多。"},
		{korean, "사회", "이사회가"},
		{"board 会议 now", "会", "会"},
		{"Ka\u0301ja Käse", "ja", "Ka\u0301ja"},
	} {
		start := strings.Index(tt.text, tt.selected)
		r := WidenToWords(tt.text, Range{start, start + len(tt.selected)})
		if got := tt.text[r.Start:r.End]; got != tt.want {
			t.Errorf("%q is widened to %q, want %q", tt.selected, got, tt.want)
		}
	}
}

// If the linked words are now at another place of the text, they must be found, in
// every kind of script.
func TestMovedWords(t *testing.T) {
	for _, words := range []string{"a few", "«Нет»", "لا، شكرًا", "学到了很多", "이사회가", "“Neither”"} {
		before := Turn{ID: "a", Text: words + " – " + words}
		a := AnchorOf(&before, Range{0, len(words)})
		after := &Transcript{Turns: []Turn{{ID: "a", Text: "Well: " + words + "."}}}
		if _, r, proof := a.Resolve(after); proof != Moved || after.Turns[0].Text[r.Start:r.End] != words {
			t.Errorf("%q: proof %d, range %v", words, proof, r)
		}
	}
}

func FuzzAnchor(f *testing.F) {
	f.Add("abc:1-4~0123abcd", "some words")
	f.Fuzz(func(t *testing.T, s, text string) {
		a, ok := ParseAnchor(s)
		if !ok {
			return
		}
		script := &Transcript{Turns: []Turn{{ID: a.Turn, Text: text}}}
		if turn, r, _ := a.Resolve(script); turn >= 0 && (r.Start < 0 || r.End > len(text) || r.Start > r.End) {
			t.Fatalf("range %v in %d bytes", r, len(text))
		}
		if again, _ := ParseAnchor(a.String()); again != a {
			t.Fatalf("%+v is read again as %+v", a, again)
		}
	})
}
