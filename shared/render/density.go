package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// A crowded line is cut into columns of columnWidth units, 2 px on a line of 860;
// a column is as high as the part of it that the lane's speaker fills. Heights
// are in units of the drawing, in which a lane has laneHeight.
const (
	columnWidth = 25
	columns     = timeline.Width / columnWidth
	laneHeight  = 46
	barHeight   = 30
	hostHeight  = 14
)

// appendDensity appends a path a lane for each way in which its turns are drawn, of
// what a window shows. The drawing is left open.
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

// appendDensePath appends the path of a lane whose columns are filled so.
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

// fillColumns measures how much of each column of a window the turns of a lane take
// that have this mark, in steps of the drawing.
func fillColumns(l *timeline.Layout, window timeline.Window, lane int, mark timeline.Mark) []int {
	filled := make([]int, columns) // an array would be unrolled, for 3 KB brotli
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

// appendColumns appends a stroke a column to a path, around the height middle and as
// long as its part of full. The style makes it as wide as the column.
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

// appendRuns appends a bar to a path for each run of columns of which a third or more
// is filled, at this height.
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

// appendDenseHits appends a path with a stroke a column that holds hits. The style makes
// it visible.
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
