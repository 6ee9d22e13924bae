package source

import (
	"math"
	"strings"

	"quoteline/shared/transcript"
)

// Clock is the start and end time of a cue (a piece of text by one speaker). A time
// is zero if the source does not give it.
type Clock struct{ Start, End transcript.Offset }

// Extend moves the end of c to the time end, if end is later than the present end.
// Otherwise it changes nothing. It also changes nothing if end is before the start of
// c, because then one of the two times is wrong.
func (c *Clock) Extend(end transcript.Offset) {
	start, begun := c.Start.Millis()
	before, _ := c.End.Millis()
	if to, ok := end.Millis(); ok && begun && to >= start && (c.End.IsZero() || to > before) {
		c.End = end
	}
}

// MaxSeconds is the greatest time in a recording, in seconds: about eleven days. A
// greater number is not read as a time; it may be in another unit.
const MaxSeconds = 1_000_000

// clockAt reads a time such as 1:05, 01:02:03 or 00:00:03,250 that begins at text[i].
// It returns the time in milliseconds, and the offset after the time in text. If
// there is no time, both results are 0.
func clockAt(text string, i int) (ms int64, end int) {
	total, fields := int64(0), 0
	// 1:02:03 is (1·60+2)·60+3 seconds. All fields except the first must have two
	// digits and be below 60, so 3:5 and 1:75 are not times.
	for {
		n, digits := int64(0), 0
		for i < len(text) && digits < 7 && IsDigit(text[i]) {
			n = n*10 + int64(text[i]-'0')
			i++
			digits++
		}
		if digits == 0 || fields > 0 && (digits != 2 || n > 59) {
			return 0, 0
		}
		total = total*60 + n
		fields++
		if fields == 3 || i+1 >= len(text) || text[i] != ':' || !IsDigit(text[i+1]) {
			break
		}
		i++
	}
	if fields < 2 || total > MaxSeconds {
		return 0, 0
	}
	if fields == 3 && HasFrames(text[i:]) {
		return total * 1000, i + len(":00") // 00:01:05:12 is 65 s and frame 12; see testdata/frames.txtar
	}
	fraction, end := fractionAt(text, i)
	return total*1000 + fraction, end
}

// HasFrames reports whether s begins with the last field of a time such as
// 00:01:05:12 or 00:01:05;12. This field is the number of a video frame. Callers
// ignore it, because the number of frames in a second is unknown.
func HasFrames(s string) bool {
	return len(s) >= 3 && (s[0] == ':' || s[0] == ';') && IsDigit(s[1]) && IsDigit(s[2]) && (len(s) == 3 || !IsDigit(s[3]) && s[3] != ':')
}

// fractionAt reads the fraction of a second that may begin at text[i], such as ".25"
// or ",250". It returns the fraction in milliseconds, rounded down, and the offset
// after it. If there is no fraction, it returns 0 and i.
func fractionAt(text string, i int) (ms int64, end int) {
	if i+1 >= len(text) || text[i] != '.' && text[i] != ',' || !IsDigit(text[i+1]) {
		return 0, i
	}
	unit := int64(100)
	for i++; i < len(text) && IsDigit(text[i]); i++ {
		ms += int64(text[i]-'0') * unit
		unit /= 10
	}
	return ms, i
}

// secondsAt reads a number of seconds such as 2.50s that begins at text[i]. It
// returns the time in milliseconds, and the offset after the time in text. If there
// is no time, both results are 0.
func secondsAt(text string, i int) (ms int64, end int) {
	n, from := int64(0), i
	for i < len(text) && i-from < 7 && IsDigit(text[i]) {
		n = n*10 + int64(text[i]-'0')
		i++
	}
	if i == from || n > MaxSeconds {
		return 0, 0
	}
	fraction, end := fractionAt(text, i)
	if end >= len(text) || text[end] != 's' {
		return 0, 0
	}
	return n*1000 + fraction, end + 1
}

// IsDigit reports whether b is a decimal digit of ASCII.
func IsDigit(b byte) bool { return '0' <= b && b <= '9' }

// WholeClock returns the time if text consists only of a time such as "1:05", with or
// without white space around it. Otherwise it returns zero.
func WholeClock(text string) transcript.Offset {
	text = strings.TrimSpace(text)
	if ms, end := clockAt(text, 0); end == len(text) && end > 0 {
		return transcript.At(ms)
	}
	return transcript.Offset{}
}

// Seconds converts v seconds to a time offset, rounded to milliseconds. It returns
// zero if v is not a number or its absolute value is above [MaxSeconds].
func Seconds(v float64) transcript.Offset {
	if math.IsNaN(v) || math.Abs(v) > MaxSeconds {
		return transcript.Offset{}
	}
	return transcript.At(int64(math.Round(v * 1000)))
}

// fromAMPM converts a time with AM or PM to milliseconds after midnight: 12:05 AM is five
// minutes, and 1:00 PM is 13 hours. The argument half must be AM or PM. The result is
// false if half is another text, or if the time is 13:00 or later.
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

// TimeRangeAt reads one time, or a start and an end time, that begins at text[i].
// Brackets may be around the times, as in [0:05 - 0:09] and (2.50s). It returns the
// times and the offset after them in text. The offset is 0 if there is no time.
func TimeRangeAt(text string, i, end int) (Clock, int) {
	if i >= end {
		return Clock{}, 0
	}
	closer := closerOf(text[i])
	switch {
	case strings.HasPrefix(text[i:end], `\[`): // Markdown escapes brackets: \[0:05\]
		c, after := timesAt(text, i+len(`\[`), end, clockAt)
		if after == 0 || !strings.HasPrefix(text[after:end], `\]`) {
			return Clock{}, 0
		}
		return c, after + len(`\]`)
	case text[i] == '#':
		return hashTimeAt(text[:end], i)
	case closer == 0:
		return timesAt(text, i, end, clockAt)
	}
	c, after := timesAt(text, i+1, end, clockAt)
	if after == 0 {
		c, after = timesAt(text, i+1, end, secondsAt)
	}
	if after == 0 {
		return c, 0
	}
	c, after = withAMPM(text, c, after, end)
	if after = SkipSpace(text, after, end); after >= end || text[after] != closer {
		return Clock{}, 0
	}
	return c, after + 1
}

// hashTimeAt reads a time such as #00:00:05-2#, which the program f4 writes, at text[i].
// The digit after the hyphen is tenths of a second. The offset is 0 if there is no time.
func hashTimeAt(text string, i int) (Clock, int) {
	ms, after := clockAt(text, i+1)
	if after == 0 {
		return Clock{}, 0
	}
	if after+1 < len(text) && text[after] == '-' && IsDigit(text[after+1]) {
		ms += int64(text[after+1]-'0') * 100
		after += 2
	}
	if after >= len(text) || text[after] != '#' {
		return Clock{}, 0
	}
	return Clock{Start: transcript.At(ms)}, after + 1
}

// closerOf returns the bracket that closes b, or 0 if b is not an opening bracket.
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
