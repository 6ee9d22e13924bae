package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendPlotBox appends the timeline graphic. From top to bottom it has the names of
// the topics, the speakers' rows (lanes), the marks of search hits, and the axis. All
// have the same horizontal scale.
func appendPlotBox(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<div class="plotbox n`...)
	dst = appendInt(dst, len(l.Lanes))
	dst = append(dst, `"><svg class="bands">`...)
	dst = AppendBandLabels(dst, t, l, o)
	dst = append(dst, `</svg><svg class="plot" role="group" aria-label="`...)
	dst = o.say(dst, scale(l))
	dst = append(dst, `">`...)
	dst = AppendPlot(dst, t, l, o)
	dst = append(dst, `</svg><svg class="hits" aria-hidden="true">`...)
	dst = AppendHits(dst, l)
	dst = append(dst, `</svg><svg class="axis" aria-hidden="true">`...)
	dst = AppendTicks(dst, l, o)
	dst = append(dst, `</svg><svg class="overview" height="0" aria-hidden="true">`...)
	dst = AppendOverview(dst, t, l)
	dst = append(dst, `</svg><div class="preview" aria-hidden="true"></div></div>`...)
	dst = append(dst, `<p class="scale">`...)
	dst = o.say(dst, scale(l))
	return append(dst, `</p>`...)
}

// AppendBandLabels appends the names of the topics or days above the timeline. Each
// name is a link to the first turn of that topic or day.
func AppendBandLabels(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	for i := range l.Bands {
		band := &l.Bands[i]
		name := bandName(t, o, band)
		place, wide, ok := l.Window.Span(band.X, band.W)
		if name == "" || !ok {
			continue
		}
		dst = append(dst, `<foreignObject y="0" height="100%`...)
		dst = appendSpan(dst, place, wide)
		dst = append(dst, `"><a class="band-label`...)
		if band.First <= l.At && l.At <= band.Last {
			dst = append(dst, ` on`...)
		}
		dst = append(dst, `" data-n="`...)
		dst = appendInt(dst, band.First)
		dst = append(dst, `" href="`...)
		dst = appendTurnURL(dst, t, band.First-1, o)
		dst = append(dst, `">`...)
		dst = appendEscaped(dst, name)
		dst = append(dst, `</a></foreignObject>`...)
	}
	return dst
}

// appendSpan appends the attributes x and width of an SVG shape, in ten-thousandths of
// the timeline's width. The caller has to append the quotation mark after the value of
// width.
func appendSpan(dst []byte, x, w int) []byte {
	dst = append(dst, `" x="`...)
	dst = AppendPercent(dst, x)
	dst = append(dst, `" width="`...)
	return AppendPercent(dst, w)
}

// AppendPlot appends the lanes (the speakers' rows) with one segment, a link drawn as a
// bar, for each turn. The area of a segment that reacts to the pointer is as high as
// all lanes together.
func AppendPlot(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	for i := range l.Lanes {
		dst = appendLaneBase(dst, l, o, i)
	}
	dst = appendPauses(dst, l, o)
	for i := range l.Bands {
		if x := l.Bands[i].X; i > 0 && l.Window.From <= x && x < l.Window.To {
			dst = append(dst, `<rect class="cut" y="0" height="100%" width="1" x="`...)
			dst = AppendPercent(dst, l.Window.Place(x))
			dst = append(dst, `"/>`...)
		}
	}
	for _, th := range l.Threads {
		dst = append(dst, `<rect class="thread l`...)
		dst = appendInt(dst, th.Top)
		dst = append(dst, ` d`...)
		dst = appendInt(dst, th.End-th.Top)
		dst = append(dst, `" width="1" x="`...)
		dst = AppendPercent(dst, l.Window.Place(th.X))
		dst = append(dst, `"/>`...)
	}
	if l.Crowded {
		dst = append(appendDensity(dst, t, l, l.Window), `</svg>`...)
		dst = AppendStop(dst, t, l, o)
	} else {
		stop := l.Stop()
		for n := 1; n <= l.Last; n++ { // if the axis is a clock, a turn may begin long before the visible stretch
			dst = appendSegment(dst, t, l, o, n, n == stop)
		}
	}
	dst = appendPosition(dst, l)
	return append(dst, `<rect class="drawn"/>`...)
}

// AppendStop appends the segment (the bar of a turn) that the Tab key reaches. On a
// crowded timeline (one with too many turns to draw each), no other turn has a segment.
// If no turn in the visible stretch of the timeline has a speaker, AppendStop appends
// nothing.
func AppendStop(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	return appendSegment(dst, t, l, o, l.Stop(), true)
}

