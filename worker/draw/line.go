package draw

import (
	"image"
	"image/color"

	"quoteline/shared/card"
)

// plot is the rectangle in which the timeline is drawn. Its lanes, the speakers' rows,
// share its height. If the interface's language is written from right to left, time
// begins at the right, as in the widget.
type plot struct {
	image.Rectangle
	lanes       int
	rightToLeft bool
}

// mostLane is the greatest height of a lane (a speaker's row), in pixels. mostAlone is
// that height in a card (a picture shown with a link) without words, which has more room.
const mostLane, mostAlone = 56, 110

// newPlot returns the rectangle for the timeline of a card, between the y positions top
// and end. The argument most is the greatest height of a lane (a speaker's row), in
// pixels. If there are too few lanes to fill the space, the rectangle is in the middle of
// the space.
func newPlot(d *card.Card, top, end, most int) *plot {
	lanes := len(d.Lanes)
	if spare := end - top - lanes*most; spare > 0 {
		top, end = top+spare/2, end-spare/2
	}
	return &plot{image.Rect(margin, top, margin+width, end), lanes, d.RightToLeft}
}

// lane returns the height of a lane (a speaker's row), and the y position of the middle
// of lane n.
func (p *plot) lane(n int) (height, middle int) {
	height = p.Dy() / max(p.lanes, 1)
	return height, p.Min.Y + n*height + height/2
}

// x converts a position on the timeline, from 0 to card.Length, to the x position of a
// pixel.
func (p *plot) x(place int) int { return p.Min.X + place*p.Dx()/card.Length }

// placed returns where in the picture a rectangle of the timeline is. Its argument is for
// a timeline whose time runs from left to right. If time runs from right to left in the
// plot, placed mirrors the rectangle.
func (p *plot) placed(r image.Rectangle) image.Rectangle {
	if p.rightToLeft {
		r.Min.X, r.Max.X = p.Min.X+p.Max.X-r.Max.X, p.Min.X+p.Max.X-r.Min.X
	}
	return r
}

// timeline draws the timeline: a thin line along each lane (a speaker's row), the thin
// lines between the lanes of successive speakers, and a bar for each stretch of speech.
func (c *canvas) timeline(p *plot, d *card.Card) {
	for n := range d.Lanes {
		_, y := p.lane(n)
		c.box(image.Rect(p.Min.X, y-1, p.Max.X, y+1), inks[hair])
	}
	for _, thread := range d.Threads {
		_, top := p.lane(thread.Top)
		_, end := p.lane(thread.End)
		x := p.x(thread.X)
		c.box(p.placed(image.Rect(x-1, top, x+1, end)), inks[hair])
	}
	for i := range d.Bars {
		c.bar(p, d, &d.Bars[i], laneColour(d, d.Bars[i].Lane))
	}
	if d.Lit != nil {
		c.bar(p, d, d.Lit, speakerColour(d, d.Lit.Lane))
	}
}

// leastBar is the smallest width of a bar, in pixels. leastLit is the smallest width of
// the bar of a quote. leastLit is larger than leastBar, so that the bar of a quote can be
// seen in a small copy of the card.
const leastBar, leastLit = 2, 6

func (c *canvas) bar(p *plot, d *card.Card, b *card.Bar, fill color.Color) {
	lane, middle := p.lane(b.Lane)
	height := lane * 11 / 20
	if d.Lanes[b.Lane].Host {
		height = lane * 5 / 20
	}
	if lane < 16 { // so many lanes need thicker bars
		height = height * 4 / 3
	}
	height = max(leastBar, height*b.Filled/card.Full)
	least := leastBar
	if b == d.Lit {
		least = leastLit
	}
	left, right := p.x(b.X), p.x(b.X+b.W)
	if right-left > 3*leastBar && b != d.Lit && b.Filled == card.Full {
		right-- // a gap between two bars of one speaker
	}
	if right-left < least {
		left = min(left, p.Max.X-least)
		right = left + least
	}
	top := middle - height/2
	c.box(p.placed(image.Rect(left, top, right, top+height)), fill)
}

// glyphWidth and glyphHeight are the size of the small mark beside a speaker's name, in
// pixels.
const glyphWidth, glyphHeight = 28, 26

// laneGlyph draws the small mark of a speaker: one stroke for each lane (a speaker's
// row). The stroke of the speaker's own lane is thick. So readers who do not see colours
// can find the lane. x is the left edge of the mark, and y its lower edge.
func (c *canvas) laneGlyph(d *card.Card, lane, x, y int) {
	n := len(d.Lanes)
	thin := 2
	thick := max(4, min(10, glyphHeight-n*2*thin))
	gap := max(1, min(4, (glyphHeight-thick-(n-1)*thin)/max(1, n-1)))
	top := y - (thick + (n-1)*(thin+gap))
	top -= (glyphHeight - (y - top)) / 2
	for i := range n {
		height, fill := thin, color.Color(mix(paper, inks[weak], 60, 100))
		if i == lane {
			height, fill = thick, speakerColour(d, lane)
		}
		c.box(image.Rect(x, top, x+glyphWidth, top+height), fill)
		top += height + gap
	}
}
