package card_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/card"
)

// whole is a card that has every field.
func whole() *card.Card {
	return &card.Card{
		RightToLeft: true, Words: "I like blue.", WordsLang: "en", Continues: true, Summary: "On colours",
		Names:  []card.Name{{Lane: 1, Name: "Ann", Role: "Painter"}, {Lane: -1, Name: "note"}},
		Source: "Colours", Place: "Turn 1 of 2", Number: "1 / 2",
		Lanes:   []card.Lane{{Host: true}, {Colour: 1}},
		Bars:    []card.Bar{{X: 0, W: 4000, Lane: 0, Filled: card.Full}, {X: 4000, W: 6000, Lane: 1, Filled: 40}},
		Lit:     &card.Bar{X: 4000, W: 6000, Lane: 1, Filled: card.Full},
		Threads: []card.Thread{{X: 4000, Top: 0, End: 1}},
		Ticks:   []card.Tick{{X: 0, Text: "1"}, {X: 4000, Text: "2"}},
	}
}

func TestDescriptionReadsBack(t *testing.T) {
	for _, c := range []*card.Card{{}, {Words: "x"}, whole()} {
		got, err := card.Parse(string(c.Append(nil)))
		if err != nil || !reflect.DeepEqual(got, c) {
			t.Errorf("%+v, %v\nwant %+v", got, err, c)
		}
	}
}

// Each line of a description is a field. So Append must replace the line breaks in a
// text. Otherwise a text could add a field of its own.
func TestTextHasNoLineBreaks(t *testing.T) {
	c := &card.Card{Words: "a\nn 99\r\n\x00b", Place: "here"}
	got, err := card.Parse(string(c.Append(nil)))
	if err != nil || got.Words != "a n 99   b" || got.Number != "" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"another revision":         "c 0\n",
		"no revision":              "w hello\n",
		"an empty line":            "c 2\n\n",
		"an unknown letter":        "c 2\nz 1\n",
		"too few numbers":          "c 2\nL 0 1\nB 1 2 0\n",
		"too many numbers":         "c 2\nL 0 1\nB 1 2 0 100 5\n",
		"no number":                "c 2\nL x\n",
		"a bar without a lane":     "c 2\nB 1 2 0 100\n",
		"a bar beyond the end":     "c 2\nL 0 1\nB 9000 2000 0 100\n",
		"a bar before the start":   "c 2\nL 0 1\nB -1 2000 0 100\n",
		"a quote without a lane":   "c 2\nL 0 1\nQ 0 10 1 100\n",
		"a thread without a lane":  "c 2\nL 0 1\nT 5 0 1\n",
		"a thread upside down":     "c 2\nL 0 1\nL 0 1\nT 5 1 0\n",
		"a name without its lane":  "c 2\nN 3\n",
		"a role without a name":    "c 2\nR boss\n",
		"an unknown colour":        "c 2\nL 0 8\n",
		"a number above the limit": "c 2\nL 0 1\nT 10001 0 0\n",
	} {
		_, err := card.Parse(text)
		if fault, ok := errors.AsType[*card.SyntaxError](err); !ok || fault.Line == 0 || fault.Error() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFonts(t *testing.T) {
	for words, want := range map[string]string{
		"Blue Ελληνικά Русский": "serif sans bold",
		"السلام":                "serif sans bold arabic",
		"שלום":                  "serif sans bold hebrew",
		"שלום السلام":           "serif sans bold arabic hebrew",
		"蓝":                     "serif sans bold",
		"":                      "serif sans bold",
	} {
		for _, c := range []*card.Card{{Words: words}, {Names: []card.Name{{Role: words}}}, {Place: words}} {
			var got []string
			for _, font := range c.Fonts() {
				got = append(got, string(font))
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s: %v, want %s", words, got, want)
			}
		}
	}
}

func TestIsRightToLeft(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "12": false, "Blue": false, "שלום": true, "السلام": true, "“שלום”": true, "12 שלום": true,
		"Blue שלום": false, "שלום Blue": true, "Ελ שלום": false, "蓝 שלום": false, "٣ Blue": false, "क שלום": false,
	} {
		if got := card.IsRightToLeft(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(string(whole().Append(nil)))
	f.Add("c 2\nL 0 1\nB 1 2 0 100\n")
	f.Add("c 2\nw a\x13\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := card.Parse(text)
		if err != nil {
			return
		}
		again, err := card.Parse(string(c.Append(nil)))
		// Append writes a space in place of a control character.
		control := func(r rune) bool { return r < ' ' }
		if err != nil || !slices.Equal(again.Bars, c.Bars) || again.Words != c.Words && !strings.ContainsFunc(c.Words, control) {
			t.Errorf("%+v, %v\nfrom %+v", again, err, c)
		}
	})
}
