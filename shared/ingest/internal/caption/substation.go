package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// SubStation returns the format of SubStation Alpha scripts, SSA and ASS. Their captions
// are lines such as "Dialogue: 0,0:00:01.00,0:00:03.00,Default,Ada,0,0,0,,Yes." A line
// "Format:" gives the order of the fields.
func SubStation() draft.Format {
	return draft.Format{
		Name: "ass",
		Detect: func(src *source.Source) bool {
			text := strings.TrimSpace(src.Text[src.Start:])
			return hasPrefixFold(text, "[Script Info]") || hasPrefixFold(text, "[Events]") || hasPrefixFold(text, "[V4")
		},
		Read: readSubStation,
	}
}

// hasPrefixFold reports whether s begins with prefix, if letter case is ignored.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// scriptFields has the indices of some fields in a script's lines, which have their
// fields between commas. The first field has the index 0.
type scriptFields struct{ start, end, name, text int }

// defaultFields returns the usual order of the fields. It is used if no line of the
// script gives the order.
func defaultFields() scriptFields { return scriptFields{start: 1, end: 2, name: 4, text: 9} }

// readSubStation reads a script.
func readSubStation(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	c := newCaptions(src, l)
	c.script = true
	// A script has several lines "Format:". The line in the section [V4+ Styles] lists
	// the fields of styles, so only the line in [Events] is read.
	fields, section := defaultFields(), ""
	var list []entry
	for line := range src.Lines() {
		body := src.Body(line)
		text := src.Slice(body)
		key, value, _ := strings.Cut(text, ":")
		at := transcript.Range{Start: source.SkipSpace(src.Text, body.End-len(value), body.End), End: body.End}
		switch {
		case strings.HasPrefix(text, "["):
			section = label.Fold(text)
			c.Account(draft.SpanMarkup, body)
		case section == "[script info]" && strings.EqualFold(key, "Title"):
			c.FindTitle(src.Slice(at), at, "says so in the field “Title”")
			c.Account(draft.SpanMeta, body)
		case strings.EqualFold(key, "Format") && section == "[events]":
			fields = fieldsOf(value)
		case strings.EqualFold(key, "Dialogue"):
			list = c.scriptLine(list, at, &fields)
		case strings.EqualFold(key, "Comment"):
			c.leaveOut(body, "left out, because a comment is not shown to viewers", "add it to the transcript's note")
		}
	}
	c.readEntries(list)
	return c.Draft, c.evidence("a script of SubStation Alpha"), nil
}

// fieldsOf reads the order of fields in a line such as "Format: Layer, Start, End, Style,
// Name, MarginL, MarginR, MarginV, Effect, Text".
func fieldsOf(line string) scriptFields {
	f := scriptFields{start: -1, end: -1, name: -1, text: -1}
	i := 0
	for field := range strings.SplitSeq(line, ",") {
		switch label.Fold(strings.TrimSpace(field)) {
		case "start":
			f.start = i
		case "end":
			f.end = i
		case "name", "actor":
			f.name = i
		case "text":
			f.text = i
		}
		i++
	}
	return f
}

// scriptLine adds a caption to the list. The argument at is the range of the line of the
// script that is this caption. The caption's text is the last field, and may contain
// commas.
func (c *captions) scriptLine(list []entry, at transcript.Range, f *scriptFields) []entry {
	var e entry
	line := at
	for i := 0; i < f.text && i < 30; i++ {
		n := strings.IndexByte(c.Src.Slice(at), ',')
		if n < 0 {
			c.OmitUnknown(line, "a line without the fields of the script")
			return list
		}
		field := c.Src.Body(transcript.Range{Start: at.Start, End: at.Start + n})
		switch i {
		case f.start:
			e.start, e.time = source.WholeClock(c.Src.Slice(field)), field
		case f.end:
			e.end = source.WholeClock(c.Src.Slice(field))
			c.Account(draft.SpanTime, field)
		case f.name:
			e.name = field
		}
		at.Start += n + 1
	}
	e.lines = c.scriptText(at)
	return c.add(list, e)
}

// scriptText divides the text of a caption at the marks \N, \n and \h, which mean a line
// break or a space.
func (c *captions) scriptText(at transcript.Range) []transcript.Range {
	var lines []transcript.Range
	if text := c.Src.Slice(at); strings.Contains(text, `\p1`) {
		c.leaveOut(at, "left out: a drawing, not words")
		return nil
	}
	for start := at.Start; ; {
		text := c.Src.Text[start:at.End]
		i := 0
		for i < len(text)-1 && (text[i] != '\\' || strings.IndexByte("Nnh", text[i+1]) < 0) {
			i++
		}
		if i >= len(text)-1 {
			return append(lines, transcript.Range{Start: start, End: at.End})
		}
		lines = append(lines, transcript.Range{Start: start, End: start + i})
		c.Account(draft.SpanMarkup, transcript.Range{Start: start + i, End: start + i + 2})
		start += i + 2
	}
}
