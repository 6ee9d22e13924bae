package desk

import (
	"strings"
	"unicode/utf8"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// SourceRow is a row of the source as the page shows it: a line, or a part of a long line.
type SourceRow struct {
	ID      int      `json:"id"`     // does not change while other rows change
	Line    int      `json:"line"`   // counting from 1
	Column  int      `json:"column"` // counting from 1; above 1 the row continues a line
	N       int      `json:"-"`      // number of the turn whose words are in the row, counting from 1, 0 for none
	Parts   []Part   `json:"parts"`
	Remarks []Remark `json:"remarks"`
}

// Part is a stretch of a row's text in which all characters have the same kind, such as a
// label or words.
type Part struct {
	Kind string `json:"kind"` // an ingest.SpanKind; "" for text between spans; or "suspicious" for a label in a sentence
	Text string `json:"text"`
	Lane int    `json:"lane"` // lane of the speaker that the label names, -1 for none
}

// Remark is an entry of the import report about a position of the source, with the actions
// that an editor can choose.
type Remark struct {
	Level   ingest.Level `json:"level"`
	Kind    string       `json:"kind"` // an ingest.RemarkKind or an ingest.DecisionKind
	Title   string       `json:"title"`
	Done    string       `json:"done"`   // what ingest has done with the text, as a sentence
	Advice  []string     `json:"advice"` // what else the text could be, if there are no choices
	Name    string       `json:"name"`   // name of the group of choices, unique in the source
	Choices []Choice     `json:"choices"`
	Remove  *edit.Step   `json:"remove"`  // the step that removes the label from the source, nil if that makes no sense
	LeftOut bool         `json:"leftOut"` // the text was not understood, and the editor leaves it out
	Line    int          `json:"line"`
	Column  int          `json:"column"`
}

// Choice is one of the two possible outcomes of a decision of the importer. For example,
// the editor can choose whether "Note:" is a speaker's label or a part of the text.
type Choice struct {
	Label  string    `json:"label"`
	Chosen bool      `json:"chosen"`
	Step   edit.Step `json:"step"` // the step that makes this choice
}

// SourceRows returns a range of the rows of the source. The argument from is the first index
// of the range, and to is the index after the last. Indexes without a row are skipped.
func (d *Desk) SourceRows(from, to int) []SourceRow {
	pieces := d.reading.pieces
	from, to = max(from, 0), min(to, len(pieces))
	rows := []SourceRow{}
	for i := from; i < to; i++ {
		rows = append(rows, d.sourceRow(&pieces[i]))
	}
	return rows
}

func (d *Desk) sourceRow(p *piece) SourceRow {
	row := SourceRow{ID: p.id, Line: p.Line, Column: p.Column, Parts: []Part{}, Remarks: []Remark{}}
	for _, i := range p.remarks {
		row.Remarks = append(row.Remarks, d.remark(i))
	}
	for _, i := range p.decisions {
		row.Remarks = append(row.Remarks, d.decision(&d.reading.result.Report.Decisions[i]))
	}
	suspicious := d.suspicious(p)
	at := p.start
	// Spans are the stretches of the source that the importer has identified. Text between
	// two spans becomes a part whose kind is "".
	spans := d.reading.result.Report.Spans
	for i := p.span; i < len(spans) && spans[i].Range().Start < p.end; i++ {
		r := spans[i].Range()
		start, end := max(r.Start, p.start), min(r.End, p.end)
		if start >= end {
			continue
		}
		row.Parts = d.appendParts(row.Parts, at, start, "", -1, suspicious)
		row.Parts = d.appendParts(row.Parts, start, end, spans[i].Kind.String(), d.laneOf(spans[i]), suspicious)
		at = end
		if row.N == 0 && spans[i].Turn > 0 {
			row.N = d.turnNow(int(spans[i].Turn))
		}
	}
	return row
}

// turnNow returns the present number of the turn that had number n when the source was read.
// It returns 0 if that turn no longer exists.
func (d *Desk) turnNow(n int) int {
	id := d.reading.result.Transcript.Turns[n-1].ID
	if n <= len(d.current.Turns) && d.current.Turns[n-1].ID == id {
		return n
	}
	return d.current.TurnIndex(id) + 1
}

// laneOf returns the lane (the index of a row of the timeline) of the speaker whose turn
// begins with label s. It returns -1 if s is not a label, or if the speaker has no lane.
func (d *Desk) laneOf(s ingest.Span) int {
	if s.Kind != ingest.SpanLabel || s.Turn == 0 {
		return -1
	}
	speaker := d.reading.result.Transcript.Turns[s.Turn-1].Speaker
	if n := d.turnNow(int(s.Turn)); n > 0 {
		speaker = d.current.Turns[n-1].Speaker
	}
	return d.lane(speaker)
}

// lane returns the lane (the index of a row of the timeline) of the speaker with that id. It
// returns -1 if the speaker has none.
func (d *Desk) lane(speaker string) int {
	for lane := range d.layout.Lanes {
		for _, i := range d.layout.Lanes[lane].Speakers {
			if d.current.Speakers[i].ID == speaker {
				return lane
			}
		}
	}
	return -1
}

// appendParts divides a range of the source into parts and appends them to dst. A part is a
// stretch of text of one kind. The arguments start and end are the limits of the range, in
// bytes. The labels inside a sentence, whose ranges are in suspicious, become parts of the
// kind "suspicious". The argument kind is the kind of all other parts.
func (d *Desk) appendParts(dst []Part, start, end int, kind string, lane int, suspicious []transcript.Range) []Part {
	add := func(to int, kind string) {
		if start < to {
			dst = append(dst, Part{kind, d.reading.text[start:to], lane})
			start = to
		}
	}
	for _, r := range suspicious {
		if r.Start >= start && r.End <= end {
			add(r.Start, kind)
			add(r.End, "suspicious")
		}
	}
	add(end, kind)
	return dst
}

// suspicious returns the byte ranges of those words in p that look like a speaker's label
// ("Ann:") but are inside a sentence.
func (d *Desk) suspicious(p *piece) []transcript.Range {
	var ranges []transcript.Range
	report := d.reading.result.Report
	for _, i := range p.remarks {
		m := &report.Remarks[i]
		c := d.decisionNamed(m.Decision)
		if m.Kind != ingest.RemarkInside || c == nil || len(c.Labels) == 0 {
			continue
		}
		start := d.byteAt(p, m.Column)
		end := start + len(c.Labels[0].Label)
		if strings.HasPrefix(d.reading.text[min(start, p.end):p.end], c.Labels[0].Label) {
			if strings.HasPrefix(d.reading.text[end:], ":") {
				end++
			}
			ranges = append(ranges, transcript.Range{Start: start, End: end})
		}
	}
	return ranges
}

// byteAt converts a column to a byte offset in the source. The column is in the line of
// p, the text of one row. Columns count code points, from 1.
func (d *Desk) byteAt(p *piece, column int) int {
	at := p.start
	for c := p.Column; c < column && at < p.end; c++ {
		_, size := utf8.DecodeRuneInString(d.reading.text[at:])
		at += size
	}
	return at
}
