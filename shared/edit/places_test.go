package edit

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"quoteline/shared/ingest"
)

// TestPlacesFollowTheirWords replaces some words of each text by other words. The old
// words are in the field "before", and the new words are in the field "value". Another
// step of the editor refers to a position in the text. The character "¶" marks this
// position in the fields text and want, and is not a part of the text.
func TestPlacesFollowTheirWords(t *testing.T) {
	for _, tt := range []struct{ name, text, before, value, want string }{
		{"before it on its line", "A: Ofetn. ¶B: Yes.", "Ofetn.", "Often.", "A: Often. ¶B: Yes."},
		{"longer, with an accent", "A: cafe ¶B: Yes.", "cafe", "the café", "A: the café ¶B: Yes."},
		{"behind it", "A: No. ¶B: Yes.", "Yes.", "Yes.\nAh.", "A: No. ¶B: Yes.\nAh."},
		{"the line itself", "A: No. ¶B: Yes, yes.", "A: No. B: Yes, yes.", "A: Never. B: Yes.", "A: Never. ¶B: Yes."},
		{"a line end put before it", "A: One. ¶B: Yes.", "One.", "One.\n\nAnd two.", "A: One.\n\nAnd two. ¶B: Yes."},
		{"line ends taken away", "A: One.\r\nC: Two.\r\n¶B: Yes.", "One.\r\nC: Two.\r\n", "Three. ", "A: Three. ¶B: Yes."},
		{"inserted before it", "A: No.\n¶B: Yes.", "B: Yes.", "Well. B: Yes.", "A: No.\nWell. ¶B: Yes."},
		{"lines far above", "A: One.\nB: Two.\nA: ¶B: Yes.", "A: One.", "", "\nB: Two.\nA: ¶B: Yes."},
		{"its word", "A: No. ¶B: Yes.", "B:", "D:", ""},
		{"all of it", "A: No. ¶B: Yes.", "No. B: Yes.", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.ReplaceAll(tt.text, "¶", "")
			p := placeAt(text, strings.Index(tt.text, "¶"))
			at := placeAt(text, strings.Index(text, tt.before))
			got, steps, misfits := Source(text, []Step{
				{Kind: KindDecide, Decision: ingest.IDAt(ingest.DecideSplit, p), Apply: true},
				{Kind: KindLeaveOut, Line: p.Line, Column: p.Column},
				{Kind: KindSource, Line: at.Line, Column: at.Column, Before: tt.before, Value: tt.value},
			})
			if tt.want == "" {
				if len(misfits) != 2 || misfits[0].Step != 0 || steps[0] != (Step{}) || steps[1] != (Step{}) {
					t.Errorf("got %v, %v", steps, misfits)
				}
				return
			}
			want := placeAt(got, strings.Index(tt.want, "¶"))
			_, decided, _ := ingest.PlaceOf(steps[0].Decision)
			left := ingest.Position{Line: steps[1].Line, Column: steps[1].Column}
			if len(misfits) > 0 || got != strings.ReplaceAll(tt.want, "¶", "") || decided != want || left != want {
				t.Errorf("got %q, %v and %v, want %v; %v", got, decided, left, want, misfits)
			}
		})
	}
}

// TestOnlyTheLastOfSeveralChoicesIsReported has two steps (an editor's changes). Both
// decide whether a turn is split at the same words. Only the later step has an effect.
// Therefore, when these words are deleted, only the later step is reported as one that
// does not fit.
func TestOnlyTheLastOfSeveralChoicesIsReported(t *testing.T) {
	_, steps, misfits := Source("A: No. B: Yes.", []Step{
		{Kind: KindDecide, Decision: "split:1:8", Apply: true},
		{Kind: KindSource, Line: 1, Column: 4, Before: "No.", Value: "Never."},
		{Kind: KindDecide, Decision: "split:1:11"},
		{Kind: KindSource, Line: 1, Column: 11, Before: "B:", Value: ""},
		{Kind: KindDecide, Decision: "label:gone"},
	})
	if len(misfits) != 1 || misfits[0].Step != 2 {
		t.Errorf("got %v", misfits)
	}
	if misfits = Unused(steps, []string{"label:gone", "split:1:11"}); len(misfits) != 1 || misfits[0].Step != 4 {
		t.Errorf("unused are %v", misfits)
	}
}

// TestPlacesOutsideOfEdits replaces random characters of a text by other random
// characters. Method lead must find the new position of each character before and
// after the replaced ones. Line ends are not tried, because an editor's step never
// refers to one.
func TestPlacesOutsideOfEdits(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	random := func(most int) string {
		var b strings.Builder
		for range dice.IntN(most + 1) {
			b.WriteString([]string{"a", "é", " ", "\n", "\r", "\r\n"}[dice.IntN(6)])
		}
		return b.String()
	}
	for range 20_000 {
		text := random(12) + "x"
		at, end := dice.IntN(len(text)), dice.IntN(len(text))
		if at > end || !utf8.RuneStart(text[at]) || !utf8.RuneStart(text[end]) {
			continue
		}
		value := random(4)
		s := Step{Before: text[at:end], Value: value}
		p := placeAt(text, at)
		s.Line, s.Column = p.Line, p.Column
		after := text[:at] + value + text[end:]
		m := newMove(text, after, at, &s)
		for i := range text {
			want := i
			switch {
			case text[i] == '\r' || text[i] == '\n' || i >= at && i < end:
				continue
			case i >= end:
				want += len(value) - len(s.Before)
			}
			got, ok := m.lead(placeAt(text, i))
			if !ok || got != placeAt(after, want) {
				t.Fatalf("%q with %q for %q at %d: %d leads to %v, %v, want %v", text, value, s.Before, at, i, got, ok, placeAt(after, want))
			}
		}
	}
}

// placeAt returns the line and column of a byte offset.
func placeAt(text string, at int) ingest.Position {
	return ingest.Position{Line: 1, Column: 1}.Past(text, 0, at)
}
