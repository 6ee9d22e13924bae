package caption

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// MicroDVD returns the format of captions whose times are numbers of frames, as in
// "{12}{80}Good morning,|Ada." If the first line is "{1}{1}25.000", a second has 25
// frames.
func MicroDVD() draft.Format { return playerFormat("microdvd", frameTimes) }

// MPL2 returns the format of captions whose times are tenths of a second, as in
// "[5][32]Good morning,|Ada."
func MPL2() draft.Format { return playerFormat("mpl2", tenthTimes) }

// TMPlayer returns the format of captions that only have a start, in whole seconds, as in
// "00:00:05:Good morning,|Ada."
func TMPlayer() draft.Format { return playerFormat("tmplayer", secondTimes) }

// playerTimes has the times at the start of a line in a format of old video players.
type playerTimes struct {
	start, end transcript.Offset
	after      int     // byte offset of the words; 0 if the line has no times
	rate       float64 // frames of a second, in a line that only says so; else 0
	frames     bool    // the times are frames
}

// playerFormat returns a format in which each line is one caption. The argument times is
// a function that reads the times at the start of a line. The parameter rate of that
// function is the number of frames per second, or 0 if it is unknown.
func playerFormat(name string, times func(line string, rate float64) playerTimes) draft.Format {
	return draft.Format{
		Name:   name,
		Detect: func(src *source.Source) bool { return hasPlayerLines(src, times) },
		Read: func(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
			c := newCaptions(src, l)
			c.script = name == "microdvd" // "{y:i}" is italics
			c.playerLines(times)
			return c.Draft, c.evidence("one caption a line, as in " + name), nil
		},
	}
}

// hasPlayerLines reports whether the first line and nearly all of the next ones begin with
// times.
func hasPlayerLines(src *source.Source, times func(line string, rate float64) playerTimes) bool {
	const look, fewest, rare = 40, 2, 8 // at most one of eight lines has no times
	n, missed := 0, 0
	for line := range src.Lines() {
		text := src.Slice(src.Body(line))
		switch {
		case text == "":
			continue
		case times(text, 0).after > 0:
			n++
		case n == 0:
			return false
		default:
			missed++
		}
		if n+missed == look {
			break
		}
	}
	return n >= fewest && rare*missed <= n
}

// playerLines reads all captions of a file.
func (c *captions) playerLines(times func(line string, rate float64) playerTimes) {
	// Example: the line "{1}{1}25.000" is no caption, and "{12}{80}Yes." then begins after
	// 12 of 25 frames, at 0.48 seconds.
	var list []entry
	rate, frames := 0.0, transcript.Range{}
	for line := range c.Src.Lines() {
		body := c.Src.Body(line)
		if body.Start == body.End {
			continue
		}
		t := times(c.Src.Slice(body), rate)
		at := transcript.Range{Start: body.Start, End: body.Start + t.after}
		switch {
		case t.rate > 0 && len(list) == 0:
			rate = t.rate
			c.Account(draft.SpanMeta, body)
			continue
		case t.after == 0:
			c.OmitUnknown(body, "a line without times")
			continue
		case t.frames && rate == 0 && frames.End == 0:
			frames = at
		}
		list = c.add(list, entry{start: t.start, end: t.end, time: at, lines: c.barLines(transcript.Range{Start: at.End, End: body.End})})
	}
	if frames.End > 0 {
		c.Remark(frames, draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelCheck, Done: "not used: the times, because they are frames and nothing says how many a second has",
			Alternatives: []string{`put the frame rate into a first line such as {1}{1}25.000`},
		})
	}
	c.readEntries(list)
}

// barLines divides the text of a caption at vertical bars, which mean line breaks. A
// slash at the start of a line means italics.
func (c *captions) barLines(at transcript.Range) []transcript.Range {
	var lines []transcript.Range
	for start := at.Start; start <= at.End; {
		end := at.End
		if i := strings.IndexByte(c.Src.Text[start:at.End], '|'); i >= 0 {
			end = start + i
			c.Account(draft.SpanMarkup, transcript.Range{Start: end, End: end + 1})
		}
		words := transcript.Range{Start: start, End: end}
		if strings.HasPrefix(c.Src.Slice(words), "/") {
			c.Account(draft.SpanMarkup, transcript.Range{Start: start, End: start + 1})
			words.Start++
		}
		lines = append(source.WithRoom(lines), words)
		start = end + 1
	}
	return lines
}

// frameTimes reads the times of a line such as "{12}{80}Yes."
func frameTimes(line string, rate float64) playerTimes {
	first, n := numberIn(line, '{', '}')
	last, m := numberIn(line[n:], '{', '}')
	if n == 0 || m == 0 || first < 0 {
		return playerTimes{}
	}
	t := playerTimes{after: n + m, frames: true}
	if fps, err := strconv.ParseFloat(strings.TrimSpace(line[t.after:]), 64); err == nil && first <= 1 && last <= 1 && fps > 1 && fps < 1000 {
		t.rate = fps
	}
	if rate > 0 {
		t.start, t.end = offsetOf(first, rate), offsetOf(last, rate)
	}
	return t
}

// tenthTimes reads the times of a line such as "[5][32]Yes."
func tenthTimes(line string, _ float64) playerTimes {
	first, n := numberIn(line, '[', ']')
	last, m := numberIn(line[n:], '[', ']')
	if n == 0 || m == 0 || first < 0 {
		return playerTimes{}
	}
	return playerTimes{start: offsetOf(first, 10), end: offsetOf(last, 10), after: n + m}
}

// offsetOf returns the time of n frames or tenths of a second. The argument rate is the
// number of frames or tenths per second. If n is negative, the source has no number, and
// the result is the zero value.
func offsetOf(n, rate float64) transcript.Offset {
	if n < 0 {
		return transcript.Offset{}
	}
	return transcript.At(int64(n*1000/rate + 0.5))
}

// numberIn reads a whole number in brackets at the start of text, such as "{12}". It
// returns the number and the byte offset after the closing bracket. The number is -1 if
// the brackets are empty. The offset is 0 if text does not start with such brackets.
func numberIn(text string, opening, closing byte) (float64, int) {
	const longest = 12
	if text == "" || text[0] != opening {
		return -1, 0
	}
	i := strings.IndexByte(text[:min(len(text), longest)], closing)
	if i < 0 || strings.Trim(text[1:i], "0123456789") != "" {
		return -1, 0
	}
	if i == 1 {
		return -1, i + 1
	}
	n, err := strconv.Atoi(text[1:i])
	if err != nil {
		return -1, 0
	}
	return float64(n), i + 1
}

// secondTimes reads the time of a line such as "00:00:05:Yes." or "0:00:05=Yes." It finds
// no time in "00:00:05:12 Yes.", where the last two digits are a frame number. Such lines
// belong to another format.
func secondTimes(line string, _ float64) playerTimes {
	for _, n := range []int{len("0:00:05"), len("00:00:05")} {
		if len(line) <= n || line[n] != ':' && line[n] != '=' || strings.Count(line[:n], ":") != 2 {
			continue
		}
		start, words := source.WholeClock(line[:n]), line[n+1:]
		if start.IsZero() || words != "" && (words[0] == ' ' || source.IsDigit(words[0]) && !startsNumber(words)) {
			continue
		}
		return playerTimes{start: start, after: n + 1}
	}
	return playerTimes{}
}

// startsNumber reports whether a text begins with a number that cannot be a frame number,
// because it does not have two digits.
func startsNumber(words string) bool {
	digits := len(words) - len(strings.TrimLeft(words, "0123456789"))
	return digits != 2
}
