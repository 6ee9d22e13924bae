package jsonform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// YouTube returns the format json3 of YouTube's captions: events with their words in
// "segs", with times in milliseconds.
func YouTube() draft.Format {
	return speechFormat("youtube-json3", func(root *node) bool {
		for _, e := range root.member("events").items() {
			if e.member("segs").items() != nil && e.member("tStartMs") != nil {
				return true
			}
		}
		return false
	}, readYouTube)
}

// readYouTube reads the events of YouTube. An event without words is a line break or
// describes the window of the captions.
func readYouTube(d *speech, root *node) string {
	events := root.member("events").items()
	n := 0
	for i := range events {
		e := &events[i]
		start := e.member("tStartMs").offset(source.UnitMillis)
		end := after(start, e.member("dDurationMs").offset(source.UnitMillis))
		// Each event is a cue (a piece of text under one time). Its pieces have their own
		// spaces, as in "come", " in".
		begun, gap := false, byte(0)
		for _, seg := range e.member("segs").items() {
			text := seg.member("utf8")
			if !text.isString() {
				continue
			}
			if strings.TrimSpace(text.text) == "" {
				d.Account(draft.SpanMarkup, text.content())
				gap = ' '
				continue
			}
			if !begun {
				d.beginSpeech(nil, start, end, text.at())
				begun, gap = true, 0
				n++
			}
			d.addString(text, joinOf(text.text, gap))
			gap = gapAfter(text.text)
		}
		if begun {
			d.MarkDirection()
		}
	}
	return "events with segs, as YouTube writes them; captions: " + strconv.Itoa(n)
}
