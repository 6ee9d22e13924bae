package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendZoom appends the buttons that show less of the line, more, and all of it.
func appendZoom(dst []byte, o Options) []byte {
	dst = append(dst, `<div class="zoom" hidden>`...)
	dst = appendIconButton(dst, o, "in", "plus", messages.ZoomIn, false)
	dst = appendIconButton(dst, o, "out", "minus", messages.ZoomOut, false)
	dst = appendIconButton(dst, o, "whole", "whole", messages.WholeLine, false)
	return append(dst, `</div>`...)
}

// AppendOverview appends the whole line in small, with the window on it; nothing
// where the line itself is whole. What can be dragged names what becomes of it. The
// style knows where the window is.
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

// AppendWindow appends what the line shows, for a screen reader.
func AppendWindow(dst []byte, l *timeline.Layout, o Options) []byte {
	return o.say(dst, messages.WindowOf, count(l.First), count(l.Last), count(len(l.Segments)))
}
