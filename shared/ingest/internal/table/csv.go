package table

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// CSV returns the format of tables whose header names a column of speakers and a
// column of their words. Commas, semicolons or tabs separate the columns. It also
// reads tables of the program Whisper, which have times but no speakers.
func CSV() draft.Format {
	return draft.Format{
		Name:   "csv",
		Detect: func(src *source.Source) bool { return strings.ContainsAny(src.Text, delimiters) },
		Read:   readCSV,
	}
}

// delimiters has the characters that may separate the columns of a table.
const delimiters = ",;\t"

// readCSV reads a table. The draft (the words that were read) is nil if the header names
// no column of words, or no column of speakers. Only a table of the program Whisper needs
// no speakers.
func readCSV(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	header, first := transcript.Range{}, ""
	for header = range src.Lines() {
		if first = src.Slice(header); !strings.HasPrefix(first, "sep=") { // "sep=;" is an instruction for Excel
			break
		}
	}
	for _, comma := range delimiters {
		cols, ok := parseHeader(first, comma, src.Budget)
		if !ok {
			continue
		}
		t := &table{rows: rows{Draft: draft.New(src), cols: cols}, text: withLineFeeds(src.Text, header.End), start: header.Start, comma: comma}
		t.Captioned = true
		n, err := t.read()
		t.remarkUnread()
		why := "a header with a speaker and a text column, delimited by "
		if cols.speaker < 0 {
			why = "a header with start, end and text, delimited by "
		}
		return t.Draft, why + strconv.QuoteRune(comma) + "; rows: " + strconv.Itoa(n), err
	}
	return nil, "", nil
}

// table reads a CSV table row by row. Its fields are the facts about the table that
// are needed for each row.
type table struct {
	rows
	text       string // text of the source; every row ends with a line feed
	start      int    // offset of the header
	comma      rune
	starts     []int // offset of each line
	lazyQuotes bool  // a quotation mark may appear inside a field without quotation marks
}

// withLineFeeds replaces each carriage return by a line feed, because encoding/csv does
// not accept a carriage return as a line break. It changes text only if a carriage return
// ends the header. The argument end is the offset at which the header ends. CR LF remains
// as it is. The length of text does not change.
func withLineFeeds(text string, end int) string {
	if !strings.HasPrefix(text[end:], "\r") || strings.HasPrefix(text[end:], "\r\n") {
		return text
	}
	return strings.NewReplacer("\r\n", "\r\n", "\r", "\n").Replace(text)
}

// read reads the header and all rows of the table. It returns the number of rows, not
// counting the header.
func (t *table) read() (rows int, err error) {
	// The byte offset of each field is needed, but encoding/csv reports only its
	// line and column. Therefore the offsets of all lines are stored first.
	text := t.text[t.start:]
	lines := strings.Count(text, "\n")
	if !t.Src.Budget.Values(lines + strings.Count(text, string(t.comma))) {
		return 0, t.Src.Budget.Exceeded()
	}
	t.starts = make([]int, 0, lines+1)
	for i := 0; i >= 0 && i < len(text); {
		t.starts = append(t.starts, t.start+i)
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	t.survey()
	r := t.reader()
	for ; ; rows++ {
		fields, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return max(0, rows-1), nil
		case err != nil:
			return rows, t.syntaxError(err)
		case rows == 0:
			t.header(fields, r)
		default:
			t.row(fields, r)
		}
	}
}

// reader returns a CSV reader that begins at the header.
func (t *table) reader() *csv.Reader {
	r := csv.NewReader(strings.NewReader(t.text[t.start:]))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord, r.LazyQuotes = t.comma, -1, true, t.lazyQuotes
	return r
}

// survey reads the table once before its rows become cues (pieces of text by one
// speaker). It finds the unit of times that are numbers, because the first rows alone may
// not show this unit. It also finds out whether a field without quotation marks around it
// may contain some, as in: He said "yes" twice. This is so if tabs separate the columns,
// or if the first syntax error of the table is such a mark.
func (t *table) survey() {
	timed := t.cols.start >= 0
	t.clock.comma, t.lazyQuotes = timed && t.comma != ',', t.comma == '\t'
	if timed && !t.Src.Budget.Steps(len(t.text)) {
		return
	}
	name, p, err := t.readPace()
	if errors.Is(err, csv.ErrBareQuote) {
		t.lazyQuotes = true
		name, p, _ = t.readPace()
	}
	if timed {
		t.clock.unit = p.unit(name, t.cols.speaker >= 0)
	}
}

