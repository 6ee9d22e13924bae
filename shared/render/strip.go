package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendStrip appends the strip: a small copy of the timeline graphic that stays at the
// top of the browser window while the reader reads the turns.
func appendStrip(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<div class="stick"><div class="strip" part="strip"><p class="where">`...)
	dst = AppendWhere(dst, t, l, o)
	dst = append(dst, `</p>`...)
	dst = appendMiniStart(dst, l, "mini")
	dst = AppendMini(dst, t, l)
	dst = append(dst, `</svg><div class="steps-turn">`...)
	dst = appendPlayControls(dst, t, o)
	dst = appendIconButton(dst, o, "find", "search", messages.Search, false)
	back, forward := StripSteps(l)
	dst = appendIconButton(dst, o, "back", "up", back, false)
	dst = appendIconButton(dst, o, "forward", "down", forward, false)
	dst = append(dst, `</div></div>`...)
	dst = appendFollow(dst, t, o)
	return append(dst, `</div>`...)
}

// StripSteps returns the names of the two buttons in the strip, the small timeline at
// the top of the browser window. While a search has hits, the buttons go to the
// previous and the next turn with a hit. Otherwise they go to the previous and the
// next turn.
func StripSteps(l *timeline.Layout) (back, forward messages.Phrase) {
	if l.HitTurns > 0 {
		return messages.PreviousHit, messages.NextHit
	}
	return messages.PreviousTurn, messages.NextTurn
}

// AppendWhere appends the number and the speaker of the reader's current turn. If that turn
// has the current hit of a search, it also appends the number of the hit, as in
// "Hit 4 of 8, turn 13".
func AppendWhere(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	if l.At < 1 || l.At > len(t.Turns) {
		return dst
	}
	dst = append(dst, `<b>`...)
	if l.Rows[l.At-1].Hit {
		dst = o.say(dst, messages.HitOfTurn, count(l.HitAt), count(l.HitTurns), count(l.At))
	} else {
		dst = o.say(dst, messages.PlaceOf, count(l.At), count(len(t.Turns)))
	}
	dst = append(dst, `</b> <bdi>`...)
	dst = appendEscaped(dst, o.speakerName(t, l.At-1))
	return append(dst, `</bdi>`...)
}

// These are heights in the strip (the small timeline at the top of the browser window),
// in units of its SVG viewBox. miniLane is the height of a lane (a speaker's row),
// miniBar that of a bar, and miniHost that of an interviewer's bar.
const miniLane, miniBar, miniHost = 11, 7, 4

// appendMiniStart appends the start tag of the SVG drawing of a small timeline.
func appendMiniStart(dst []byte, l *timeline.Layout, class string) []byte {
	dst = append(dst, `<svg class="`...)
	dst = append(dst, class...)
	dst = append(dst, `" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 `...)
	dst = appendInt(dst, timeline.Width)
	dst = append(dst, ' ')
	dst = appendInt(dst, len(l.Lanes)*miniLane)
	return append(dst, `">`...)
}

// AppendMini appends the content of a small timeline graphic. Each lane (a speaker's
// row) has one path with the turns that are shown. During a search this path has the
// turns with a hit, and a second, dimmed path has the shown turns without a hit.
func AppendMini(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	for lane := range l.Lanes {
		dst = appendMiniLane(dst, t, l, lane, timeline.Plain, "")
		if l.Searching {
			dst = appendMiniLane(dst, t, l, lane, timeline.Dim, " dim")
		}
	}
	return appendMiniAt(dst, l)
}

// appendMiniAt appends the mark of the reader's current turn to a drawing of the whole
// timeline. If there is no current turn, it appends nothing.
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
	dst = appendInt(dst, l.Lanes[lane].Colour)
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

// miniPlace returns the top and the height of the bars in a lane (a speaker's row) of a
// small timeline, in units of its SVG viewBox.
func miniPlace(t *transcript.Transcript, l *timeline.Layout, lane int) (y, height int) {
	height = miniBar
	if t.Speakers[l.Lanes[lane].Speakers[0]].Kind == transcript.KindHost {
		height = miniHost
	}
	return lane*miniLane + (miniLane-height)/2, height
}

// appendWholeBar appends the bar of a turn to the data of an SVG path. The drawing must
// show the whole timeline, not a stretch of it.
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
