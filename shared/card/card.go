// Package card describes a card: the picture of an interview or of one quote that other
// sites show with a link. The server writes the description, and a separate program draws
// the picture from it (package draw). Two equal descriptions give two equal pictures.
//
// A description is text in UTF-8. Each line is a field: a letter, a space and the value.
//
//	c 2                 version of the format and of the drawing
//	w I like blue.      the words
package card

import "strings"

// Width and Height are the size of a card in pixels. Sites that show previews of links
// ask for a ratio of 1.91 to 1.
const Width, Height = 1200, 630

// Revision is the version of the program that draws cards. It is part of each
// description, and so of a card's entity tag. Increase it if a change to the program
// gives the same description another picture.
const Revision = 2

// Full is the height of the highest bar, which fills its lane (one speaker's row). See
// [Bar].
const Full = 100

// Length is the length of the timeline in a card. Positions of bars, threads and ticks
// are integers from 0 to Length.
const Length = 10_000

// Card is what a card shows. A field without text is left out of the picture.
type Card struct {
	RightToLeft bool // the direction of the interface's text

	Words     string // the quote, or the title of the interview, on one line
	WordsLang string // BCP 47 language tag of Words
	Continues bool   // Words is only the beginning of the quote
	Summary   string // of the interview

	Names  []Name // the speaker of the quote, or the speakers of the interview
	Source string // the title of the interview, or its publisher
	Place  string // where the words are and how they were edited: "Turn 12 of 30"
	Number string // the numbers of Place alone: "12 / 30"

	Lanes   []Lane
	Bars    []Bar
	Lit     *Bar // the bar of the quote; nil if the card shows the whole interview
	Threads []Thread
	Ticks   []Tick
}

// Name is the name of a speaker.
type Name struct {
	Lane int // position of the speaker's lane, -1 for none
	Name string
	Role string // as in "CEO, OpenAI"
}

// Lane is one speaker's row on the timeline.
type Lane struct {
	Host   bool // an interviewer's bars are thinner
	Colour int  // position of its colour, less than Colours; 0 is a grey, for interviewers
}

// Colours is the number of colours that a lane (one speaker's row) can have.
const Colours = 8

// Bar is a stretch of speech in a lane (one speaker's row).
type Bar struct {
	X, W   int // in parts of Length
	Lane   int
	Filled int // how much of the stretch is speech, up to Full
}

// Thread is a thin line from one lane (a speaker's row) to the next speaker's lane.
type Thread struct {
	X        int // in parts of Length
	Top, End int // positions of the lanes
}

// Tick is a label on the axis of the timeline, such as a time.
type Tick struct {
	X    int // in parts of Length
	Text string
}

// Font is the name of a font file, which has the characters of some writing systems,
// such as Greek.
type Font string

// The values of [Font]. The first three draw Latin, Greek and Cyrillic.
const (
	Serif  Font = "serif"
	Sans   Font = "sans"
	Bold   Font = "bold"
	Arabic Font = "arabic"
	Hebrew Font = "hebrew"
)

// Fonts returns the fonts that a card needs, in a fixed order.
func (c *Card) Fonts() []Font {
	fonts := []Font{Serif, Sans, Bold}
	texts := []string{c.Words, c.Summary, c.Source, c.Place}
	for _, name := range c.Names {
		texts = append(texts, name.Name, name.Role)
	}
	if anyIn(texts, isArabic) {
		fonts = append(fonts, Arabic)
	}
	if anyIn(texts, isHebrew) {
		fonts = append(fonts, Hebrew)
	}
	return fonts
}

func anyIn(texts []string, in func(rune) bool) bool {
	for _, text := range texts {
		if strings.ContainsFunc(text, in) {
			return true
		}
	}
	return false
}

// isArabic reports whether r is in one of Unicode's blocks for Arabic.
func isArabic(r rune) bool {
	return 0x600 <= r && r <= 0x6FF || 0x750 <= r && r <= 0x77F || 0x870 <= r && r <= 0x8FF ||
		0xFB50 <= r && r <= 0xFDFF || 0xFE70 <= r && r <= 0xFEFC
}

// isHebrew reports whether r is in one of Unicode's blocks for Hebrew.
func isHebrew(r rune) bool { return 0x590 <= r && r <= 0x5FF || 0xFB1D <= r && r <= 0xFB4F }

// IsRightToLeft reports whether a text is written from right to left. The first letter
// that has a direction decides. Every letter with a smaller code point than the Hebrew
// letters counts as written from left to right.
func IsRightToLeft(text string) bool {
	for _, r := range text {
		switch {
		case isHebrew(r), isArabic(r):
			return r < 0x660 || r > 0x669 // digits have no direction
		case 'A' <= r && r <= 'Z', 'a' <= r && r <= 'z', 0xC0 <= r && r < 0x590, r > 0x8FF && r < 0x2000, r > 0x2C00:
			return false
		}
	}
	return false
}
