// Package draw draws cards: the pictures that other sites show with a link to an
// interview or a quote. It shapes text, so Arabic letters are joined and Hebrew runs from
// right to left.
//
// If the fonts lack a character, the text is cut before the word that has it. If no word
// can be drawn, the card shows a larger timeline instead, and "12 / 30" instead of "Turn
// 12 of 30". So a card never shows the empty boxes that fonts have for missing
// characters.
package draw

import (
	"bytes"
	"image"
	"image/png"

	"github.com/go-text/typesetting/shaping"

	"quoteline/shared/card"
)

// The positions on a card (the picture shown with a link), in pixels. From top to bottom
// a card has a thick line, the words, the speakers, the timeline and a thin line. At the
// bottom are the title of the interview (the source) and where the quote is in it, as in
// "Turn 12 of 30" (the place).
const (
	margin    = 72
	width     = card.Width - 2*margin
	ruleTop   = 48
	ruleSize  = 4
	wordsTop  = 64
	wordsEnd  = 346
	nameBelow = 58 // from the end of the words to the baseline of the names
	lineBelow = 20 // from there to the timeline
	lineEnd   = 488
	hairY     = 504
	sourceY   = 543
	placeY    = 580
	nameSize  = 30
	smallSize = 24
)

// sizes are the sizes of the words, in pixels. The largest one with which all words fit
// is taken. With the smallest one, words may be left out.
var sizes = [...]int{84, 76, 70, 64, 58, 52, 48, 44, 40}

// leading returns the distance between two lines of the words.
func leading(size int) int { return size * 27 / 20 }

// page draws one card.
type page struct {
	*canvas
	setter
	*card.Card
	fonts   *Fonts
	colours *colourSet
	nameY   int // baseline of the names
}

// Draw returns the card as a picture in the format PNG. It needs the fonts that
// [card.Card.Fonts] returns. With the same card and fonts it returns the same bytes.
func Draw(d *card.Card, fonts *Fonts) ([]byte, error) {
	for _, name := range d.Fonts() {
		if fonts.faces[name] == nil {
			return nil, &FontError{name, errMissing}
		}
	}
	colours := coloursOf(d)
	p := &page{canvas: newCanvas(card.Width, card.Height, colours.palette), Card: d, fonts: fonts, colours: colours}
	p.draw()
	var b bytes.Buffer
	err := png.Encode(&b, p.Paletted)
	return b.Bytes(), err
}

type missingError struct{}

func (missingError) Error() string { return "the card needs it, and it was not given" }

var errMissing error = missingError{}

func (p *page) draw() {
	p.box(image.Rect(margin, ruleTop, margin+width, ruleTop+ruleSize), inks[strong])
	end, ok := p.words()
	p.nameY = end + nameBelow
	named := p.names()
	top := p.nameY + lineBelow
	if !named {
		top = end + 2*lineBelow
	}
	drop := 0
	if p.Source == "" { // the place alone needs one line
		drop = placeY - sourceY
	}
	if ok {
		p.timeline(newPlot(p.Card, top, lineEnd+drop, mostLane), p.Card)
	} else {
		plot := newPlot(p.Card, top, lineEnd+drop-axisHeight, mostAlone)
		p.timeline(plot, p.Card)
		p.axis(plot)
	}
	p.box(image.Rect(margin, hairY+drop, margin+width, hairY+drop+2), inks[hair])
	p.source()
}

// style returns a style for a text. The lines of the text begin at the right margin if
// the interface's language is written from right to left.
func (p *page) style(name card.Font, size, ink int) *style {
	return &style{fonts: p.fonts.family(name), size: size, ink: &p.colours.inks[ink], atRight: p.RightToLeft}
}

// start returns the x position of the margin at which lines in this style begin.
func start(st *style) int {
	if st.atRight {
		return margin + width
	}
	return margin
}

// words draws the words and the summary. It returns the y position of their end. ok is
// false if the fonts cannot draw any of the words.
func (p *page) words() (end int, ok bool) {
	st := p.style(card.Serif, 0, strong)
	st.lang, st.atRight = p.WordsLang, card.IsRightToLeft(p.Words)
	text, whole := prepared(p.Words, st.fonts)
	if len(text) == 0 {
		return wordsTop, false
	}
	room := wordsEnd - wordsTop
	if p.Summary != "" {
		room = room * 2 / 3
	}
	var lines []shaping.Line
	for i := range sizes {
		st.size = sizes[i]
		most := room / leading(st.size)
		// A letter is hardly narrower than a third of its height. So a size is not tried
		// if the text would be too long for it even with such narrow letters.
		if i < len(sizes)-1 && len(text)*st.size/3 > most*width {
			continue
		}
		var fits bool
		if lines, fits = p.lines(text, st, width, most, p.Continues || !whole); fits {
			break
		}
	}
	y := wordsTop + st.size/10
	for _, line := range lines {
		y += leading(st.size)
		p.line(line, st, start(st), y-leading(st.size)/4)
	}
	return p.summary(y), true
}

