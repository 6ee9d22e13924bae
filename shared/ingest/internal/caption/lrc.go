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
// lines look like "[01:15.00]Good morning." If a line begins with two times, its words
// are spoken at both of them.
func LRC() draft.Format {
	return draft.Format{Name: "lrc", Detect: isLRC, Read: readLRC}
}

// isLRC reports whether src is a file of LRC. The first lines must be fields such as
// "[ti:A talk]", or lines such as "[00:05.00]Yes.", with fractions of seconds and no
// space after the bracket. A dialogue such as "[00:05] Ada: Yes." has a space there.
func isLRC(src *source.Source) bool {
	const look = 40 // lines: a title and other fields may be first
	// A field such as "[ti:A talk]" proves that this is LRC. If the file has no field,
	// every line must begin with a time.
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

// lrcTime reads a time such as [01:15.00] or [1:05.250] at the start of text. It also
// returns the offset in text after the time, in bytes. The offset is 0 if text does not
// start with such a time.
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

// readLRC reads a file of LRC, the format of song texts with times.
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
	// If a line has two times, its words are two captions at different times, so the
	// captions are sorted by time. Otherwise the captions keep the order of the lines,
	// because some programs leave out the hours and the times then begin again at 0.
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

// untimedLine reads a line without a time. Programs such as subsrt-ts write the second
// line of a caption in this way, so the line is added to the caption before it. But if
// that caption comes from a line with two times, the untimed line is left out, because it
// may belong to either time.
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

// lrcLine adds the captions of a line to the list: one caption for each time at the
// beginning of the line. If the line has the same time as the last caption, it becomes
// that caption's next line. FFmpeg writes "[00:13.00]Yes." and "[00:13.00]She is right."
// for a caption of two lines.
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

// furtherLine adds a line to the last caption of the list if both have the same time. It
// returns false if the times differ, or if the line has no words.
func (c *captions) furtherLine(list []entry, e entry, body transcript.Range) bool {
	n := len(list) - 1
	if n < 0 || e.start != list[n].start || len(list[n].lines) == 0 || body.Start == body.End || !c.Src.Budget.Values(1) {
		return false
	}
	c.Account(draft.SpanTime, e.time)
	list[n].lines = append(list[n].lines, body)
	return true
}

// lrcField reads a field such as "[ti:Harbour talk]". The field "ar" (artist) does not
// name a speaker.
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
