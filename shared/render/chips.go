package render

import (
	"strconv"

	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendChips appends a switch (chip) for each lane, which is the row of one speaker or
// of several speakers on the timeline. The chip has the lane's name. It shows and hides
// the turns of the lane's speakers.
func appendChips(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<fieldset class="chips" disabled><legend class="vh">`...)
	dst = o.say(dst, messages.SpeakersShown)
	dst = append(dst, `</legend>`...)
	for i := range l.Lanes {
		lane := &l.Lanes[i]
		dst = append(dst, `<div part="chip" class="chip s`...)
		dst = appendInt(dst, lane.Colour)
		dst = append(dst, `"><button type="button" class="switch" data-act="speaker" data-lane="`...)
		dst = appendInt(dst, i)
		dst = append(dst, `" aria-pressed="`...)
		dst = strconv.AppendBool(dst, !lane.Off)
		dst = append(dst, `">`...)
		dst = appendIcon(dst, "check")
		dst = append(dst, `<span class="who"><bdi>`...)
		dst = appendEscaped(dst, o.laneName(t, lane))
		dst = append(dst, `</bdi></span> <span class="share">`...)
		dst = AppendShare(dst, l, o, i)
		dst = append(dst, `</span></button>`...)
		dst = appendOnly(dst, t, l, o, i)
		dst = append(dst, `</div>`...)
	}
	return append(dst, `</fieldset>`...)
}

// appendOnly appends a button that shows only the speakers of lane i, and hides all
// others. A lane is a speaker's row on the timeline. If there is only one lane,
// appendOnly appends nothing.
func appendOnly(dst []byte, t *transcript.Transcript, l *timeline.Layout, o Options, i int) []byte {
	if len(l.Lanes) < 2 {
		return dst
	}
	dst = append(dst, `<button type="button" class="solo" data-act="solo" data-lane="`...)
	dst = appendInt(dst, i)
	dst = append(dst, `">`...)
	dst = o.say(dst, messages.Only)
	dst = append(dst, `<span class="vh"> <bdi>`...)
	dst = appendEscaped(dst, o.laneName(t, &l.Lanes[i]))
	return append(dst, `</bdi></span></button>`...)
}

// AppendShare appends the figures of lane i, a speaker's row on the timeline. During
// a search, it appends how many of the lane's turns have a hit. Otherwise it appends
// the number of the lane's turns and their share of all words.
func AppendShare(dst []byte, l *timeline.Layout, o Options, i int) []byte {
	lane := &l.Lanes[i]
	if l.Searching {
		return o.sayCount(dst, messages.OfTurns, lane.Turns, bold(lane.HitIn), count(lane.Turns))
	}
	dst = o.sayCount(dst, messages.Turns, lane.Turns, count(lane.Turns))
	dst = o.comma(dst)
	dst = o.words().AppendShare(dst, lane.Share)
	dst = append(dst, `<span class="of">`...)
	dst = o.say(dst, messages.OfWords)
	return append(dst, `</span>`...)
}

func (o Options) laneName(t *transcript.Transcript, lane *timeline.Lane) string {
	if n := len(lane.Speakers); n > 1 {
		return string(o.sayCount(nil, messages.OtherSpeakers, n, count(n)))
	}
	return t.Speakers[lane.Speakers[0]].Name
}