// summary draws the summary of an interview below the position y. It returns the y
// position of its end.
func (p *page) summary(y int) int {
	st := p.style(card.Sans, nameSize, medium)
	st.lang, st.atRight = p.WordsLang, card.IsRightToLeft(p.Summary)
	text, whole := prepared(p.Summary, st.fonts)
	lines, _ := p.lines(text, st, width, max(1, (wordsEnd-y)/leading(nameSize)), !whole)
	for _, line := range lines {
		y += leading(nameSize)
		p.line(line, st, start(st), y)
	}
	return y
}

// names draws the speakers' names side by side. Each has a small mark of its lane (the
// speaker's row on the timeline). If a name does not fit, an ellipsis is drawn instead of
// it and of the names after it. names reports whether any name was drawn.
func (p *page) names() bool {
	bold, plain := p.style(card.Bold, nameSize, strong), p.style(card.Sans, nameSize, medium)
	x := start(bold)
	for i := range p.Names {
		left := p.room(x)
		if i > 0 && i < len(p.Names)-1 {
			left -= 2 * nameSize // room for an ellipsis
		}
		next := p.name(&p.Names[i], bold, plain, x, left, len(p.Names) == 1)
		if next == x && i > 0 {
			p.piece(ellipsis, plain, x, 2*nameSize, false)
			break
		}
		x = next
	}
	return x != start(bold)
}

// room returns how many pixels remain between x and the end of the line: the right
// margin, or the left one if the interface's language is written from right to left.
func (p *page) room(x int) int {
	if p.RightToLeft {
		return x - margin
	}
	return margin + width - x
}

// forward returns the position n pixels after x. This position is further left if the
// interface's language is written from right to left.
func (p *page) forward(x, n int) int {
	if p.RightToLeft {
		return x - n
	}
	return x + n
}

// name draws a speaker's name and role, starting at x. The argument room is the width in
// pixels that is left for them. name returns the position of the next name, or x if the
// name does not fit. If cut is true, a name that does not fit is shortened.
func (p *page) name(n *card.Name, bold, plain *style, x, room int, cut bool) int {
	at := x
	if n.Lane >= 0 {
		at = p.forward(at, glyphWidth+14)
	}
	after := p.piece(n.Name, bold, at, room-glyphWidth-14, cut)
	if after == at {
		return x
	}
	if n.Lane >= 0 {
		left := x
		if p.RightToLeft {
			left -= glyphWidth
		}
		p.laneGlyph(p.Card, n.Lane, left, p.nameY+2)
	}
	if n.Role != "" {
		after = p.piece(n.Role, plain, p.forward(after, nameSize/2), p.room(after)-nameSize/2, true)
	}
	return p.forward(after, nameSize)
}

// piece draws a text on the line of the names, starting at x. It returns the position
// after the text. The argument room is the width in pixels that is left for the text. A
// text that is wider is shortened if cut is true, and left out if cut is false. A text
// with a character that the fonts lack is left out too. If the text is left out, piece
// returns x.
func (p *page) piece(text string, st *style, x, room int, cut bool) int {
	runes, whole := prepared(text, st.fonts)
	if !whole || room < 2*nameSize {
		return x
	}
	lines, fits := p.lines(runes, st, room, 1, false)
	if len(lines) == 0 || !fits && !cut {
		return x
	}
	return p.forward(x, p.line(lines[0], st, x, p.nameY))
}

// source draws the title of the interview (the source) in bold letters, and below it the
// place, such as "Turn 12 of 30". If the fonts lack a character of the place, it draws
// only the numbers, "12 / 30".
func (p *page) source() {
	place := p.style(card.Sans, smallSize, medium)
	if _, whole := prepared(p.Place, place.fonts); whole {
		p.small(p.Place, place, placeY)
	} else {
		p.small(p.Number, place, placeY)
	}
	p.small(p.Source, p.style(card.Bold, smallSize+2, strong), sourceY)
}

// small draws a text in one line. y is the position of the line's baseline. If the text
// is too long, it is shortened.
func (p *page) small(text string, st *style, y int) {
	runes, whole := prepared(text, st.fonts)
	lines, _ := p.lines(runes, st, width, 1, !whole)
	if len(runes) > 0 && len(lines) > 0 {
		p.line(lines[0], st, start(st), y)
	}
}

// axisHeight is the height of the labels below a large timeline, in pixels.
const axisHeight = 48

// axis draws the labels below a large timeline.
func (p *page) axis(plot *plot) {
	st := p.style(card.Sans, smallSize, weak)
	st.atRight = false
	end := 0
	for _, tick := range p.Ticks {
		x := plot.x(tick.X)
		runes, _ := prepared(tick.Text, st.fonts)
		lines, _ := p.lines(runes, st, width, 1, false)
		if len(lines) == 0 {
			continue
		}
		label := image.Rect(x, plot.Max.Y+16, x+widthOf(lines[0]).Ceil(), plot.Max.Y+44)
		if x < end || label.Max.X > margin+width {
			continue
		}
		p.box(plot.placed(image.Rect(x, plot.Max.Y+6, x+2, plot.Max.Y+16)), mix(paper, inks[weak], 60, 100))
		p.line(lines[0], st, plot.placed(label).Min.X, label.Max.Y)
		end = label.Max.X + smallSize
	}
}
