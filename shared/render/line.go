package render

import (
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/shared/words"
)

// appendPlotBox appends the line: topics, lanes, hits and axis, one above the
// other over the same horizontal scale.
func appendPlotBox(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<div class="plotbox" data-lanes="`...)
	dst = appendInt(dst, len(l.Lanes))
	dst = append(dst, `"><svg class="bands">`...)
	dst = AppendBandLabels(dst, t, l, o)
	dst = append(dst, `</svg><svg class="plot" role="group" aria-label="`...)
	dst = o.say(dst, words.InOrder)
	dst = append(dst, `">`...)
	dst = AppendPlot(dst, t, l, o)
	dst = append(dst, `</svg><svg class="hits" aria-hidden="true">`...)
	dst = AppendHits(dst, l)
	dst = append(dst, `</svg><svg class="axis" aria-hidden="true">`...)
	dst = appendTicks(dst, l, o)
	dst = append(dst, `</svg><div class="preview" aria-hidden="true"></div></div>`...)
	dst = append(dst, `<p class="scale">`...)
	dst = o.say(dst, words.Scale)
	return append(dst, `</p>`...)
}

// AppendBandLabels appends the topics above the line, each a link to its first
// turn.
func AppendBandLabels(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	for i := range l.Bands {
		band := &l.Bands[i]
		if band.Topic < 0 {
			continue
		}
		dst = append(dst, `<foreignObject y="0" height="100%`...)
		dst = appendSpan(dst, band.X, band.W)
		dst = append(dst, `"><a class="band-label`...)
		if band.First <= l.At && l.At <= band.Last {
			dst = append(dst, ` on`...)
		}
		dst = append(dst, `" data-n="`...)
		dst = appendInt(dst, band.First)
		dst = append(dst, `" href="`...)
		dst = appendTurnURL(dst, t, band.First-1, o)
		dst = append(dst, `">`...)
		dst = appendEscaped(dst, t.Topics[band.Topic].Label)
		dst = append(dst, `</a></foreignObject>`...)
	}
	return dst
}

// appendSpan appends the horizontal place of a shape: x and width, with the
// second value's quotation mark left open.
func appendSpan(dst []byte, x, w int) []byte {
	dst = append(dst, `" x="`...)
	dst = AppendPercent(dst, x)
	dst = append(dst, `" width="`...)
	return AppendPercent(dst, w)
}

// AppendPlot appends the lanes with a segment a turn. Each segment owns its
// stretch of the axis through all lanes, so that the whole height is its target.
func AppendPlot(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	for i := range l.Lanes {
		dst = appendLaneBase(dst, l, o, i)
	}
	for i := range l.Bands {
		if i > 0 {
			dst = append(dst, `<rect class="cut" y="0" height="100%" width="1" x="`...)
			dst = AppendPercent(dst, l.Bands[i].X)
			dst = append(dst, `"/>`...)
		}
	}
	for _, th := range l.Threads {
		dst = append(dst, `<rect class="thread l`...)
		dst = appendInt(dst, th.Top)
		dst = append(dst, ` d`...)
		dst = appendInt(dst, th.End-th.Top)
		dst = append(dst, `" width="1" x="`...)
		dst = AppendPercent(dst, th.X)
		dst = append(dst, `"/>`...)
	}
	if l.Dense {
		dst = appendDensity(dst, t, l)
		return appendPosition(appendDenseStop(dst, t, l, o), l)
	}
	for i := range l.Segments {
		dst = appendSegment(dst, t, l, o, i)
	}
	return appendPosition(dst, l)
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
		dst = o.say(dst, words.Others)
	}
	return append(dst, `</text>`...)
}

