package draw

import (
	"image"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"quoteline/shared/card"
)

// style is how a text is drawn.
type style struct {
	fonts   family
	size    int // of the letters, in pixels
	ink     *ink
	lang    string // BCP 47 language tag; some letters have other forms in Serbian, for example
	atRight bool   // lines begin at the right margin, whatever the direction of their words
}

// setter divides text into lines. It can be used for many texts, and uses its memory
// again.
type setter struct {
	segmenter shaping.Segmenter
	shaper    shaping.HarfbuzzShaper
	wrapper   shaping.LineWrapper
}

const ellipsis = "…"

// prepared returns the part of a text that the fonts can draw. If they lack a character,
// the text is cut before the word that has it, and whole is false. Soft hyphens are
// removed, because no word is divided at them.
func prepared(text string, fonts family) (runes []rune, whole bool) {
	for _, r := range text {
		switch {
		case r == 0xAD:
		case r < ' ':
			runes = append(runes, ' ')
		default:
			runes = append(runes, r)
		}
	}
	n := fonts.drawable(runes)
	if n == len(runes) {
		return runes, true
	}
	for n > 0 && runes[n-1] != ' ' {
		n--
	}
	for n > 0 && runes[n-1] == ' ' {
		n--
	}
	return runes[:n], false
}

// runs shapes the text: it chooses the font, the direction, the glyphs and their
// positions.
func (s *setter) runs(text []rune, st *style, direction di.Direction) []shaping.Output {
	input := shaping.Input{
		Text: text, RunEnd: len(text), Direction: direction,
		Size: fixed.I(st.size), Language: language.NewLanguage(st.lang),
	}
	var out []shaping.Output
	for _, run := range s.segmenter.Split(input, st.fonts) {
		out = append(out, s.shaper.Shape(run))
	}
	return out
}

