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

// tellRemarks adds the remarks (entries of the import report) to the view, which is the
// state that the page shows. It divides them into groups and counts them. First comes the
// group of the lines that the importer did not understand, because nothing can be
// published before an editor mends them. Then come the groups that an editor should
// check, and last the groups that only inform.
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
	v.addOmitted(d.reading.result.Report.Omitted)
	// The sort is stable. So groups of one rank are in the order of their first remarks.
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

// addToGroup adds a remark (an entry of the import report) to the group of its kind and
// level. If there is no such group, it makes one.
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

// addOmitted adds to the counts of the groups. A very long import report does not list
// all of its entries (remarks) of a kind. It has only the number of the entries that are
// not listed. addOmitted adds this number to the first group of the kind.
func (v *View) addOmitted(omitted map[ingest.RemarkKind]int) {
	for kind, n := range omitted {
		if i := slices.IndexFunc(v.Groups, func(g Group) bool { return g.Kind == string(kind) }); i >= 0 {
			v.Groups[i].Count += n
		}
	}
}

// rank returns the place of a group in the report: 0 for lines not understood, 1 for what
// an editor should check, 2 for all other groups.
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

// unnamedAt finds the turn at a position in the source, and returns its index if it has no
// speaker. If there are no words of a turn at the position, unnamedAt takes the next turn in
// the same row of the source. It returns -1 if there is no such turn, if the turn has a
// speaker, or if the turn is a note.
func (d *Desk) unnamedAt(at ingest.Position) int {
	p := &d.reading.pieces[d.reading.pieceAt(at)]
	offset := d.byteAt(p, at.Column)
	spans := d.reading.result.Report.Spans
	for i := p.span; i < len(spans) && spans[i].Range().Start < p.end; i++ {
		if spans[i].Turn == 0 || spans[i].Range().End <= offset {
			continue
		}
		n := d.turnNow(int(spans[i].Turn))
		if n == 0 || d.current.Turns[n-1].Speaker != "" || d.current.Turns[n-1].Kind == transcript.Note {
			return -1
		}
		return n - 1
	}
	return -1
}