func appendLaneBase(dst []byte, l *timeline.Layout, o Options, i int) []byte {
	dst = append(dst, `<rect class="base l`...)
	dst = appendInt(dst, i)
	dst = append(dst, `" width="100%" height="1"/><text class="short l`...)
	dst = appendInt(dst, i)
	dst = append(dst, `" aria-hidden="true">`...)
	if short := l.Lanes[i].Short; short != "" {
		dst = appendEscaped(dst, short)
	} else {
		dst = o.say(dst, messages.Others)
	}
	return append(dst, `</text>`...)
}

// leastBar is the width of the thinnest bar on the timeline, in ten-thousandths of the
// timeline's width.
const leastBar = 15

// appendSegment appends the segment of turn n: its bar on the timeline, which is a
// link. If n is 0, it appends nothing. If stop is true, the Tab key reaches this
// segment. Arrow keys move the focus from there to the other segments.
func appendSegment(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, n int, stop bool) []byte {
	if n == 0 {
		return dst
	}
	s := &l.Segments[n-1]
	place, wide, ok := l.Window.Span(s.X, s.W)
	if s.Lane < 0 || !ok { // a turn without a speaker, such as a note, is in no speaker's row
		return dst
	}
	dst = append(dst, `<a class="seg l`...)
	dst = appendInt(dst, s.Lane)
	dst = append(dst, ` s`...)
	dst = appendInt(dst, l.Lanes[s.Lane].Colour)
	if t.Speakers[l.Lanes[s.Lane].Speakers[0]].Kind == transcript.KindHost {
		dst = append(dst, ` host`...)
	}
	dst = append(dst, [...]string{timeline.Plain: "", timeline.Dim: " dim", timeline.Hidden: " off"}[s.Mark]...)
	dst = append(dst, `" data-n="`...)
	dst = appendInt(dst, n)
	dst = append(dst, `" href="`...)
	dst = appendTurnURL(dst, t, n-1, o)
	dst = append(dst, `" tabindex="`...)
	if stop {
		dst = append(dst, `0" aria-label="`...)
	} else {
		dst = append(dst, `-1" aria-label="`...)
	}
	dst = appendSegmentName(dst, t, l, o, n-1)
	dst = append(dst, `"><rect class="hit" height="100%`...)
	dst = appendSpan(dst, place, wide)
	dst = append(dst, `"/><rect class="bar`...)
	dst = appendSpan(dst, place, max(wide, leastBar))
	return append(dst, `"/></a>`...)
}

// appendSegmentName appends the accessible name of the segment (bar) of turn i on the
// timeline, as in "Turn 12, Sam Altman, 40 words, 2 hits".
func appendSegmentName(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	s := &l.Segments[i]
	dst = o.say(dst, messages.TurnNumber, count(i+1))
	dst = o.comma(dst)
	if k := l.Speakers[i]; k >= 0 {
		dst = appendEscaped(dst, t.Speakers[k].Name)
		dst = o.comma(dst)
	}
	dst = o.sayCount(dst, messages.Words, s.Words, count(s.Words))
	switch hits := len(l.Rows[i].Hits); {
	case s.Mark == timeline.Hidden:
		dst = o.comma(dst)
		dst = o.say(dst, messages.Hidden)
	case hits > 0:
		dst = o.comma(dst)
		dst = o.sayCount(dst, messages.Hits, hits, count(hits))
	}
	return dst
}

// appendPosition appends the marker on the timeline at the reader's current turn, if
// that turn is in the visible stretch of the timeline.
func appendPosition(dst []byte, l *timeline.Layout) []byte {
	if !l.Shows(l.At) {
		return dst
	}
	dst = append(dst, `<svg class="at" overflow="visible" x="`...)
	dst = AppendPercent(dst, l.Window.Place(l.Segments[l.At-1].X))
	return append(dst, `"><rect x="-1" y="-6" width="2"/><path d="M-6-10H6L0-2z"/></svg>`...)
}

// AppendHits appends a mark below the speakers' rows for each turn in which a search
// has hits. A crowded timeline (one with too many turns to draw each) is divided into
// narrow columns. There each column has one mark if it has hits, and the current hit has
// a separate mark.
func AppendHits(dst []byte, l *timeline.Layout) []byte {
	if l.Crowded {
		dst = appendDenseHits(dst, l)
	}
	for i := range l.Hits {
		hit := &l.Hits[i]
		if (hit.Current || !l.Crowded) && l.Window.From <= hit.X && hit.X < l.Window.To {
			dst = appendHit(dst, l.Window.Place(hit.X), hit.Current)
		}
	}
	return dst
}

func appendHit(dst []byte, place int, current bool) []byte {
	dst = append(dst, `<svg overflow="visible" x="`...)
	dst = AppendPercent(dst, place)
	if current {
		return append(dst, `"><rect class="tick now" x="-4" y="1.5" width="8" height="14"/></svg>`...)
	}
	return append(dst, `"><rect class="tick" x="-1" y="3" width="2" height="11"/></svg>`...)
}
