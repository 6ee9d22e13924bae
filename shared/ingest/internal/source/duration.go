package source

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// WholeTime returns the time if text consists only of a time, written in one of the
// ways that tables and JSON use. Otherwise it returns zero. The ways are "1:05",
// "[00:01:05]", "1:05 PM", "65.2s", "1M 5S", "1 min 5 sec" and "PT1M5.2S" (ISO 8601-1,
// section 5.5.2).
func WholeTime(text string) transcript.Offset {
	text = strings.TrimSpace(text)
	if c, after := TimeRangeAt(text, 0, len(text)); after > 0 {
		if c, after = withAMPM(text, c, after, len(text)); after == len(text) && c.End.IsZero() {
			return c.Start
		}
		return transcript.Offset{}
	}
	if n := len(text); n > 1 && text[n-1] == closerOf(text[0]) {
		text = text[1 : n-1]
	}
	return durationOf(strings.ToLower(text))
}

// durationOf reads a time whose numbers have units, such as "1m 5s" or "pt65.2s". The
// units must become smaller from left to right. It returns zero for other texts.
func durationOf(text string) transcript.Offset {
	text, iso := strings.CutPrefix(text, "pt")
	total, last := 0.0, 1e9
	// Example: "1m 5s" is the number 1 with the unit "m", which has 60 seconds, and the
	// number 5 with the unit "s".
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimLeft(text, " ,") {
		digits := len(text) - len(strings.TrimLeft(text, "0123456789.,"))
		v, err := strconv.ParseFloat(strings.Replace(text[:digits], ",", ".", 1), 64)
		text = strings.TrimLeft(text[digits:], " \u00a0")
		name := text[:len(text)-len(strings.TrimLeft(text, "abcdefghijklmnopqrstuvwxyz'\"′″"))]
		seconds := unitSeconds(name)
		if err != nil || seconds == 0 || seconds >= last || iso && len(name) != 1 {
			return transcript.Offset{}
		}
		total, last, text = total+v*seconds, seconds, text[len(name):]
	}
	if last == 1e9 {
		return transcript.Offset{}
	}
	return Seconds(total)
}

// unitSeconds returns how many seconds a unit of time has, or 0 if the name is not that
// of a unit.
func unitSeconds(name string) float64 {
	switch name {
	case "h":
		return 3600
	case "m", "'", "′":
		return 60
	case "s", "\"", "″", "''":
		return 1
	case "ms", "msec", "millisecond", "milliseconds":
		return 0.001
	}
	return float64(secondsOf(name))
}

// Numeral reads a number such as 65.2 or 0,5. The second result is false for other texts.
// A comma counts as a decimal point, except if three digits follow it: "1,500" may be
// fifteen hundred, or one and a half. The argument comma is true if the source shows that
// commas are decimal points; then "1,500" is one and a half.
func Numeral(text string, comma bool) (float64, bool) {
	text = strings.TrimSpace(text)
	if i := strings.IndexByte(text, ','); i >= 0 {
		if !comma && len(text)-i == len(",500") {
			return 0, false
		}
		text = text[:i] + "." + text[i+1:]
	}
	if text == "" || strings.Trim(text, "0123456789.-+eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}
