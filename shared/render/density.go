package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// A crowded timeline has too many turns to draw each as a bar, so it is cut into narrow
// columns. A column is columnWidth ten-thousandths of the timeline wide, about 2 px on
// a timeline of 860 px. In each column a lane (a speaker's row) has one vertical
// stroke. The stroke is higher if the speaker's turns fill more of the column.
//
// laneHeight is the height of a lane, and barHeight that of the highest stroke.
// hostHeight is that of the highest stroke of an interviewer. These three heights are
// in units of the SVG viewBox.
const (
	columnWidth = 25
	columns     = timeline.Width / columnWidth
	laneHeight  = 46
	barHeight   = 30
	hostHeight  = 14
)

// appendDensity appends the start tag and the content of an svg element, which shows
// how densely the turns fill a stretch of the timeline. Each lane (a speaker's row) has
// up to three paths: for hidden turns, for turns that a search dims, and for the
// others. The caller has to append the end tag.
func appendDensity(dst []byte, t *transcript.Transcript, l *timeline.Layout, window timeline.Window) []byte {
	dst = append(dst, `<svg class="density" width="100%" height="100%" preserveAspectRatio="none" viewBox="0 0 `...)
	dst = appendInt(dst, timeline.Width)
	dst = append(dst, ' ')
	dst = appendInt(dst, len(l.Lanes)*laneHeight)
	dst = append(dst, `">`...)
	for lane := range l.Lanes {
		full := barHeight
		if t.Speakers[l.Lanes[lane].Speakers[0]].Kind == transcript.KindHost {
			full = hostHeight
		}
		dst = append(dst, `<g class="s`...)
		dst = appendInt(dst, l.Lanes[lane].Colour)
		dst = append(dst, `">`...)
		dst = appendDensePath(dst, fillColumns(l, window, lane, timeline.Hidden), lane, full, "off")
		dst = appendDensePath(dst, fillColumns(l, window, lane, timeline.Dim), lane, full, "dim")
		dst = appendDensePath(dst, fillColumns(l, window, lane, timeline.Plain), lane, full, "on")
		dst = append(dst, `</g>`...)
	}
	return dst
}

// appendDensePath appends a path with the strokes of one lane, a speaker's row. filled
// has the filled part of each column, from 0 to columnWidth. full is the height of a
// stroke in a column that is completely filled. If no column is filled, appendDensePath
// appends nothing.
func appendDensePath(dst []byte, filled []int, lane, full int, class string) []byte {
	start := len(dst)
	dst = append(dst, `<path class="`...)
	dst = append(dst, class...)
	dst = append(dst, `" d="`...)
	path := len(dst)
	dst = appendColumns(dst, filled, lane*laneHeight+laneHeight/2, full)
	if len(dst) == path {
		return dst[:start]
	}
	return append(dst, `"/>`...)
}

// fillColumns returns how much of each column of the window (the visible stretch of the
// timeline) is filled, from 0 to columnWidth. It counts only the turns in the given
// lane (a speaker's row) that are drawn in the given way: hidden, dimmed or plain.
func fillColumns(l *timeline.Layout, window timeline.Window, lane int, mark timeline.Mark) []int {
	filled := make([]int, columns) // TinyGo would unroll an array: the WebAssembly program would be 3 KB larger after compression
	for i := range l.Segments {
		s := &l.Segments[i]
		if s.Lane != lane || s.Mark != mark {
			continue
		}
		x, wide, _ := window.Span(s.X, s.W)
		for end := x + wide; x < end; {
			column := x / columnWidth
			next := min(end, (column+1)*columnWidth)
			filled[column] += next - x
			x = next
		}
	}
	return filled
}

// appendColumns appends a vertical stroke to the data of an SVG path for each column
// that is not empty. middle is the vertical position of the centre of every stroke.
// full is the height of the stroke in a full column. The style sheet makes a stroke as
// wide as a column.
func appendColumns(dst []byte, filled []int, middle, full int) []byte {
	for i, units := range filled {
		if units == 0 {
			continue
		}
		height := max(2, units*full/columnWidth)
		dst = append(dst, 'M')
		dst = appendInt(dst, i*columnWidth+columnWidth/2)
		dst = append(dst, ' ')
		dst = appendInt(dst, middle-height/2)
		dst = append(dst, 'v')
		dst = appendInt(dst, height)
	}
	return dst
}

// appendRuns appends bars to the data of an SVG path. Adjacent columns form one bar if
// each of them is filled by at least a third. y is the top of all bars, and height
// their height.
func appendRuns(dst []byte, filled []int, y, height int) []byte {
	wide := 0
	for i := 0; i <= len(filled); i++ {
		switch {
		case i < len(filled) && filled[i] >= columnWidth/3:
			wide += columnWidth
		case wide > 0:
			dst = appendBar(dst, i*columnWidth-wide, wide, y, height)
			wide = 0
		}
	}
	return dst
}

// appendDenseHits appends a path that marks where a search has hits on a crowded
// timeline (one with too many turns to draw each). A narrow column of the timeline has
// one stroke if it has any hits. The style sheet sets the colour and the width of the
// strokes.
func appendDenseHits(dst []byte, l *timeline.Layout) []byte {
	if len(l.Hits) == 0 {
		return dst
	}
	dst = append(dst, `<svg width="100%" height="17" preserveAspectRatio="none" viewBox="0 0 `...)
	dst = appendInt(dst, timeline.Width)
	dst = append(dst, ` 17"><path class="ticks" d="`...)
	last := -1
	for i := range l.Hits {
		x := l.Hits[i].X
		if x < l.Window.From || x >= l.Window.To {
			continue
		}
		if column := l.Window.Place(x) / columnWidth; column != last {
			last = column
			dst = append(dst, 'M')
			dst = appendInt(dst, column*columnWidth)
			dst = append(dst, " 3v11"...)
		}
	}
	return append(dst, `"/></svg>`...)
}
