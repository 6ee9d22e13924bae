package desk

import (
	"strings"
	"unicode/utf8"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// SourceRow is a piece of the source as the page shows it.
type SourceRow struct {
	ID      int      `json:"id"`     // stays while other rows change
	Line    int      `json:"line"`   // counting from 1
	Column  int      `json:"column"` // counting from 1; above 1 the row continues a line
	Turn    string   `json:"turn"`   // id of the turn whose words are here, "" for none
	N       int      `json:"n"`      // its number, 0 for none
	Parts   []Part   `json:"parts"`
	Remarks []Remark `json:"remarks"`
}

// Part is a stretch of the source with one meaning.
type Part struct {
	Kind string `json:"kind"` // an ingest.SpanKind, "" for text between spans, "suspicious"
	Text string `json:"text"`
	Lane int    `json:"lane"` // of the speaker that a label names, -1 for none
}

// Remark is what the report says of a place, with what can be done.
type Remark struct {
	Level   ingest.Level `json:"level"`
	Kind    string       `json:"kind"` // of a remark or a decision
	Title   string       `json:"title"`
	Done    string       `json:"done"`   // a sentence
	Advice  []string     `json:"advice"` // what else it could be, where no choice does it
	Name    string       `json:"name"`   // of the group of choices, unique in the source
	Choices []Choice     `json:"choices"`
	Remove  *edit.Step   `json:"remove"`  // takes the label out of the source, nil where that makes no sense
	LeftOut bool         `json:"leftOut"` // not understood, and the editor leaves it out
	Line    int          `json:"line"`
	Column  int          `json:"column"`
}

// Choice is one way to read a place.
type Choice struct {
	Label  string    `json:"label"`
	Chosen bool      `json:"chosen"`
	Step   edit.Step `json:"step"` // makes it the one
}

// SourceRows returns the rows from ≤ i < to, as far as there are any.
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
	// Spans cover most of the piece; text between them becomes parts without a kind.
	spans := d.reading.result.Report.Spans
	for i := p.span; i < len(spans) && spans[i].Start < p.end; i++ {
		start, end := max(spans[i].Start, p.start), min(spans[i].End, p.end)
		if start >= end {
			continue
		}
		row.Parts = d.appendParts(row.Parts, at, start, "", -1, suspicious)
		row.Parts = d.appendParts(row.Parts, start, end, string(spans[i].Kind), d.laneOf(spans[i]), suspicious)
		at = end
		if row.N == 0 && spans[i].Turn > 0 {
			row.Turn, row.N = d.turnNow(spans[i].Turn)
		}
	}
	return row
}

// turnNow returns the id and the present number of what was turn n when the
// source was read; number 0 when it is gone.
func (d *Desk) turnNow(n int) (id string, number int) {
	id = d.reading.result.Transcript.Turns[n-1].ID
	if n <= len(d.current.Turns) && d.current.Turns[n-1].ID == id {
		return id, n
	}
	return id, d.current.TurnIndex(id) + 1
}

// laneOf returns the lane of the speaker to whose turn a label belongs.
func (d *Desk) laneOf(s ingest.Span) int {
	if s.Kind != ingest.SpanLabel || s.Turn == 0 {
		return -1
	}
	speaker := d.reading.result.Transcript.Turns[s.Turn-1].Speaker
	if _, n := d.turnNow(s.Turn); n > 0 {
		speaker = d.current.Turns[n-1].Speaker
	}
	return d.lane(speaker)
}

// lane returns the lane of a speaker in the timeline, -1 for none.
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

// appendParts appends text[start:end], divided at suspicious labels.
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

// suspicious returns the places of labels inside a sentence of a piece.
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

// byteAt returns the offset of a column of a piece's line.
func (d *Desk) byteAt(p *piece, column int) int {
	at := p.start
	for c := p.Column; c < column && at < p.end; c++ {
		_, size := utf8.DecodeRuneInString(d.reading.text[at:])
		at += size
	}
	return at
}
