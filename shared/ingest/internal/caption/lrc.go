package caption

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// LRC returns the format of song texts with times, which whisper.cpp writes as well. Its
// lines look like "[01:15.00]Good morning." A line with two times is said twice.
func LRC() draft.Format {
	return draft.Format{Name: "lrc", Detect: isLRC, Read: readLRC}
}

// isLRC reports whether the first lines are fields such as "[ti:A talk]", or times in
// brackets with hundredths directly before the words. In a dialogue such as
// "[00:05] Ada: Yes.", there is a space.
func isLRC(src *source.Source) bool {
	const look = 40 // lines: a title and other fields may be first
	// A field such as "[ti:A talk]" is a proof. Without one, each line has a time.
	fields, times, n := 0, 0, 0
	for line := range src.Lines() {
		text := src.Slice(src.Body(line))
		if text == "" {
			continue
		}
		if n++; n > look {
			break
		}
		_, after := lrcTime(text)
		switch {
		case after > 0:
			if times++; after < len(text) && text[after] == ' ' && fields == 0 {
				return false
			}
		case isLRCField(text):
			fields++
		case fields == 0:
			return false
		}
	}
	return times > 1 && (fields > 0 || times > 2)
}

// isLRCField reports whether a line is a field of LRC, such as "[ar:Ada Long]".
func isLRCField(text string) bool {
	key, _, found := strings.Cut(text, ":")
	if !found || !strings.HasSuffix(text, "]") {
		return false
	}
	switch label.Fold(key) {
	case "[ti", "[ar", "[al", "[au", "[by", "[re", "[ve", "[la", "[lr", "[tool", "[length", "[offset", "[id", "[lang":
		return true
	}
	return false
}

// lrcTime reads a time such as [01:15.00] or [1:05.250] at the start of text. It returns
// the offset after it, which is 0 if there is none. The fraction may also be after a
// colon, as in [01:15:00].
func lrcTime(text string) (transcript.Offset, int) {
	const longest = 16
	end := strings.IndexByte(text[:min(len(text), longest)], ']')
	if end < 0 || text[0] != '[' {
		return transcript.Offset{}, 0
	}
	inner := text[1:end]
	if !strings.ContainsAny(inner, ".,") {
		return transcript.Offset{}, 0
	}
	o := looseClock(inner)
	if o.IsZero() {
		return transcript.Offset{}, 0
	}
	return o, end + 1
}

// readLRC reads a file of LRC.
func readLRC(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	c := newCaptions(src, l)
	var list []entry
	for line := range src.Lines() {
		body := src.Body(line)
		text := src.Slice(body)
		if isLRCField(text) {
			c.lrcField(body)
			continue
		}
		if _, after := lrcTime(text); after == 0 && body.Start < body.End {
			c.untimedLine(list, body)
			continue
		}
		list = c.lrcLine(list, body)
	}
	// A line with two times is at two places, so the captions are sorted by time. Other
	// captions keep their order, because a program may leave out the hours of its times.
	byTime := func(a, b entry) int {
		x, _ := a.start.Millis()
		y, _ := b.start.Millis()
		return cmp.Compare(x, y)
	}
	if c.twice {
		slices.SortStableFunc(list, byTime)
	}
	c.Separate = c.twice
	c.readEntries(list)
	return c.Draft, c.evidence("times in brackets with fractions, as in LRC"), nil
}

// untimedLine reads a line without a time. It is a further line of the caption before it,
// if there is one, as subsrt-ts writes it. If that caption has two times, the line is left
// out, because it may belong to one or to both.
func (c *captions) untimedLine(list []entry, body transcript.Range) {
	n := len(list) - 1
	if n < 0 || len(list[n].lines) == 0 || n > 0 && len(list[n-1].lines) > 0 && list[n-1].lines[0] == list[n].lines[0] {
		c.OmitUnknown(body, "a line without a time")
		return
	}
	if c.Src.Budget.Values(1) {
		list[n].lines = append(list[n].lines, body)
	}
}

// lrcLine adds the captions of a line to the list, one for each time. The line ends with
// the words. A line with the time of the line before is a further line of that caption:
// FFmpeg writes "[00:13.00]Yes." and "[00:13.00]She is right." for a caption of two lines.
func (c *captions) lrcLine(list []entry, body transcript.Range) []entry {
	const most = 20 // times of a line, so that the work grows linearly
	var times []entry
	for {
		start, after := lrcTime(c.Src.Slice(body))
		if after == 0 {
			break
		}
		at := transcript.Range{Start: body.Start, End: body.Start + after}
		body.Start = source.SkipSpace(c.Src.Text, at.End, body.End)
		if len(times) == most {
			c.OmitUnknown(at, "a time after "+strconv.Itoa(most)+" others of the same line")
			continue
		}
		times = append(times, entry{start: start, time: at})
	}
	c.twice = c.twice || len(times) > 1
	if len(times) == 1 && c.furtherLine(list, times[0], body) {
		return list
	}
	for _, e := range times {
		if body.Start < body.End && c.Src.Budget.Steps(body.End-body.Start) {
			e.lines = []transcript.Range{body}
		}
		list = c.add(list, e)
	}
	return list
}

// furtherLine adds a line to the caption before it, if that has the same time. The result
// is false if it has another time, or if the line has no words.
func (c *captions) furtherLine(list []entry, e entry, body transcript.Range) bool {
	n := len(list) - 1
	if n < 0 || e.start != list[n].start || len(list[n].lines) == 0 || body.Start == body.End || !c.Src.Budget.Values(1) {
		return false
	}
	c.Account(draft.SpanTime, e.time)
	list[n].lines = append(list[n].lines, body)
	return true
}

// lrcField reads a field such as "[ti:Harbour talk]". The artist is no speaker.
func (c *captions) lrcField(body transcript.Range) {
	key, value, _ := strings.Cut(strings.Trim(c.Src.Slice(body), "[]"), ":")
	value = strings.TrimSpace(value)
	switch label.Fold(key) {
	case "ti":
		c.FindTitle(value, body, "says so in the field “ti”")
		c.Account(draft.SpanMeta, body)
		return
	case "offset":
		if strings.Trim(value, "+-0") != "" {
			c.Account(draft.SpanMeta, body)
			c.Remark(body, draft.Remark{
				Kind: draft.RemarkUnused, Level: draft.LevelCheck, Done: "not used: the offset of all times, because programs disagree about its direction",
				Alternatives: []string{"correct the times"},
			})
			return
		}
	}
	c.leaveOut(body, "left out: a field about the file", "add it to the transcript's note")
}
