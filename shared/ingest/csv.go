package ingest

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// columns are the numbers of the columns that mean something here, -1 for those
// that are not there.
type columns struct{ speaker, text, start, end int }

// readCSV reads a table with a header that names a column for speakers and one
// for their words, apart by commas, semicolons or tabs.
func readCSV(src *source, _ *ledger) (*draft, string, error) {
	first := ""
	for line := range src.lines() {
		first = src.slice(line)
		break
	}
	for _, comma := range ",;\t" {
		cols, ok := headerOf(first, comma)
		if !ok {
			continue
		}
		t := &table{draft: newDraft(src), cols: cols, comma: comma}
		t.captioned = true
		rows, err := t.read()
		return t.draft, "a header with a speaker and a text column, apart by " + strconv.QuoteRune(comma) + "; rows: " + strconv.Itoa(rows), err
	}
	return nil, "", nil
}

func headerOf(line string, comma rune) (columns, bool) {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma = comma
	fields, err := r.Read()
	c := columns{-1, -1, -1, -1}
	if err != nil || len(fields) < 2 {
		return c, false
	}
	for i, f := range fields {
		f = strings.NewReplacer("_", " ", "-", " ").Replace(strings.ToLower(strings.TrimSpace(f)))
		switch f {
		case "speaker", "speaker name", "speakername", "speaker label", "name", "who", "voice", "participant", "character":
			set(&c.speaker, i)
		case "text", "transcript", "content", "utterance", "speech", "words", "body", "sentence", "dialogue", "dialog", "quote", "line", "message", "caption":
			set(&c.text, i)
		case "start", "start time", "starttime", "start timestamp", "begin", "time", "timestamp", "in", "from", "timecode", "start ms", "start (s)", "start seconds":
			set(&c.start, i)
		case "end", "end time", "endtime", "stop", "stop time", "out", "end ms", "end timestamp", "end (s)", "end seconds", "to":
			set(&c.end, i)
		}
	}
	return c, c.speaker >= 0 && c.text >= 0
}

func set(column *int, i int) {
	if *column < 0 {
		*column = i
	}
}

// table reads the rows under a header.
type table struct {
	*draft
	cols   columns
	comma  rune
	starts []int // offsets of the lines
	millis bool
}

func (t *table) read() (rows int, err error) {
	text := t.src.text[t.src.start:]
	for i := 0; i >= 0 && i < len(text); {
		t.starts = append(t.starts, t.src.start+i)
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = t.comma, -1, true
	for ; ; rows++ {
		fields, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return max(0, rows-1), nil
		case err != nil:
			return rows, t.broken(err)
		case rows == 0:
			t.header(fields, r)
		default:
			t.row(fields, r)
		}
	}
}

func (t *table) broken(err error) error {
	at, reason := len(t.src.text), err.Error()
	if e, ok := errors.AsType[*csv.ParseError](err); ok {
		at, reason = t.offset(e.Line, e.Column), e.Err.Error()
	}
	return t.src.fault(at, "not CSV: "+reason, `write " inside a quoted field twice, and end quoted fields with "`)
}

func (t *table) offset(line, column int) int {
	if line-1 >= len(t.starts) || line < 1 {
		return len(t.src.text)
	}
	return min(len(t.src.text), t.starts[line-1]+max(0, column-1))
}

// header looks whether times are in milliseconds.
func (t *table) header(fields []string, _ *csv.Reader) {
	t.millis = t.cols.start >= 0 && strings.Contains(strings.ToLower(fields[t.cols.start]), "ms")
}

// field returns where a field stands, without its quotation marks. Its end is
// the last character before the separator.
func (t *table) field(r *csv.Reader, i int, value string) transcript.Range {
	line, column := r.FieldPos(i)
	at, text := t.offset(line, column), t.src.text
	if at >= len(text) || text[at] != '"' {
		return transcript.Range{Start: at, End: min(len(text), at+len(value))}
	}
	end := at + 1
	for end < len(text) {
		if text[end] == '"' {
			if end+1 >= len(text) || text[end+1] != '"' {
				break
			}
			end++
		}
		end++
	}
	return transcript.Range{Start: at + 1, End: end}
}

func (t *table) row(fields []string, r *csv.Reader) {
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
		t.remark(transcript.Range{Start: at, End: at}, Remark{
			Kind: RemarkUnknown, Level: LevelCheck, Done: "left out: a row without a text column", Alternatives: []string{"add the missing fields"},
		})
		return
	}
	c := cue{name: cleanName(name), label: nameAt, clock: t.clockOf(t.time(from), t.time(to), textAt)}
	if c.name == "" {
		c.name, c.silent, c.label = t.last().name, true, transcript.Range{}
	}
	t.begin(c)
	t.account(SpanLabel, c.label)
	t.account(SpanTime, fromAt)
	t.account(SpanTime, toAt)
	t.mean(textAt, mapPlain(text), ' ')
	t.settleNote()
}

// time reads a time such as 1:05, 65.2 or, in milliseconds, 65200.
func (t *table) time(s string) transcript.Offset {
	if v, err := strconv.ParseFloat(strings.TrimSpace(s), 64); err == nil {
		if t.millis {
			v /= 1000
		}
		return seconds(v)
	}
	return wholeClock(s)
}
