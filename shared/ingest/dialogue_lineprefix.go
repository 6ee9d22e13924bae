package ingest

import (
	"strings"

	"quoteline/shared/transcript"
)

// timestampLine begins a cue if the line is only a time. It returns whether it did.
func (t *textReader) timestampLine(body transcript.Range) bool {
	c, after := timeRangeAt(t.src.text, body.Start, body.End)
	if after != body.End {
		return false
	}
	t.beginCue(cue{name: t.openCue().name, continued: true, timestampOnly: true, clock: c})
	t.account(SpanTime, body)
	return true
}

// linePrefix reads a time or a list bullet before a speaker's label: "0:05 Ada:" or
// "- Ada:". It returns the offset of the label, or the start of the line if there is
// no such prefix.
func (t *textReader) linePrefix(body transcript.Range) int {
	if at := afterBullet(t.src.text, body); at > body.Start && t.isSpeaker(turnStartAt(t.src.text, at, body.End)) {
		t.account(SpanSeparator, transcript.Range{Start: body.Start, End: at})
		return at
	}
	c, after := timePrefix(t.src.text, body.Start, body.End)
	if after == 0 || !t.isSpeaker(turnStartAt(t.src.text, after, body.End)) {
		return body.Start
	}
	t.beginCue(cue{name: t.openCue().name, continued: true, timestampOnly: true, clock: c})
	t.account(SpanTime, transcript.Range{Start: body.Start, End: after})
	return after
}

// afterBullet returns the offset of the text after a list bullet, or the start of the
// line if there is none.
func afterBullet(text string, body transcript.Range) int {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— "} {
		if strings.HasPrefix(text[body.Start:body.End], mark) {
			return skipSpace(text, body.Start+len(mark), body.End)
		}
	}
	return body.Start
}

// timePrefix reads a time and the dash that may follow it. It returns the time and
// the offset of the text after them; the offset is 0 if there is no time.
func timePrefix(text string, at, end int) (clock, int) {
	c, after := timeRangeAt(text, at, end)
	if after == 0 {
		return c, 0
	}
	next := skipSpace(text, after, end)
	for _, mark := range []string{"- ", "– ", "— ", "| "} {
		if strings.HasPrefix(text[next:end], mark) {
			next = skipSpace(text, next+len(mark), end)
		}
	}
	return c, next
}
