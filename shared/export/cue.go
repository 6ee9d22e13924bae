package export

import (
	"errors"
	"strconv"

	"quoteline/shared/transcript"
)

// ErrNoTimecodes is returned if a format needs the start of every turn, and a turn of
// the transcript has no start.
var ErrNoTimecodes = errors.New("the transcript has no times, which this format needs")

// openEnd is written as the end of a caption if the end is unknown: 99:59:59.999, in
// milliseconds. The file format requires an end. A player stops at the end of the
// recording, so it does no harm that openEnd is later.
const openEnd = 100*3600*1000 - 1

// cue is one caption: a turn with its start and end, in milliseconds from the start of
// the recording.
type cue struct {
	turn       *transcript.Turn
	speaker    string // the name in one line; "" if the turn has no speaker
	start, end int64
	endKnown   bool
}

// cues returns one caption for each turn. If a turn has no end, its caption ends when
// the next turn with a later start begins. If there is no such turn, the caption ends
// with the recording. If the recording's length is unknown too, endKnown is false. cues
// returns [ErrNoTimecodes] if a turn has no start, or if there are no turns.
func cues(t *transcript.Transcript) ([]cue, error) {
	list := make([]cue, len(t.Turns))
	next, known := int64(0), false
	if t.Media != nil && t.Media.Duration > 0 {
		next, known = int64(t.Media.Duration), true
	}
	later, names := next, speakerNames(t)
	for i := len(list) - 1; i >= 0; i-- {
		turn := &t.Turns[i]
		start, ok := turn.Start.Millis()
		if !ok {
			return nil, ErrNoTimecodes
		}
		// Several turns may start at the same time. All of them end at the next later
		// start.
		if i+1 < len(list) && start < later {
			next, known = later, true
		}
		later = start
		c := cue{turn: turn, speaker: names.of(turn), start: start, end: next, endKnown: known && next > start}
		if end, ok := turn.End.Millis(); ok {
			c.end, c.endKnown = end, true
		}
		list[i] = c
	}
	if len(list) == 0 {
		return nil, ErrNoTimecodes
	}
	return list, nil
}

// shown returns the cue's start and end, in milliseconds, as they are written to a
// caption file. Caption formats allow neither negative times nor cues of zero length.
func (c *cue) shown() (start, end int64) {
	start, end = max(c.start, 0), c.end
	if !c.endKnown {
		end = openEnd
	}
	return start, max(end, start+1)
}

// names maps the id of each speaker to the speaker's name. A name contains no line
// breaks.
type names map[string]string

func speakerNames(t *transcript.Transcript) names {
	n := make(names, len(t.Speakers))
	for id, i := range t.SpeakerIndexes() {
		n[id] = oneLine(t.Speakers[i].Name)
	}
	return n
}

// of returns the name of a turn's speaker, or "" for a note and for a turn without a
// speaker.
func (n names) of(turn *transcript.Turn) string {
	if turn.Kind == transcript.Note {
		return ""
	}
	return n[turn.Speaker]
}

// appendClock appends a time, given in milliseconds, as hours, minutes and seconds with
// at least two digits each, as in "00:01:02".
func appendClock(dst []byte, ms int64) []byte {
	if ms < 0 {
		dst, ms = append(dst, '-'), -ms
	}
	s := ms / 1000
	dst = append(appendDigits(dst, s/3600, 2), ':')
	dst = append(appendDigits(dst, s/60%60, 2), ':')
	return appendDigits(dst, s%60, 2)
}

// appendTiming appends the line with a cue's start and end. The argument point is the
// character between seconds and milliseconds: "." in WebVTT, "," in SubRip.
func (c *cue) appendTiming(dst []byte, point byte) []byte {
	start, end := c.shown()
	dst = append(appendClock(dst, start), point)
	dst = append(appendDigits(dst, start%1000, 3), " --> "...)
	dst = append(appendClock(dst, end), point)
	return append(appendDigits(dst, end%1000, 3), '\n')
}

// appendDigits appends n in decimal. If n has fewer digits than width, leading zeros
// are added. n must not be negative.
func appendDigits(dst []byte, n int64, width int) []byte {
	digits := strconv.FormatInt(n, 10)
	for range width - len(digits) {
		dst = append(dst, '0')
	}
	return append(dst, digits...)
}