// readPace counts the times and the words of all rows. It returns the name of the column
// with the starts, the counts, and the error that ended the reading, such as [io.EOF].
func (t *table) readPace() (name string, p pace, err error) {
	p = pace{comma: t.clock.comma, whole: true}
	r := t.reader()
	at := func(fields []string, i int) string {
		if i < 0 || i >= len(fields) {
			return ""
		}
		return fields[i]
	}
	for n := 0; ; n++ {
		fields, err := r.Read()
		switch {
		case err != nil:
			return name, p, err
		case t.cols.start < 0:
		case n == 0:
			name = at(fields, t.cols.start)
		default:
			p.see(at(fields, t.cols.start), at(fields, t.cols.end), at(fields, t.cols.text))
		}
	}
}

// row reads one row of the table. If the row has no field for the words, it is left out.
// If it has more fields than the header, there are two possible reasons: the words
// contain commas without quotation marks, or the row has surplus fields. The function
// overflow decides which.
func (t *table) row(fields []string, r *csv.Reader) {
	text := t.cell(fields, r, t.cols.text)
	if text.at.End == 0 {
		line, column := r.FieldPos(0)
		at := t.offset(line, column)
		t.Remark(transcript.Range{Start: at, End: at}, draft.Remark{
			Kind: draft.RemarkUnknown, Level: draft.LevelCheck, Done: "left out: a row without a text column", Alternatives: []string{"add the missing fields"},
		})
		return
	}
	if len(fields) > t.width {
		text.value, text.at = t.overflow(fields, r, text.value, text.at)
	}
	t.add(t.cell(fields, r, t.cols.speaker), text, t.cell(fields, r, t.cols.start), t.cell(fields, r, t.cols.end))
}

// cell returns field i of the current row. If the row has no such field, the cell is
// empty.
func (t *table) cell(fields []string, r *csv.Reader, i int) cell {
	if i < 0 || i >= len(fields) {
		return cell{}
	}
	at, value := t.field(r, i, fields[i]), fields[i]
	if s := t.Src.Slice(at); s == value { // then value shares the memory of the source, not that of the row
		value = s
	}
	return cell{value, at}
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

// syntaxError converts an error of encoding/csv to an [*source.Error], which has the
// position in the source and advice for the editor.
func (t *table) syntaxError(err error) error {
	at, reason := len(t.text), err.Error()
	if e, ok := errors.AsType[*csv.ParseError](err); ok {
		at, reason = t.offset(e.Line, e.Column), e.Err.Error()
	}
	return t.Src.ErrorAt(at, "not CSV: "+reason, `write " inside a quoted field twice, and end quoted fields with "`)
}

// offset returns the byte offset of a line and column, which both count from 1. If
// there is no such line, it returns the length of the text.
func (t *table) offset(line, column int) int {
	if line-1 >= len(t.starts) || line < 1 {
		return len(t.text)
	}
	return min(len(t.text), t.starts[line-1]+max(0, column-1))
}

// header reads the names of the columns. For each column that the transcript does not
// use, it adds an entry to the import report.
func (t *table) header(fields []string, r *csv.Reader) {
	t.width = len(fields)
	for i, f := range fields {
		if c := t.cols; i == c.speaker || i == c.text || i == c.start || i == c.end || strings.TrimSpace(f) == "" {
			continue
		}
		t.remarkColumn(cell{f, t.field(r, i, f)})
	}
}

// field returns the range of the source that has field i of the current row, not
// counting quotation marks around it. The argument value is the content of the field.
func (t *table) field(r *csv.Reader, i int, value string) transcript.Range {
	line, column := r.FieldPos(i)
	at, text := t.offset(line, column), t.text
	if at >= len(text) || text[at] != '"' {
		return transcript.Range{Start: at, End: min(len(text), at+len(value))}
	}
	end := at + 1
	for {
		n := strings.IndexByte(text[min(end, len(text)):], '"')
		if n < 0 {
			return transcript.Range{Start: at + 1, End: len(text)}
		}
		if end += n; t.closesField(end) {
			return transcript.Range{Start: at + 1, End: end}
		}
		if strings.HasPrefix(text[end:], `""`) {
			end++
		}
		end++
	}
}

// closesField reports whether text[i] is the quotation mark at the end of a field.
func (t *table) closesField(i int) bool {
	text := t.text
	if text[i] != '"' || strings.HasPrefix(text[i:], `""`) {
		return false
	}
	rest := text[i+1:]
	return !t.lazyQuotes || rest == "" || rest[0] == '\n' || strings.HasPrefix(rest, "\r\n") || strings.HasPrefix(rest, string(t.comma))
}
