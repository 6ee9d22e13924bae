package render

import (
	"strconv"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendChips appends the lanes' labels, which are the speaker filter.
func appendChips(dst []byte, t *transcript.Transcript, l *timeline.Layout) []byte {
	dst = append(dst, `<fieldset class="chips" disabled><legend class="vh">Speakers shown</legend>`...)
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		dst = append(dst, `<div class="chip s`...)
		dst = appendInt(dst, i)
		dst = append(dst, `"><button type="button" class="switch" data-act="speaker" data-lane="`...)
		dst = appendInt(dst, i)
		dst = append(dst, `" aria-pressed="`...)
		dst = strconv.AppendBool(dst, !lane.Off)
		dst = append(dst, `">`...)
		dst = appendIcon(dst, "check")
		dst = append(dst, `<span class="who"><bdi>`...)
		dst = appendEscaped(dst, laneName(t, lane))
		dst = append(dst, `</bdi></span> <span class="share">`...)
		dst = AppendShare(dst, l, i)
		dst = append(dst, `</span></button>`...)
		dst = appendOnly(dst, t, l, i)
		dst = append(dst, `</div>`...)
	}
	return append(dst, `</fieldset>`...)
}

// appendOnly appends the button that leaves one lane on. With one lane there
// is nothing to leave out.
func appendOnly(dst []byte, t *transcript.Transcript, l *timeline.Layout, i int) []byte {
	if len(l.Lanes) < 2 {
		return dst
	}
	dst = append(dst, `<button type="button" class="solo" data-act="solo" data-lane="`...)
	dst = appendInt(dst, i)
	dst = append(dst, `">only<span class="vh"> <bdi>`...)
	dst = appendEscaped(dst, laneName(t, &l.Lanes[i]))
	return append(dst, `</bdi></span></button>`...)
}

// AppendShare appends the figures of lane i: its part of the words, or during
// a search its turns with a hit.
func AppendShare(dst []byte, l *timeline.Layout, i int) []byte {
	lane := &l.Lanes[i]
	if l.Searching {
		dst = append(dst, `<b>`...)
		dst = appendCount(dst, lane.HitIn)
		dst = append(dst, `</b> of `...)
		return appendOf(dst, lane.Turns, "turn")
	}
	dst = appendOf(dst, lane.Turns, "turn")
	dst = append(dst, ", "...)
	dst = appendShare(dst, lane.Share)
	return append(dst, `<span class="of"> of words</span>`...)
}

func laneName(t *transcript.Transcript, lane *timeline.Lane) string {
	if n := len(lane.Speakers); n > 1 {
		return string(appendCount(nil, n)) + " others"
	}
	return t.Speakers[lane.Speakers[0]].Name
}
