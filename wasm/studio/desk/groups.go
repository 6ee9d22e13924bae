package desk

import (
	"cmp"
	"slices"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// Group holds the remarks (entries of the import report) of one kind and level.
type Group struct {
	Kind   string       `json:"kind"`
	Level  ingest.Level `json:"level"`
	Title  string       `json:"title"`
	Count  int          `json:"count"`
	Places []Place      `json:"places"` // the first maxListed of them, in the order of the source
}

// Place is a remark (an entry of the import report) together with the row of the source that
// the remark is about.
type Place struct {
	Row  int    `json:"row"`
	Line int    `json:"line"`
	N    int    `json:"n"`    // number of the turn that the row belongs to, 0 for none
	Turn string `json:"turn"` // id of the turn that the remark is about, if it has no speaker yet; otherwise ""
	Text string `json:"text"`
}

// tellRemarks adds the remarks to the view, as groups and as counts. A group of checks comes
// before one of infos. Lines not understood come first, because publishing waits for them.
func (d *Desk) tellRemarks(v *View) {
	v.Groups, v.Unread, v.UnreadCount = []Group{}, []Place{}, len(d.reading.unread)
	unread := map[int]bool{}
	for _, i := range d.reading.unread {
		unread[i] = true
	}
	for i := range d.reading.result.Report.Remarks {
		m := &d.reading.result.Report.Remarks[i]
		if m.Kind == ingest.RemarkUnknown && !unread[i] {
			v.LeftOut++
			continue
		}
		d.addToGroup(v, m)
	}
	// The sort is stable. So groups of one rank are in the order of their first remarks.
	v.addOmitted(d.reading.result.Report.Omitted)
	slices.SortStableFunc(v.Groups, func(a, b Group) int { return cmp.Compare(a.rank(), b.rank()) })
	for i := range v.Groups {
		switch g := &v.Groups[i]; {
		case g.Kind == string(ingest.RemarkUnknown):
			v.Unread = g.Places
		case g.Level == ingest.LevelCheck:
			v.Checks += g.Count
		default:
			v.Infos += g.Count
		}
	}
}

// addToGroup adds a remark to the group of its kind and level.
func (d *Desk) addToGroup(v *View, m *ingest.Remark) {
	i := slices.IndexFunc(v.Groups, func(g Group) bool { return g.Kind == string(m.Kind) && g.Level == m.Level })
	if i < 0 {
		i = len(v.Groups)
		v.Groups = append(v.Groups, Group{Kind: string(m.Kind), Level: m.Level, Title: title(m.Kind), Places: []Place{}})
	}
	g := &v.Groups[i]
	if g.Count++; len(g.Places) < maxListed {
		g.Places = append(g.Places, d.at(m))
	}
}

// addOmitted adds the remarks that the report only counts to the first group of their kind.
func (v *View) addOmitted(omitted map[ingest.RemarkKind]int) {
	for kind, n := range omitted {
		if i := slices.IndexFunc(v.Groups, func(g Group) bool { return g.Kind == string(kind) }); i >= 0 {
			v.Groups[i].Count += n
		}
	}
}

// rank returns the place of a group in the report: 0 for lines not understood, 1 for what an
// editor should check, 2 for the rest.
func (g *Group) rank() int {
	switch {
	case g.Kind == string(ingest.RemarkUnknown):
		return 0
	case g.Level == ingest.LevelCheck:
		return 1
	}
	return 2
}

func (d *Desk) at(m *ingest.Remark) Place {
	p := Place{Line: m.Line, Text: m.Text}
	if c := d.decisionNamed(m.Decision); c != nil && len(c.Labels) > 0 {
		p.Text = c.Labels[0].Label + ":"
	}
	if len(d.reading.pieces) > 0 {
		p.Row = d.reading.pieceAt(m.Position)
		p.N = d.sourceRow(&d.reading.pieces[p.Row]).N
	}
	if m.Kind == ingest.RemarkUnnamed && len(d.reading.pieces) > 0 {
		if i := d.unnamedAt(m.Position); i >= 0 {
			p.N, p.Turn = i+1, d.current.Turns[i].ID
		}
	}
	return p
}

// unnamedAt returns the index of the turn whose words are at position at of the source, or
// follow it in the same row. It returns -1 if there is no such turn, or if it has a speaker
// or is a note.
func (d *Desk) unnamedAt(at ingest.Position) int {
	p := &d.reading.pieces[d.reading.pieceAt(at)]
	offset := d.byteAt(p, at.Column)
	spans := d.reading.result.Report.Spans
	for i := p.span; i < len(spans) && spans[i].Start < p.end; i++ {
		if spans[i].Turn == 0 || spans[i].End <= offset {
			continue
		}
		n := d.turnNow(spans[i].Turn)
		if n == 0 || d.current.Turns[n-1].Speaker != "" || d.current.Turns[n-1].Kind == transcript.Note {
			return -1
		}
		return n - 1
	}
	return -1
}