// directionOf returns the direction of a text.
func directionOf(text []rune) di.Direction {
	if card.IsRightToLeft(string(text)) {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// lines divides the text into lines of at most width pixels. The argument most is the
// largest number of lines. The argument more says whether the text is only the beginning
// of a longer text. If it is, or if the text is too long, the last line ends with an
// ellipsis. The result fits reports whether the lines have all words.
func (s *setter) lines(text []rune, st *style, width, most int, more bool) (lines []shaping.Line, fits bool) {
	if len(text) == 0 {
		return nil, !more
	}
	direction := directionOf(text)
	config := shaping.WrapConfig{
		TruncateAfterLines: most, BreakPolicy: shaping.Never, Direction: direction,
		Truncator: s.runs([]rune(ellipsis), st, direction)[0],
	}
	if more { // the wrapper's own option for this adds the ellipsis only in line number most
		text = append(text[:len(text):len(text)], []rune(ellipsis)...)
	}
	runs := s.runs(text, st, direction)
	lines, cut := s.wrapper.WrapParagraph(config, width, text, shaping.NewSliceIterator(runs))
	// A word that is wider than a line, such as a web address, is broken here, in a
	// second attempt. The first attempt breaks no words. Otherwise the wrapper would also
	// break the word before an ellipsis.
	if tooWide(lines, width) {
		config.BreakPolicy = shaping.WhenNecessary
		lines, cut = s.wrapper.WrapParagraph(config, width, text, shaping.NewSliceIterator(s.runs(text, st, direction)))
	}
	for _, line := range lines {
		trimEnd(line, direction)
	}
	return lines, cut == 0 && !more
}

// trimEnd removes the space at the end of a line in one case: if the last words of the
// line run in the other direction than the text. An example is a line of Hebrew that ends
// with English words. See Unicode Standard Annex 9, rule L1. The wrapper has already
// removed the spaces of all other lines.
func trimEnd(line shaping.Line, direction di.Direction) {
	if len(line) == 0 {
		return
	}
	run := &line[len(line)-1]
	if run.Direction == direction || len(run.Glyphs) == 0 {
		return
	}
	end := &run.Glyphs[0]
	if run.Direction == di.DirectionLTR {
		end = &run.Glyphs[len(run.Glyphs)-1]
	}
	if end.Width == 0 {
		end.Advance = 0
		run.RecomputeAdvance()
	}
}

func tooWide(lines []shaping.Line, width int) bool {
	for _, line := range lines {
		if widthOf(line) > fixed.I(width) || len(line) == 1 && line[0].Runes.Count == 0 {
			return true
		}
	}
	return false
}

func widthOf(line shaping.Line) (width fixed.Int26_6) {
	for i := range line {
		width += line[i].Advance
	}
	return width
}

// line draws a line of text. The line begins at x. If the style is for lines at the right
// margin, the line ends at x instead. y is the baseline. The result is the width of the
// line in pixels.
func (c *canvas) line(line shaping.Line, st *style, x, y int) int {
	width := widthOf(line)
	dot := fixed.I(x)
	if st.atRight {
		dot -= width
	}
	for visual := range line {
		for i := range line {
			if int(line[i].VisualIndex) == visual {
				dot = c.run(&line[i], st, dot, y)
			}
		}
	}
	return width.Ceil()
}

// run draws the glyphs of a run (text in one font and direction). Dot is the position of
// the first glyph. The result is the position after the last glyph.
func (c *canvas) run(run *shaping.Output, st *style, dot fixed.Int26_6, y int) fixed.Int26_6 {
	scale := float32(run.Size) / 64 / float32(run.Face.Upem())
	for i := range run.Glyphs {
		g := &run.Glyphs[i]
		if outline, ok := run.Face.GlyphData(g.GlyphID).(font.GlyphOutline); ok && len(outline.Segments) > 0 {
			x := float32(dot+g.XOffset) / 64
			c.glyph(&outline, st.ink, x, float32(y)-float32(g.YOffset)/64, scale)
		}
		dot += g.Advance
	}
	return dot
}

// glyph draws the outline of one glyph (a shape in a font). The origin of the outline is
// at x, y. The y axis of an outline points up.
func (c *canvas) glyph(outline *font.GlyphOutline, ink *ink, x, y, scale float32) {
	r := bounds(outline, x, y, scale)
	size := r.Size()
	c.raster.Reset(size.X, size.Y)
	left, top := x-float32(r.Min.X), y-float32(r.Min.Y)
	at := func(p opentype.SegmentPoint) (float32, float32) { return left + p.X*scale, top - p.Y*scale }
	open := false
	for _, s := range outline.Segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo: // a new contour, such as the hole of an o
			if open {
				c.raster.ClosePath()
			}
			c.raster.MoveTo(ax, ay)
			open = true
		case opentype.SegmentOpLineTo:
			c.raster.LineTo(ax, ay)
		case opentype.SegmentOpQuadTo:
			c.raster.QuadTo(ax, ay, bx, by)
		case opentype.SegmentOpCubeTo:
			c.raster.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	c.raster.ClosePath()
	c.fill(r, ink)
}

// bounds returns the smallest rectangle of pixels that has all control points of an
// outline. The outline never goes beyond its control points.
func bounds(outline *font.GlyphOutline, x, y, scale float32) image.Rectangle {
	first := outline.Segments[0].Args[0]
	left, right, low, high := first.X, first.X, first.Y, first.Y
	for i := range outline.Segments {
		for _, p := range outline.Segments[i].ArgsSlice() {
			left, right = min(left, p.X), max(right, p.X)
			low, high = min(low, p.Y), max(high, p.Y)
		}
	}
	floor := func(v float32) int { return int(v+1<<16) - 1<<16 } // int rounds towards 0, and v is above -65536
	return image.Rect(floor(x+left*scale), floor(y-high*scale), floor(x+right*scale)+1, floor(y-low*scale)+1)
}
