package render

// appendSymbols appends SVG symbols to which the widget's markup refers: the icons, and
// a glyph for each lane (a speaker's row on the timeline). The glyph shows the position
// of that row among all rows, so that readers can distinguish speakers without colours.
func appendSymbols(dst []byte, lanes int) []byte {
	dst = append(dst, `<svg class="defs" aria-hidden="true" width="0" height="0">`+
		`<symbol id="i-search" viewBox="0 0 18 18"><circle cx="8" cy="8" r="5"/><path d="m11.8 11.8 4.2 4.2"/></symbol>`+
		`<symbol id="i-up" viewBox="0 0 18 18"><path d="M4 11.5l5-5 5 5"/></symbol>`+
		`<symbol id="i-down" viewBox="0 0 18 18"><path d="M4 6.5l5 5 5-5"/></symbol>`+
		`<symbol id="i-cross" viewBox="0 0 18 18"><path d="M5 5l8 8M13 5l-8 8"/></symbol>`+
		`<symbol id="i-plus" viewBox="0 0 18 18"><path d="M4 9h10M9 4v10"/></symbol>`+
		`<symbol id="i-minus" viewBox="0 0 18 18"><path d="M4 9h10"/></symbol>`+
		`<symbol id="i-whole" viewBox="0 0 18 18"><path d="M2 5v8M16 5v8M5 9h8M7 7 5 9l2 2M11 7l2 2-2 2"/></symbol>`+
		`<symbol id="i-check" viewBox="0 0 18 18"><path d="M4.5 9.5l3 3 6-7"/></symbol>`+
		`<symbol id="i-cite" viewBox="0 0 18 18"><path d="M4 5.5h4v4c0 2-1 3.2-3 4M10.5 5.5h4v4c0 2-1 3.2-3 4"/></symbol>`...)
	for i := range lanes {
		dst = appendGlyph(dst, i, lanes)
	}
	return append(dst, `</svg>`...)
}

// A glyph has a stroke for each lane, a speaker's row on the timeline. thick is the
// height of the stroke for the speaker's lane, and thin that of the other strokes. gap
// is the distance between strokes. All are in units of the SVG viewBox.
const thin, thick, gap = 2, 5, 2

func appendGlyph(dst []byte, lane, lanes int) []byte {
	dst = append(dst, `<symbol id="g-`...)
	dst = appendInt(dst, lane)
	dst = append(dst, `" viewBox="0 0 14 `...)
	dst = appendInt(dst, lanes*(thin+gap)-gap+thick-thin)
	dst = append(dst, `">`...)
	y := 0
	for i := range lanes {
		height, class := thin, "thin"
		if i == lane {
			height, class = thick, "own"
		}
		dst = append(dst, `<rect class="`...)
		dst = append(dst, class...)
		dst = append(dst, `" width="14" height="`...)
		dst = appendInt(dst, height)
		dst = append(dst, `" y="`...)
		dst = appendInt(dst, y)
		dst = append(dst, `"/>`...)
		y += height + gap
	}
	return append(dst, `</symbol>`...)
}

func appendIcon(dst []byte, name string) []byte {
	dst = append(dst, `<svg class="i" aria-hidden="true"><use href="#i-`...)
	dst = append(dst, name...)
	return append(dst, `"/></svg>`...)
}
