package draw

import (
	"image/color"

	"quoteline/shared/card"
)

// The colours of the light theme in web/css/tokens.css.
var (
	paper = color.RGBA{0xff, 0xff, 0xff, 0xff}
	inks  = [...]color.RGBA{
		strong: {0x15, 0x17, 0x1a, 0xff},
		medium: {0x4b, 0x50, 0x58, 0xff},
		weak:   {0x68, 0x6d, 0x76, 0xff},
		hair:   {0xdc, 0xde, 0xe2, 0xff},
	}
	speakers = [card.Colours]color.RGBA{
		{0x85, 0x8b, 0x95, 0xff}, {0x1f, 0x62, 0xc4, 0xff}, {0xc2, 0x5a, 0x00, 0xff}, {0x4a, 0x16, 0x63, 0xff},
		{0x0a, 0x95, 0xb0, 0xff}, {0x5c, 0x34, 0x17, 0xff}, {0x9a, 0x7a, 0x4e, 0xff}, {0x14, 0x40, 0x3a, 0xff},
	}
)

// These are indexes of the array inks. strong is the colour of the words and names,
// medium the colour of roles, weak the colour of the labels below a timeline, and hair
// the colour of thin lines.
const (
	strong = iota
	medium
	weak
	hair
)

// colours is the number of colours in a PNG file with four bits for a pixel.
const colours = 16

// mostGreys is the greatest number of greys. With more of them a file with many letters is
// larger than 30 KB, and no smoother to the eye.
const mostGreys = 6

// ink says how to draw letters of one colour. A letter covers a share of each pixel, from
// 0 (nothing) to 255 (the whole pixel). The array has an element for each share: the
// index in the palette of the colour that such a pixel gets.
type ink [256]uint8

// colourSet is the palette of a card. For each colour of letters, it also has an ink,
// which says how to draw letters with the colours of the palette.
type colourSet struct {
	palette color.Palette
	inks    [len(inks)]ink
}

// coloursOf returns the colours of a card (the picture shown with a link): the background
// (the paper), the colours of its lanes (the speakers' rows), and greys between the
// background and the letters.
func coloursOf(c *card.Card) *colourSet {
	s := &colourSet{palette: color.Palette{paper, inks[hair]}}
	for lane := range c.Lanes {
		s.palette = append(s.palette, laneColour(c, lane))
	}
	if c.Lit != nil {
		s.palette = append(s.palette, speakerColour(c, c.Lit.Lane))
	}
	greys := min(mostGreys, colours-len(s.palette))
	first := len(s.palette)
	for i := range greys { // from the ink to a grey that is nearly paper
		s.palette = append(s.palette, mix(inks[strong], paper, i, greys))
	}
	for i := range inks {
		s.inks[i] = s.inkOf(inks[i], first)
	}
	return s
}

// inkOf returns the ink for letters of one colour, the argument full. For each share of a
// pixel that a letter may cover, it chooses the most similar colour: the background, or
// one of the greys in the palette. The argument first is the index of the first grey.
func (s *colourSet) inkOf(full color.RGBA, first int) (k ink) {
	for covered := range k {
		want := mix(paper, full, covered, 255)
		best := int(paper.G) - int(want.G)
		for i := first; i < len(s.palette); i++ {
			far := int(s.palette[i].(color.RGBA).G) - int(want.G)
			if far = max(far, -far); far < best {
				best, k[covered] = far, uint8(i)
			}
		}
	}
	return k
}

// speakerColour returns the colour of the speakers in a lane.
func speakerColour(c *card.Card, lane int) color.RGBA { return speakers[c.Lanes[lane].Colour] }

// laneColour returns the colour of the bars in a lane (a speaker's row). In the card (the
// picture shown with a link) of a quote they are pale, because only the bar of the quote
// is in full colour.
func laneColour(c *card.Card, lane int) color.RGBA {
	if c.Lit == nil {
		return speakerColour(c, lane)
	}
	return mix(paper, speakerColour(c, lane), 35, 100)
}

// mix returns a colour between a and b. If part is 0, the colour is a. If part is equal
// to whole, the colour is b.
func mix(a, b color.RGBA, part, whole int) color.RGBA {
	between := func(a, b uint8) uint8 { return uint8((int(a)*(whole-part) + int(b)*part) / whole) }
	return color.RGBA{between(a.R, b.R), between(a.G, b.G), between(a.B, b.B), 0xff}
}
