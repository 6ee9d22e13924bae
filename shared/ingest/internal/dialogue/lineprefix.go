package dialogue

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// timestampLine reports whether the line is only a time, such as "0:05". If so, it
// begins a cue (a piece of text by one speaker) with this time; the current speaker
// continues.
func (t *textReader) timestampLine(body transcript.Range) bool {
	c, after := source.TimeRangeAt(t.Src.Text, body.Start, body.End)
	if after != body.End || t.spoken[body.Start] && !decideSpoken(t.Draft, t.ledger, body) {
		return false
	}
	t.BeginCue(draft.Cue{Name: t.OpenCue().Name, Continued: true, TimestampOnly: true, Clock: t.ClockOf(c.Start, c.End, body)})
	t.Account(draft.SpanTime, body)
	return true
}

// linePrefix reads a time or a list bullet before a speaker's name, as in "0:05 Ada:" and
// "- Ada:". It also reads a time before the arrows of an unnamed speaker, as in "0:05 >>
// Yes." It returns the byte offset after the time or the bullet. It returns the start of
// the line if there is none, or if neither a name nor arrows follow.
func (t *textReader) linePrefix(body transcript.Range) int {
	if at := afterBullet(t.Src.Text, body); at > body.Start && t.isSpeaker(label.TurnStartAt(t.Src.Text, at, body.End)) {
		t.Account(draft.SpanSeparator, transcript.Range{Start: body.Start, End: at})
		return at
	}
	c, after := source.TimePrefix(t.Src.Text, body.Start, body.End)
	if after == 0 {
		return body.Start
	}
	if s := label.TurnStartAt(t.Src.Text, after, body.End); !t.isSpeaker(s) && !(s.Arrows > 1 && t.arrows) {
		return body.Start
	}
	t.BeginCue(draft.Cue{Name: t.OpenCue().Name, Continued: true, TimestampOnly: true, Clock: t.ClockOf(c.Start, c.End, body)})
	t.Account(draft.SpanTime, transcript.Range{Start: body.Start, End: after})
	return after
}

// afterBullet returns the offset of the text after a list bullet such as "- ", or the
// start of the line if the line has no bullet.
func afterBullet(text string, body transcript.Range) int {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— "} {
		if strings.HasPrefix(text[body.Start:body.End], mark) {
			return source.SkipSpace(text, body.Start+len(mark), body.End)
		}
	}
	return body.Start
}