func appendSegment(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	s := &l.Segments[i]
	if s.Lane < 0 {
		return dst
	}
	dst = append(dst, `<a class="seg l`...)
	dst = appendInt(dst, s.Lane)
	dst = append(dst, ` s`...)
	dst = appendInt(dst, s.Lane)
	if t.Speakers[l.Lanes[s.Lane].Speakers[0]].Kind == transcript.KindHost {
		dst = append(dst, ` host`...)
	}
	dst = append(dst, [...]string{timeline.Plain: "", timeline.Dim: " dim", timeline.Hidden: " off"}[s.Mark]...)
	dst = append(dst, `" data-n="`...)
	dst = appendInt(dst, i+1)
	dst = append(dst, `" href="`...)
	dst = appendTurnURL(dst, t, i, o)
	dst = append(dst, `" tabindex="`...)
	if l.At == i+1 {
		dst = append(dst, `0" aria-label="`...)
	} else {
		dst = append(dst, `-1" aria-label="`...)
	}
	dst = appendSegmentName(dst, t, l, o, i)
	dst = append(dst, `"><rect class="hit" height="100%`...)
	dst = appendSpan(dst, s.X, s.W)
	dst = append(dst, `"/><rect class="bar`...)
	dst = appendSpan(dst, s.X, s.W)
	return append(dst, `"/></a>`...)
}

// appendSegmentName appends what a screen reader says of a segment.
func appendSegmentName(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	s := &l.Segments[i]
	dst = o.say(dst, words.TurnNumber, count(i+1))
	dst = o.comma(dst)
	if k := t.SpeakerIndex(t.Turns[i].Speaker); k >= 0 {
		dst = appendEscaped(dst, t.Speakers[k].Name)
		dst = o.comma(dst)
	}
	dst = o.sayCount(dst, words.Words, s.Words, count(s.Words))
	switch hits := len(l.Rows[i].Hits); {
	case s.Mark == timeline.Hidden:
		dst = o.comma(dst)
		dst = o.say(dst, words.Hidden)
	case hits > 0:
		dst = o.comma(dst)
		dst = o.sayCount(dst, words.Hits, hits, count(hits))
	}
	return dst
}

// appendPosition appends the mark of the turn where the reader is.
func appendPosition(dst []byte, l *timeline.Layout) []byte {
	if l.At < 1 || l.At > len(l.Segments) {
		return dst
	}
	dst = append(dst, `<svg class="at" overflow="visible" x="`...)
	dst = AppendPercent(dst, l.Segments[l.At-1].X)
	return append(dst, `"><rect x="-1" y="-6" width="2"/><path d="M-6-10H6L0-2z"/></svg>`...)
}

// AppendHits appends a mark a turn with hits, under the lanes.
func AppendHits(dst []byte, l *timeline.Layout) []byte {
	if l.Dense {
		return appendDenseHits(dst, l)
	}
	for _, hit := range l.Hits {
		dst = appendHit(dst, hit)
	}
	return dst
}

func appendHit(dst []byte, hit timeline.Hit) []byte {
	dst = append(dst, `<svg overflow="visible" x="`...)
	dst = AppendPercent(dst, hit.X)
	if hit.Current {
		return append(dst, `"><rect class="tick now" x="-4" y="1.5" width="8" height="14"/></svg>`...)
	}
	return append(dst, `"><rect class="tick" x="-1" y="3" width="2" height="11"/></svg>`...)
}

// lastTick is how near to the end of the axis a label has to end with its tick.
const lastTick = 250

func appendTicks(dst []byte, l *timeline.Layout, o Options) []byte {
	for _, tick := range l.Ticks {
		dst = append(dst, `<g class="tick`...)
		if tick.N == 1 {
			dst = append(dst, ` first`...)
		}
		if tick.X > timeline.Width-lastTick {
			dst = append(dst, ` last`...)
		}
		if !tick.Narrow {
			dst = append(dst, ` wide`...)
		}
		dst = append(dst, `"><rect width="1" height="5" x="`...)
		dst = AppendPercent(dst, tick.X)
		dst = append(dst, `"/><text y="18" x="`...)
		dst = AppendPercent(dst, tick.X)
		dst = append(dst, `">`...)
		if tick.N == 1 {
			dst = o.say(dst, words.FirstTick, count(1))
		} else {
			dst = o.number(dst, tick.N)
		}
		dst = append(dst, `</text></g>`...)
	}
	return dst
}
