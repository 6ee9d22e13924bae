package source

import (
	"strings"

	"quoteline/shared/transcript"
)

// timesAt reads one time, or two times with a dash, an arrow or "to" between them.
// The argument read is the function that reads each time: [clockAt] or [secondsAt]. The
// second time may be before the first, and the caller reports that. The results are the times, and the offset in text
// after them. The offset is 0 if there is no time.
func timesAt(text string, i, end int, read func(string, int) (int64, int)) (Clock, int) {
	ms, after := read(text[:end], i)
	if after == 0 {
		return Clock{}, 0
	}
	c := Clock{Start: transcript.At(ms)}
	next := SkipSpace(text, after, end)
	for _, mark := range []string{"-->", "->", "→", "–", "—", "-", "−", "~", "～", "〜", "to ", "bis ", "à "} {
		if !strings.HasPrefix(text[next:end], mark) {
			continue
		}
		if to, toEnd := read(text[:end], SkipSpace(text, next+len(mark), end)); toEnd > 0 {
			c.End, after = transcript.At(to), toEnd
		}
		break
	}
	return c, after
}

// withAMPM looks for AM or PM directly after the time c. The argument after is the
// offset at which c ends in the text. If AM or PM is there and c has no end time, the
// results are the time of day and the offset after AM or PM. Otherwise the results
// are c and the argument after, unchanged.
func withAMPM(text string, c Clock, after, end int) (Clock, int) {
	half := SkipSpace(text, after, end)
	if half+2 > end || !c.End.IsZero() {
		return c, after
	}
	ms, _ := c.Start.Millis()
	if at, ok := fromAMPM(ms, text[half:half+2]); ok {
		return Clock{Start: transcript.At(at)}, half + 2
	}
	return c, after
}

// TimePrefix reads a time and the dash that may follow it, as in "0:05 - Yes." It
// returns the time and the offset of the text after time and dash. The offset is 0 if
// there is no time.
func TimePrefix(text string, at, end int) (Clock, int) {
	c, after := TimeRangeAt(text, at, end)
	if after == 0 {
		return c, 0
	}
	next := SkipSpace(text, after, end)
	for _, mark := range []string{"- ", "– ", "— ", "| "} {
		if strings.HasPrefix(text[next:end], mark) {
			next = SkipSpace(text, next+len(mark), end)
		}
	}
	return c, next
}
