package ingest

import (
	"math"
	"strings"

	"quoteline/shared/transcript"
)

// maxSeconds bounds a time of day on a recording: eleven days. A larger number
// is no time, or it is in another unit.
const maxSeconds = 1_000_000

// clockAt reads a time such as 1:05, 01:02:03 or 00:00:03,250 that begins at
// text[i]. It returns milliseconds and the offset behind it, 0 when there is no
// time.
func clockAt(text string, i int) (ms int64, end int) {
	total, fields := int64(0), 0
	for {
		n, digits := int64(0), 0
		for i < len(text) && digits < 7 && isDigit(text[i]) {
			n = n*10 + int64(text[i]-'0')
			i++
			digits++
		}
		if digits == 0 || fields > 0 && (digits != 2 || n > 59) {
			return 0, 0
		}
		total = total*60 + n
		fields++
		if fields == 3 || i+1 >= len(text) || text[i] != ':' || !isDigit(text[i+1]) {
			break
		}
		i++
	}
	if fields < 2 || total > maxSeconds {
		return 0, 0
	}
	if fields == 3 && hasFrames(text[i:]) {
		return total * 1000, i + len(":00")
	}
	fraction, end := fractionAt(text, i)
	return total*1000 + fraction, end
}

// hasFrames reports whether s begins with the frames of a time such as
// 00:01:05:12 or 00:01:05;12. Nothing says how many make a second, so that the
// whole seconds are what is known.
func hasFrames(s string) bool {
	return len(s) >= 3 && (s[0] == ':' || s[0] == ';') && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]) && s[3] != ':')
}

// fractionAt reads the part of a second that may begin at text[i], and returns
// it in milliseconds, rounded down.
func fractionAt(text string, i int) (ms int64, end int) {
	if i+1 >= len(text) || text[i] != '.' && text[i] != ',' || !isDigit(text[i+1]) {
		return 0, i
	}
	unit := int64(100)
	for i++; i < len(text) && isDigit(text[i]); i++ {
		ms += int64(text[i]-'0') * unit
		unit /= 10
	}
	return ms, i
}

// secondsAt reads a number of seconds such as 2.50s that begins at text[i], and
// returns what [clockAt] does.
func secondsAt(text string, i int) (ms int64, end int) {
	n, from := int64(0), i
	for i < len(text) && i-from < 7 && isDigit(text[i]) {
		n = n*10 + int64(text[i]-'0')
		i++
	}
	if i == from || n > maxSeconds {
		return 0, 0
	}
	fraction, end := fractionAt(text, i)
	if end >= len(text) || text[end] != 's' {
		return 0, 0
	}
	return n*1000 + fraction, end + 1
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// wholeClock reads text that is a time and nothing else.
func wholeClock(text string) transcript.Offset {
	text = strings.TrimSpace(text)
	if ms, end := clockAt(text, 0); end == len(text) && end > 0 {
		return transcript.At(ms)
	}
	return transcript.Offset{}
}

// seconds returns the offset of a number of seconds, rounded to milliseconds.
func seconds(v float64) transcript.Offset {
	if math.IsNaN(v) || math.Abs(v) > maxSeconds {
		return transcript.Offset{}
	}
	return transcript.At(int64(math.Round(v * 1000)))
}

// fromAMPM returns a time of day that AM or PM stands behind.
func fromAMPM(ms int64, half string) (int64, bool) {
	const hours = 12 * 3600 * 1000
	switch {
	case ms >= 13*3600*1000:
		return ms, false
	case strings.EqualFold(half, "AM"):
		return ms % hours, true
	}
	return ms%hours + hours, strings.EqualFold(half, "PM")
}

// timeRangeAt reads a time, or two with a dash or an arrow between them, with or
// without brackets around. It returns 0 when there is none.
func timeRangeAt(text string, i, end int) (clock, int) {
	if i >= end {
		return clock{}, 0
	}
	closer := closerOf(text[i])
	if closer == 0 {
		return timesAt(text, i, end, clockAt)
	}
	c, behind := timesAt(text, i+1, end, clockAt)
	if behind == 0 {
		c, behind = timesAt(text, i+1, end, secondsAt)
	}
	if behind == 0 {
		return c, 0
	}
	c, behind = withAMPM(text, c, behind, end)
	if behind = skipSpace(text, behind, end); behind >= end || text[behind] != closer {
		return clock{}, 0
	}
	return c, behind + 1
}

// closerOf returns the bracket that closes b, 0 when b opens none.
func closerOf(b byte) byte {
	switch b {
	case '(':
		return ')'
	case '[':
		return ']'
	case '<':
		return '>'
	}
	return 0
}

// timesAt reads one time or two.
func timesAt(text string, i, end int, read func(string, int) (int64, int)) (clock, int) {
	ms, behind := read(text[:end], i)
	if behind == 0 {
		return clock{}, 0
	}
	c := clock{start: transcript.At(ms)}
	next := skipSpace(text, behind, end)
	for _, mark := range []string{"-->", "->", "–", "—", "-", "to "} {
		if !strings.HasPrefix(text[next:end], mark) {
			continue
		}
		if to, after := read(text[:end], skipSpace(text, next+len(mark), end)); after > 0 && to >= ms {
			c.end, behind = transcript.At(to), after
		}
		break
	}
	return c, behind
}

// withAMPM reads AM or PM behind a time.
func withAMPM(text string, c clock, behind, end int) (clock, int) {
	half := skipSpace(text, behind, end)
	if half+2 > end || !c.end.IsZero() {
		return c, behind
	}
	ms, _ := c.start.Millis()
	if at, ok := fromAMPM(ms, text[half:half+2]); ok {
		return clock{start: transcript.At(at)}, half + 2
	}
	return c, behind
}
