package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendZoom appends three buttons: zoom in, zoom out, and show the whole timeline.
func appendZoom(dst []byte, o Options) []byte {
	dst = append(dst, `<div class="zoom" hidden>`...)
	dst = appendIconButton(dst, o, "in", "plus", messages.ZoomIn, false)
	dst = appendIconButton(dst, o, "out", "minus", messages.ZoomOut, false)
	dst = appendIconButton(dst, o, "whole", "whole", messages.WholeLine, false)
	return append(dst, `</div>`...)
}

// AppendOverview appends the overview, a small drawing of the whole timeline. On it the
// reader can drag the window, which is the visible stretch of the timeline. If the
// whole timeline is visible, it appends nothing. The style sheet positions the
// rectangles of the window. The attribute data-drag of a rectangle says which part of
// the window moves if the reader drags the rectangle.
func AppendOverview(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	if l.Window.IsWhole() {
		return dst
	}
	if l.Dense {
		dst = appendMiniAt(appendDensity(dst, t, l, timeline.Whole()), l)
	} else {
		dst = AppendMini(appendMiniStart(dst, l, "small"), t, l)
	}
	return append(dst, `</svg><rect class="ground" data-drag="select"/><rect class="before"/><rect class="after"/>`+
		`<rect class="window" data-drag="move"/><rect class="grip" data-drag="from"/><rect class="grip to" data-drag="to"/>`+
		`<rect class="knob"/><rect class="knob to"/>`...)
}

// AppendWindow appends an announcement for screen readers after zooming. It names the
// turns in the visible stretch of the timeline, as in "Turns 3 to 9 of 30".
func AppendWindow(dst []byte, l *timeline.Layout, o Options) []byte {
	return o.say(dst, messages.WindowOf, count(l.First), count(l.Last), count(len(l.Segments)))
}
