package table

import (
	"encoding/csv"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// row reads one row of the table. It makes a cue (a piece of text by one speaker) of
// the row's fields.
func (t *table) row(fields []string, r *csv.Reader) {
	// A row without a field for the words is left out. If a row has more fields than
	// the header, the words contain unquoted commas, or the row has surplus fields;
	// the function overflow decides which. If a row names no speaker, the speaker of
	// the previous row continues.
	cell := func(i int) (string, transcript.Range) {
		if i < 0 || i >= len(fields) {
			return "", transcript.Range{}
		}
		return fields[i], t.field(r, i, fields[i])
	}
	text, textAt := cell(t.cols.text)
	name, nameAt := cell(t.cols.speaker)
	from, fromAt := cell(t.cols.start)
	to, toAt := cell(t.cols.end)
	if textAt.End == 0 {
		line, column := r.FieldPos(0)
		at := t.offset(line, column)
		t.Remark(transcript.Range{Start: at, End: at}, draft.Remark{
			Kind: draft.RemarkUnknown, Level: draft.LevelCheck, Done: "left out: a row without a text column", Alternatives: []string{"add the missing fields"},
		})
		return
	}
	if len(fields) > t.width {
		text, textAt = t.overflow(fields, r, text, textAt)
	}
	c := draft.Cue{Name: label.CleanName(name), Label: nameAt, Clock: t.ClockOf(t.time(from, fromAt), t.time(to, toAt), textAt)}
	if c.Name == "" {
		c.Name, c.Continued, c.Label = t.OpenCue().Name, true, transcript.Range{}
	}
	t.BeginCue(c)
	t.Account(draft.SpanLabel, c.Label)
	t.Account(draft.SpanTime, fromAt)
	t.Account(draft.SpanTime, toAt)
	t.AddMeaning(textAt, source.ControlsAsSpaces(text), ' ')
	t.MarkDirection()
}

// overflow returns the words of a row that has more fields than the header. If the
// words are in the last column and have no quotation marks, the delimiters are part
// of the words. For example, with the header "speaker,text", the words in the row
// "Ada,Yes, well" are "Yes, well". Otherwise, the surplus fields are left out.
func (t *table) overflow(fields []string, r *csv.Reader, text string, at transcript.Range) (string, transcript.Range) {
	last := len(fields) - 1
	rest := t.field(r, t.width, fields[t.width])
	rest.End = t.field(r, last, fields[last]).End
	if t.cols.text != t.width-1 || strings.IndexByte(t.Src.Text[at.Start:rest.End], '"') >= 0 || at.Start > 0 && t.Src.Text[at.Start-1] == '"' {
		t.OmitUnknown(rest, "fields beyond those of the header")
		return text, at
	}
	at.End = max(at.Start, rest.End)
	return t.Src.Slice(at), at
}

// time reads a time such as 1:05, 65.2 or, if the table is in milliseconds, 65200. It
// ignores the last field of a time such as 00:01:05:12, which is the number of a
// video frame.
func (t *table) time(s string, at transcript.Range) transcript.Offset {
	if i := strings.LastIndexAny(s, ":;"); !t.framesRemarked && i > 0 && source.HasFrames(s[i:]) && strings.Count(s[:i], ":") == 2 {
		t.framesRemarked = true
		t.Remark(at, draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "not used: the frame numbers of times, because the frame rate is unknown", Alternatives: []string{},
		})
	}
	if v, err := strconv.ParseFloat(strings.TrimSpace(s), 64); err == nil {
		if t.millis {
			v /= 1000
		}
		return source.Seconds(v)
	}
	return source.WholeClock(s)
}
