package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
)

// AppendTicks appends the ticks of the timeline's axis with their labels. The labels
// are times such as "0:30" if the axis is a clock. Otherwise they are turn numbers:
// "turn 1", "5", "10".
func AppendTicks(dst []byte, l *timeline.Layout, o Options) []byte {
	for i, tick := range l.Ticks {
		place := l.Window.Place(tick.X)
		// The style sheet shows ticks of class "wide" only on wide screens: on a phone
		// their labels would overlap.
		dst = append(dst, `<g class="tick`...)
		dst = append(dst, [...]string{timeline.Middle: "", timeline.Start: " first", timeline.End: " last"}[tick.Align]...)
		if !tick.Narrow {
			dst = append(dst, ` wide`...)
		}
		dst = append(dst, `"><rect width="1" height="5" x="`...)
		dst = AppendPercent(dst, place)
		dst = append(dst, `"/><text y="18" x="`...)
		dst = AppendPercent(dst, place)
		dst = append(dst, `">`...)
		if l.Clock != nil {
			dst = messages.AppendClock(dst, tick.Millis)
		} else if i == 0 {
			dst = o.say(dst, messages.FirstTick, count(tick.N))
		} else {
			dst = o.number(dst, tick.N)
		}
		dst = append(dst, `</text></g>`...)
	}
	return dst
}

// scale returns the phrase that explains to the reader what the width of a turn's bar on
// the timeline means. If the axis is a clock, the width means the time that the turn
// takes. Otherwise it means the length of the turn's text.
func scale(l *timeline.Layout) messages.Phrase {
	if l.Clock != nil {
		return messages.ByClock
	}
	return messages.Scale
}

// These are widths of a pause on the timeline, in ten-thousandths of the timeline's
// width. A pause is filled with hatching if its width is at least hatched. It also has a
// label with its length if its width is at least named, or, on a phone, at least
// namedNarrow.
const hatched, named, namedNarrow = 40, 900, 2500

// appendPauses fills the pauses of the recording with hatching, if they are in the
// visible stretch of the timeline (its window) and wide enough to be seen.
func appendPauses(dst []byte, l *timeline.Layout, o Options) []byte {
	if len(l.Pauses) == 0 {
		return dst
	}
	dst = append(dst, `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">`+
		`<rect class="cut" width="1" height="6"/></pattern>`...)
	for i := range l.Pauses {
		pause := &l.Pauses[i]
		place, wide, _ := l.Window.Span(pause.X, pause.W)
		if wide < hatched {
			continue
		}
		dst = append(dst, `<rect height="100%" fill="url(#hatch)`...)
		dst = appendSpan(dst, place, wide)
		dst = append(dst, `"/>`...)
		if wide >= named {
			dst = appendPauseName(dst, o, pause, place+wide/2, wide < namedNarrow)
		}
	}
	return dst
}

func appendPauseName(dst []byte, o Options, pause *timeline.Pause, middle int, wide bool) []byte {
	dst = append(dst, `<text class="silence`...)
	if wide {
		dst = append(dst, ` roomy`...)
	}
	dst = append(dst, `" y="50%" dy="4" text-anchor="middle" font-size="12" fill="currentColor" x="`...)
	dst = AppendPercent(dst, middle)
	dst = append(dst, `">`...)
	dst = o.say(dst, messages.PauseOf, unescaped(string(messages.AppendClock(nil, pause.Millis))))
	return append(dst, `</text>`...)
}
