package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendStrip appends the condensed line (strip) that stays at the top of the screen
// while the reader reads the quotes.
func appendStrip(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<div class="stick"><div class="strip" part="strip"><p class="where">`...)
	dst = AppendWhere(dst, t, l, o)
	dst = append(dst, `</p>`...)
	dst = appendMiniStart(dst, l, "mini")
	dst = AppendMini(dst, t, l)
	dst = append(dst, `</svg><div class="steps-turn">`...)
	dst = appendPlayControls(dst, t, o)
	dst = appendIconButton(dst, o, "find", "search", messages.Search, false)
	dst = appendIconButton(dst, o, "back", "up", messages.PreviousTurn, false)
	dst = appendIconButton(dst, o, "forward", "down", messages.NextTurn, false)
	dst = append(dst, `</div></div>`...)
	dst = appendFollow(dst, t, o)
	return append(dst, `</div>`...)
}

// AppendWhere appends the number and the speaker of the reader's current turn.
func AppendWhere(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	if l.At < 1 || l.At > len(t.Turns) {
		return dst
	}
	dst = append(dst, `<b>`...)
	dst = o.say(dst, messages.PlaceOf, count(l.At), count(len(t.Turns)))
	dst = append(dst, `</b> <bdi>`...)
	dst = appendEscaped(dst, o.speakerName(t, l.At-1))
	return append(dst, `</bdi>`...)
}

// Heights in the condensed line, in units of its drawing: a lane, a bar, and a bar of a
// host.
const miniLane, miniBar, miniHost = 11, 7, 4

// appendMiniStart appends the start tag of the drawing of the condensed line.
func appendMiniStart(dst []byte, l *timeline.Layout, class string) []byte {
	dst = append(dst, `<svg class="`...)
	dst = append(dst, class...)
	dst = append(dst, `" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 `...)
	dst = appendInt(dst, timeline.Width)
	dst = append(dst, ' ')
	dst = appendInt(dst, len(l.Lanes)*miniLane)
	return append(dst, `">`...)
}

// AppendMini appends the content of the condensed line. Each lane has a path with the
// turns that are shown, and during a search a second path with the turns that have no
// hit.
func AppendMini(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	for lane := range l.Lanes {
		dst = appendMiniLane(dst, t, l, lane, timeline.Plain, "")
		if l.Searching {
			dst = appendMiniLane(dst, t, l, lane, timeline.Dim, " dim")
		}
	}
	return appendMiniAt(dst, l)
}

// appendMiniAt appends a mark at the reader's current turn to a drawing of the whole
// line.
func appendMiniAt(dst []byte, l *timeline.Layout) []byte {
	if l.At < 1 || l.At > len(l.Segments) {
		return dst
	}
	dst = append(dst, `<rect class="mini-at" height="100%" x="`...)
	dst = appendInt(dst, timeline.Whole().Place(l.Segments[l.At-1].X))
	return append(dst, `"/>`...)
}

func appendMiniLane(dst []byte, t *transcript.Transcript, l *timeline.Layout, lane int, mark timeline.Mark, class string) []byte {
	y, height := miniPlace(t, l, lane)
	dst = append(dst, `<path class="s`...)
	dst = appendInt(dst, lane)
	dst = append(dst, class...)
	dst = append(dst, `" d="`...)
	if l.Dense {
		dst = appendRuns(dst, fillColumns(l, timeline.Whole(), lane, mark), y, height)
		return append(dst, `"/>`...)
	}
	for i := range l.Segments {
		if s := &l.Segments[i]; s.Lane == lane && s.Mark == mark {
			dst = appendWholeBar(dst, s, y, height)
		}
	}
	return append(dst, `"/>`...)
}

// miniPlace returns the vertical position and the height of a lane's bars in the
// condensed line.
func miniPlace(t *transcript.Transcript, l *timeline.Layout, lane int) (y, height int) {
	height = miniBar
	if t.Speakers[l.Lanes[lane].Speakers[0]].Kind == transcript.KindHost {
		height = miniHost
	}
	return lane*miniLane + (miniLane-height)/2, height
}

// appendWholeBar appends the bar of a segment to a path. The drawing must show the
// whole line.
func appendWholeBar(dst []byte, s *timeline.Segment, y, height int) []byte {
	place, wide, _ := timeline.Whole().Span(s.X, s.W)
	return appendBar(dst, place, wide, y, height)
}

// appendBar appends a filled rectangle to the data of an SVG path.
func appendBar(dst []byte, x, wide, y, height int) []byte {
	dst = append(dst, 'M')
	dst = appendInt(dst, x)
	dst = append(dst, ' ')
	dst = appendInt(dst, y)
	dst = append(dst, 'h')
	dst = appendInt(dst, wide)
	dst = append(dst, 'v')
	dst = appendInt(dst, height)
	dst = append(dst, 'h')
	dst = appendInt(dst, -wide)
	return append(dst, 'z')
}
