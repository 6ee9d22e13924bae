package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// A dense line is cut into columns of columnWidth units, 2 px on a line of 860;
// a column is as high as the part of it that the lane's speaker fills. Heights
// are in units of the drawing, in which a lane has laneHeight.
const (
	columnWidth = 25
	columns     = timeline.Width / columnWidth
	laneHeight  = 46
	barHeight   = 30
	hostHeight  = 14
)

// appendDensity appends a path a lane for each way in which its turns are drawn.
func appendDensity(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
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
		dst = appendColumns(dst, l, lane, full, timeline.Hidden, "off")
		dst = appendColumns(dst, l, lane, full, timeline.Dim, "dim")
		dst = appendColumns(dst, l, lane, full, timeline.Plain, "on")
		dst = append(dst, `</g>`...)
	}
	return append(dst, `</svg>`...)
}

func appendColumns(dst []byte, l *timeline.Layout, lane, full int, mark timeline.Mark, class string) []byte {
	filled := make([]int, columns) // an array would be unrolled, for 3 KB brotli
	for i := range l.Segments {
		if s := &l.Segments[i]; s.Lane == lane && s.Mark == mark {
			fill(filled, s.X, s.X+s.W)
		}
	}
	start := len(dst)
	dst = append(dst, `<path class="`...)
	dst = append(dst, class...)
	dst = append(dst, `" d="`...)
	empty := true
	for i, units := range filled {
		if units == 0 {
			continue
		}
		empty = false
		height := max(2, units*full/columnWidth)
		bar := timeline.Segment{X: i * columnWidth, W: columnWidth}
		dst = appendBar(dst, &bar, lane*laneHeight+(laneHeight-height)/2, height)
	}
	if empty {
		return dst[:start]
	}
	return append(dst, `"/>`...)
}

// fill adds the stretch from x to end to the columns that it covers.
func fill(filled []int, x, end int) {
	for x < end {
		column := x / columnWidth
		next := min(end, (column+1)*columnWidth)
		filled[column] += next - x
		x = next
	}
}

// appendDenseStop appends the one segment of a dense line that can be reached by
// keyboard: that of the turn where the reader is. The arrow keys move it.
func appendDenseStop(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	if l.At < 1 || l.At > len(l.Segments) {
		return dst
	}
	return appendSegment(dst, t, l, o, l.At-1)
}
