package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-text/typesetting/di"

	"quoteline/shared/card"
)

const mostBytes = 30_000

// loaded returns all fonts.
func loaded(t testing.TB) *Fonts {
	t.Helper()
	fonts := &Fonts{}
	for _, name := range []card.Font{card.Serif, card.Sans, card.Bold, card.Arabic, card.Hebrew} {
		file, err := os.ReadFile(filepath.Join("../../web/fonts", string(name)+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		if err := fonts.Add(name, file); err != nil {
			t.Fatal(err)
		}
	}
	return fonts
}

// samples returns cards (pictures shown with links) to draw, by name. The cards have
// texts in many writing systems, and texts that are hard to draw, such as a very long
// one.
func samples() map[string]*card.Card {
	long := strings.Repeat("The board will conduct an independent review. ", 13)
	all := map[string]*card.Card{
		"latin":    quote("It’s a better question for them.", "Speaker A", "Turn 4 of 30"),
		"long":     quote(long, "Speaker A", "Turn 4 of 30"),
		"greek":    quote("Το συμβούλιο θα διεξαγάγει ανεξάρτητη έρευνα. Τό εὐχαριστῶ πολύ.", "Ομιλητής Α", "Turn 4 of 30"),
		"cyrillic": quote("Совет проведёт независимое расследование. Я это приветствую.", "Участник А", "Turn 4 of 30"),
		"arabic":   quote("سيجري المجلس مراجعة مستقلة، وأنا أرحب بذلك كثيرا. قال Speaker A في 2023.", "المتحدث أ", "الدور 4 من 30"),
		"hebrew":   quote("המועצה תערוך בדיקה עצמאית. אני מברך על כך מאוד (Speaker A, 2023).", "דובר א", "תור 4 מתוך 30"),
		"chinese":  quote("董事会将进行独立审查。", "发言人", "第 4 轮，共 30 轮"),
		"emoji":    quote("I like the colour blue 💙 and green.", "Speaker A", "Turn 4 of 30"),
		"address":  quote("https://edge.example/"+strings.Repeat("a-very-long-path/", 9), "Speaker A", "Turn 4 of 30"),
		"nothing":  {},
		"varied":   quote(varied(600), "Speaker A", "Turn 4 of 30"),
		"whole": {
			Words: "Why were you fired? And why did you come back?", WordsLang: "en",
			Summary: "Sam Altman and Mira Murati by telephone, on the day of his return to OpenAI.",
			Names:   []card.Name{{Lane: 0, Name: "Host"}, {Lane: 1, Name: "Speaker A"}, {Lane: 2, Name: "Speaker B"}},
			Source:  "Publisher", Place: "30 turns, 1,043 words", Number: "30",
		},
	}
	all["arabic"].RightToLeft, all["hebrew"].RightToLeft = true, true
	all["long"].Continues = true
	for i := range 8 {
		all["whole"].Lanes = append(all["whole"].Lanes, card.Lane{Host: i == 0, Colour: i})
		all["whole"].Bars = append(all["whole"].Bars, card.Bar{X: i * 1250, W: 1250, Lane: i, Filled: card.Full})
		all["whole"].Names = append(all["whole"].Names, card.Name{Lane: i, Name: "One of many speakers"})
	}
	return all
}

// varied returns a text of n letters in which hardly anything repeats, so that its picture
// is a large file.
func varied(n int) string {
	const letters = "etaoinshrdlucmfwypvbgkqjxzETAOINSHR  "
	text, state := make([]byte, n), uint32(1)
	for i := range text {
		state = state*1664525 + 1013904223
		if text[i] = letters[state>>16%uint32(len(letters))]; i%6 == 5 {
			text[i] = ' '
		}
	}
	return string(text)
}

// quote returns the card (the picture shown with a link) of a quote.
func quote(words, name, place string) *card.Card {
	return &card.Card{
		Words: words, Names: []card.Name{{Lane: 1, Name: name, Role: "CEO, OpenAI"}},
		Source: "Why were you fired? And why did you come back?", Place: place, Number: "4 / 30",
		Lanes:   []card.Lane{{Host: true}, {Colour: 1}},
		Bars:    []card.Bar{{X: 0, W: 4000, Lane: 0, Filled: card.Full}, {X: 4000, W: 6000, Lane: 1, Filled: card.Full}},
		Lit:     &card.Bar{X: 4000, W: 6000, Lane: 1, Filled: card.Full},
		Threads: []card.Thread{{X: 4000, Top: 0, End: 1}},
		Ticks:   []card.Tick{{X: 0, Text: "1"}, {X: 4000, Text: "2"}},
	}
}

// drawn draws a card, and reads the picture back.
func drawn(t testing.TB, c *card.Card, fonts *Fonts) (*image.Paletted, []byte) {
	t.Helper()
	file, err := Draw(c, fonts)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return picture.(*image.Paletted), file
}

func TestEveryCard(t *testing.T) {
	fonts := loaded(t)
	for name, c := range samples() {
		picture, file := drawn(t, c, fonts)
		if dir := os.Getenv("CARDS"); dir != "" { // to look at them
			if err := os.WriteFile(filepath.Join(dir, name+".png"), file, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if size := picture.Rect.Size(); size != image.Pt(card.Width, card.Height) {
			t.Errorf("%s: %v", name, size)
		}
		if len(file) > mostBytes {
			t.Errorf("%s: %d bytes", name, len(file))
		}
		if n := len(picture.Palette); n > colours {
			t.Errorf("%s: %d colours", name, n)
		}
		const overhang = 4 // of letters such as an italic f
		inside := image.Rect(margin-overhang, ruleTop, margin+width+overhang, card.Height-16)
		if outside := inkIn(picture, picture.Rect) - inkIn(picture, inside); outside > 0 {
			t.Errorf("%s: %d pixels outside the margins", name, outside)
		}
		if _, again := drawn(t, c, fonts); !bytes.Equal(file, again) {
			t.Errorf("%s: two pictures differ", name)
		}
	}
}

// inkIn counts the pixels in r that do not have the colour of the paper.
func inkIn(picture *image.Paletted, r image.Rectangle) (n int) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if picture.ColorIndexAt(x, y) != 0 {
				n++
			}
		}
	}
	return n
}

// wordsIn returns the rectangle around the first line of words in a picture. It is empty
// if there are no words.
func wordsIn(picture *image.Paletted) (r image.Rectangle) {
	for y := wordsTop; y < wordsTop+leading(sizes[0]); y++ {
		for x := range card.Width {
			if picture.ColorIndexAt(x, y) != 0 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func TestDirectionOfWords(t *testing.T) {
	fonts := loaded(t)
	const near = 12
	for name, toLeft := range map[string]bool{"latin": false, "greek": false, "arabic": true, "hebrew": true} {
		c := samples()[name]
		c.Words = string([]rune(c.Words)[:20])
		picture, _ := drawn(t, c, fonts)
		r := wordsIn(picture)
		if left, right := r.Min.X < margin+near, r.Max.X > margin+width-near; left == toLeft || right != toLeft {
			t.Errorf("%s: words in %v", name, r)
		}
		names := image.Rect(margin, placeY-smallSize, margin+near, placeY)
		if left := inkIn(picture, names) > 0; left == toLeft {
			t.Errorf("%s: a place at the left is %v", name, left)
		}
	}
}

// The quotes in the samples come from the end of their conversation. So the bar of the
// quote must be at the right of the timeline. In a card (a picture shown with a link) in
// Arabic it must be at the left.
func TestDirectionOfTime(t *testing.T) {
	fonts := loaded(t)
	for name, toLeft := range map[string]bool{"latin": false, "arabic": true} {
		picture, _ := drawn(t, samples()[name], fonts)
		lit := uint8(picture.Palette.Index(speakers[1]))
		for x, want := range map[int]bool{margin + 60: toLeft, margin + width - 60: !toLeft} {
			found := false
			for y := range hairY {
				found = found || picture.ColorIndexAt(x, y) == lit
			}
			if found != want {
				t.Errorf("%s: the bar of the quote at %d: %v", name, x, found)
			}
		}
	}
}

// In Hebrew, the letters of a word run from right to left, and the digits of a number run
// from left to right.
func TestOrderOfGlyphs(t *testing.T) {
	fonts := loaded(t)
	st := &style{fonts: fonts.family(card.Serif), size: 40}
	var s setter
	runs := s.runs([]rune("אב 12"), st, di.DirectionRTL)
	var got []rune
	for visual := len(runs) - 1; visual >= 0; visual-- { // a paragraph that runs to the left
		for _, g := range runs[visual].Glyphs {
			got = append(got, []rune("אב 12")[g.TextIndex()])
		}
	}
	if string(got) != "12 בא" {
		t.Errorf("%q from left to right", string(got))
	}
}

// In Arabic, a letter that is joined to another letter has another glyph (shape in the
// font) than a single letter.
func TestArabicIsJoined(t *testing.T) {
	fonts := loaded(t)
	st := &style{fonts: fonts.family(card.Serif), size: 40}
	var s setter
	for _, letter := range "بتثجحخسشصضطظعغفقكلمنهيئپچگکی" {
		single, _ := fonts.faces[card.Arabic].NominalGlyph(letter)
		glyphs := s.runs([]rune{letter, letter, letter}, st, di.DirectionRTL)[0].Glyphs
		for i := range glyphs {
			if glyphs[i].GlyphID == single {
				t.Errorf("%c is not joined as letter %d of three", letter, len(glyphs)-i)
			}
		}
		if len(glyphs) == 3 && (glyphs[0].GlyphID == glyphs[1].GlyphID || glyphs[1].GlyphID == glyphs[2].GlyphID) {
			t.Errorf("%c has one form at two places of a word", letter)
		}
	}
}

// The box that a font has for missing characters is its glyph 0. It must never be drawn.
func TestNoBoxes(t *testing.T) {
	fonts := loaded(t)
	texts := []string{"a\u00ADb\u200Dc", "q\u0301", "日本", "ሀ", "💙", "\uFFFD", "\U000F0000", "\u2028x", "a\tb", "ﷺ", "بَّ", "שׁ", "ǅ", "ⱥ", "ﬁ"}
	for _, c := range samples() {
		texts = append(texts, c.Words, c.Place, c.Source)
	}
	var s setter
	for _, text := range texts {
		for _, name := range []card.Font{card.Serif, card.Sans, card.Bold} {
			st := &style{fonts: fonts.family(name), size: 40}
			runes, _ := prepared(text, st.fonts)
			if len(runes) == 0 {
				continue
			}
			for _, run := range s.runs(runes, st, directionOf(runes)) {
				for _, g := range run.Glyphs {
					if g.GlyphID == 0 {
						t.Errorf("%s: a box in %q", name, text)
					}
				}
			}
		}
	}
}

func TestPrepared(t *testing.T) {
	fonts := loaded(t).family(card.Serif)
	for text, want := range map[string]string{
		"blue":                 "blue",
		"co\u00ADlour":         "colour",
		"I like 💙 blue":        "I like",
		"I like blue💙 and red": "I like",
		"董事会":                  "",
		"":                     "",
		"a\nb":                 "a b",
	} {
		got, whole := prepared(text, fonts)
		if string(got) != want || whole != (len(got) == len([]rune(text)) || text == "co\u00ADlour") {
			t.Errorf("%q: %q, whole %v", text, string(got), whole)
		}
	}
}

// If a text does not fit, the last line must end with a whole word and an ellipsis.
func TestShortened(t *testing.T) {
	fonts := loaded(t)
	st := &style{fonts: fonts.family(card.Serif), size: 40}
	var s setter
	for _, tc := range []struct {
		text string
		more bool
		fits bool
	}{
		{"It fits.", false, true},
		{"It fits, and more follows.", true, false},
		{strings.Repeat("independent review ", 40), false, false},
		{strings.Repeat("independent review ", 40), true, false},
	} {
		text := []rune(tc.text)
		lines, fits := s.lines(text, st, 600, 3, tc.more)
		if fits != tc.fits || len(lines) == 0 || len(lines) > 3 {
			t.Errorf("%.20q: %d lines, fits %v", tc.text, len(lines), fits)
		}
		last := lines[len(lines)-1]
		end := last[len(last)-1]
		dots, _ := fonts.faces[card.Serif].NominalGlyph('…')
		if ends := end.Glyphs[len(end.Glyphs)-1].GlyphID == dots; ends == tc.fits {
			t.Errorf("%.20q: an ellipsis is %v", tc.text, ends)
		}
		if !tc.fits {
			// The last run (text in one font and direction) is the ellipsis. Its offset
			// is where the text was cut. The cut must be after a space.
			if at := end.Runes.Offset; at > 0 && at < len(text) && text[at-1] != ' ' {
				t.Errorf("%.20q: cut inside a word at %d", tc.text, at)
			}
		}
	}
}

// If the fonts lack the characters of the words, the card (the picture shown with a link)
// must have a large timeline and the numbers of the place, such as "12 / 30".
func TestWithoutWords(t *testing.T) {
	fonts := loaded(t)
	picture, _ := drawn(t, samples()["chinese"], fonts)
	lit := picture.Palette.Index(speakers[1])
	height := 0
	for y := range card.Height {
		if picture.ColorIndexAt(margin+width-20, y) == uint8(lit) {
			height++
		}
	}
	if height < 50 {
		t.Errorf("the bar of the quote is %d pixels high", height)
	}
	if inkIn(picture, image.Rect(margin, placeY-smallSize, margin+200, placeY+4)) == 0 {
		t.Error("no numbers")
	}
	latin, _ := drawn(t, samples()["latin"], fonts)
	if r := wordsIn(latin); r.Empty() {
		t.Error("no words")
	}
}

// The drawing may change only together with card.Revision, which is a part of the entity
// tags. The pictures in testdata are those of this revision. A processor may round a
// letter's edge differently, so single pixels may have a neighbouring grey.
func TestPicturesOfTheRevision(t *testing.T) {
	fonts := loaded(t)
	for _, name := range []string{"latin", "arabic", "whole", "chinese"} {
		path := filepath.Join("testdata", name+".png")
		picture, file := drawn(t, samples()[name], fonts)
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, file, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		golden, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := png.Decode(bytes.NewReader(golden))
		if err != nil {
			t.Fatal(err)
		}
		different := 0
		for y := range card.Height {
			for x := range card.Width {
				a, b := color.GrayModel.Convert(picture.At(x, y)).(color.Gray), color.GrayModel.Convert(want.At(x, y)).(color.Gray)
				if max(a.Y, b.Y)-min(a.Y, b.Y) > 40 {
					different++
				}
			}
		}
		if different > 0 {
			t.Errorf("%s: %d pixels differ from the picture in testdata: if that is on purpose, increase card.Revision", name, different)
		}
	}
}

func TestMissingFont(t *testing.T) {
	if _, err := Draw(samples()["latin"], &Fonts{}); err == nil || err.Error() == "" {
		t.Error("drawn without fonts")
	}
	if err := (&Fonts{}).Add(card.Serif, []byte("no font")); err == nil {
		t.Error("a text was read as a font")
	}
}

func BenchmarkDraw(b *testing.B) {
	fonts := loaded(b)
	c := samples()["long"]
	for b.Loop() {
		if _, err := Draw(c, fonts); err != nil {
			b.Fatal(err)
		}
	}
}
