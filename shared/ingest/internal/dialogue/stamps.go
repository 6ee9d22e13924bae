package dialogue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// stamp is a time at the start of a line, or a time next to a speaker's name there.
type stamp struct {
	at     int // offset of the line
	ms     int64
	alone  bool // the line is only this time, and it may be a time of day
	inside bool // the lines directly before and after it read like one sentence
}

// spokenStamps finds the lines that are only a time but part of the speech, such as the
// second line of "We met at", "10:30", "and left." It returns their byte offsets. Such a
// line is part of the speech in three cases:
//
//   - It is later than the next time, and without it the times are in order.
//   - It is the only time of the text.
//   - The lines around it read like one sentence, and the text has more labels than times
//     (the argument labels is true).
//
// The line must be a time of day, such as "10:30", without brackets.
func spokenStamps(src *source.Source, labels bool) map[int]bool {
	list := stamps(src)
	spoken := map[int]bool{}
	before := int64(0) // the time before, without spoken ones
	for i, s := range list {
		late := i+1 < len(list) && before <= list[i+1].ms && list[i+1].ms < s.ms
		if s.alone && (late || s.inside && labels || len(list) == 1) {
			spoken[s.at] = true
			continue
		}
		before = s.ms
	}
	return spoken
}

// stamps returns the times of a text, in order. The list is empty if no line is only a time.
func stamps(src *source.Source) []stamp {
	if !hasStampLine(src) {
		return nil
	}
	var list []stamp
	var before transcript.Range // the line directly before; empty if it is blank
	open := false               // the last stamp is on the line directly before
	for body, blank := range textLines(src) {
		if blank {
			before = transcript.Range{}
		}
		l, ok := label.LineAt(src.Text, body.Start, body.End)
		if open {
			last := &list[len(list)-1]
			last.inside = last.inside && !blank && beginsInSentence(src.Slice(body))
		}
		open = false
		if ms, timed := l.Clock.Start.Millis(); ok && timed && l.Time.Start < l.Time.End {
			open = isStampLine(src, body)
			unfinished := before.Start < before.End && !isStampLine(src, before) && !label.SentenceFinished(src.Text, before.Start, before.End)
			list = append(source.WithRoom(list), stamp{at: body.Start, ms: ms, alone: open, inside: open && unfinished})
		}
		before = body
	}
	if open {
		list[len(list)-1].inside = false
	}
	return list
}

// hasStampLine reports whether a line of the text is only a time.
func hasStampLine(src *source.Source) bool {
	for line := range src.Lines() {
		if isStampLine(src, src.Body(line)) {
			return true
		}
	}
	return false
}

// isStampLine reports whether a line is only a time of day as people say it, such as
// "10:30". Times such as "0:05" and "00:05:00" are those of a recording.
func isStampLine(src *source.Source, body transcript.Range) bool {
	const longest = len("10:30")
	if body.End-body.Start > longest {
		return false
	}
	hour, minute, ok := strings.Cut(src.Slice(body), ":")
	if !ok || len(hour) > 2 || len(minute) != 2 || strings.Trim(hour+minute, "0123456789") != "" || hour == "" {
		return false
	}
	return hour[0] != '0' && hour <= "24" || len(hour) == 1 && hour != "0"
}

// beginsInSentence reports whether a line begins with a letter in lower case.
func beginsInSentence(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r)
}

// decideSpoken decides about a line that is only a time but is probably part of the
// speech. It returns true if the time begins a new cue (a piece of text under one time).
// By default it returns false, and the time remains part of the words. An editor can
// reverse the decision.
func decideSpoken(d *draft.Draft, l *draft.Ledger, body transcript.Range) bool {
	at := d.Src.Position(body.Start)
	c := draft.Decision{
		ID: draft.IDAt(draft.DecideSplit, at), Kind: draft.DecideSplit, Labels: []draft.LabelCount{}, Position: &at,
		Reason: "a line that is only a time, but it does not fit the times or the words around it, so it is probably spoken",
	}
	m := draft.Remark{Kind: draft.RemarkMark, Level: draft.LevelCheck, Decision: c.ID, Done: "kept as words: " + c.Reason, Alternatives: []string{"take it for a time"}}
	applied := l.Decide(c)
	if applied {
		m.Done, m.Alternatives = "taken for a time, although it may be spoken", []string{"keep it as words"}
	}
	d.Remark(body, m)
	return applied
}
