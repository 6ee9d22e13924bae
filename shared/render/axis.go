package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/words"
)

// edge is how near to an end of the axis a label keeps to its side of the tick, in
// steps of the drawing.
const edge = 250

// AppendTicks appends the labels of the axis.
func AppendTicks(dst []byte, l *timeline.Layout, o Options) []byte {
	for i, tick := range l.Ticks {
		place := l.Window.Place(tick.X)
		dst = append(dst, `<g class="tick`...)
		if place < edge {
			dst = append(dst, ` first`...)
		}
		if place > timeline.Width-edge {
			dst = append(dst, ` last`...)
		}
		if !tick.Narrow {
			dst = append(dst, ` wide`...)
		}
		dst = append(dst, `"><rect width="1" height="5" x="`...)
		dst = AppendPercent(dst, place)
		dst = append(dst, `"/><text y="18" x="`...)
		dst = AppendPercent(dst, place)
		dst = append(dst, `">`...)
		if i == 0 {
			dst = o.say(dst, words.FirstTick, count(tick.N))
		} else {
			dst = o.number(dst, tick.N)
		}
		dst = append(dst, `</text></g>`...)
	}
	return dst
}
