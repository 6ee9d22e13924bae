package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// A crowded line is cut into columns of columnWidth steps of the drawing, which are 2
// px on a line of 860 px. In each lane, a stroke is as high as the part of the column
// that the lane's turns fill. laneHeight is the height of a lane in units of the
// drawing. barHeight is the greatest height of a stroke, and hostHeight is that of a
// host.
const (
	columnWidth = 25
	columns     = timeline.Width / columnWidth
	laneHeight  = 46
	barHeight   = 30
	hostHeight  = 14
)

// appendDensity appends an svg element with the turns in a window. Each lane has three
// paths: for its hidden, its dimmed and its other turns. The caller has to close the
// element.
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
		dst = appendInt(dst, lane)
		dst = append(dst, `">`...)
		dst = appendDensePath(dst, fillColumns(l, window, lane, timeline.Hidden), lane, full, "off")
		dst = appendDensePath(dst, fillColumns(l, window, lane, timeline.Dim), lane, full, "dim")
		dst = appendDensePath(dst, fillColumns(l, window, lane, timeline.Plain), lane, full, "on")
		dst = append(dst, `</g>`...)
	}
	return dst
}

// appendDensePath appends a path for one lane. filled holds the filled part of each
// column, in steps of the drawing. It appends nothing if no column is filled.
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

// fillColumns returns how much of each column of the window is filled, in steps of the
// drawing. It counts the turns that are in the given lane and drawn with the given
// mark.
func fillColumns(l *timeline.Layout, window timeline.Window, lane int, mark timeline.Mark) []int {
	filled := make([]int, columns) // TinyGo would unroll an array, for 3 KB after compression
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

// appendColumns appends to a path a vertical stroke for each column that is not empty.
// The stroke is centred at the height middle. A full column has a stroke of length
// full. The style makes the stroke as wide as the column.
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

// appendRuns appends to a path a bar for each run of columns of which at least a third
// is filled. y and height are those of the bars.
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

// appendDenseHits appends a path with a stroke for each column that has hits. The style
// sets its colour and width.
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
