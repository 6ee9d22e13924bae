package desk

import (
	"cmp"
	"sort"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest"
)

// maxPiece is the approximate number of bytes that one row of the page shows of a long line.
const maxPiece = 1600

// piece is the part of the source that one row of the page shows. It is a line, or a part of
// a line that is very long or contains several turns.
type piece struct {
	ingest.Position
	id         int   // does not change while other pieces change
	start, end int   // byte offsets in the source
	span       int   // position of the first span that overlaps the piece
	remarks    []int // positions in the report's list of remarks
	decisions  []int // positions in the report's list of decisions, without those that a remark names
}

// cut divides a source into pieces, the texts of the page's rows. A piece ends at a line
// end. A line may contain several turns, as in "Yes. B: No." Then cut also divides the
// line before each speaker's label, such as "B:", and before each separator, such as
// ">>". It does so only if words come before them. So the pieces of the example are
// "Yes." and "B: No.". White space between two pieces is in neither of them.
func cut(text string, spans []ingest.Span) []piece {
	c := cutter{text: text}
	for i, s := range spans {
		if s.Kind == ingest.SpanEncoding {
			continue
		}
		begins := s.Kind == ingest.SpanLabel || s.Kind == ingest.SpanSeparator
		if len(c.pieces) == 0 || s.Position().Line != c.at.Line || begins && c.spoken {
			c.begin(i, s.Range().Start, s.Position())
		}
		c.at = s.Position()
		c.through(i, s)
		c.spoken = c.spoken || s.Kind == ingest.SpanText || s.Kind == ingest.SpanNote
	}
	return c.pieces
}

type cutter struct {
	text   string
	pieces []piece
	at     ingest.Position // the position after the text that has been cut so far
	spoken bool            // the last piece has words of a turn
}

func (c *cutter) begin(span, start int, at ingest.Position) {
	c.pieces = append(c.pieces, piece{Position: at, start: start, end: start, span: span})
	c.spoken = false
}

// through adds span i to the last piece (the text of one row). A span is a part of the
// source that the importer has identified, such as a label or words. If a line ends
// inside the span, another piece begins at the next line. Another piece also begins where
// a piece gets too long.
func (c *cutter) through(i int, s ingest.Span) {
	start, spanEnd := s.Range().Start, s.Range().End
	for start < spanEnd {
		last := &c.pieces[len(c.pieces)-1]
		if last.end-last.start >= maxPiece {
			c.begin(i, start, c.at)
			last = &c.pieces[len(c.pieces)-1]
		}
		end := c.stop(start, min(spanEnd, last.start+maxPiece))
		last.end = end
		c.at.Column += utf8.RuneCountInString(c.text[start:end])
		for end < spanEnd && (c.text[end] == '\n' || c.text[end] == '\r') {
			if c.text[end] == '\n' || !strings.HasPrefix(c.text[end:], "\r\n") {
				c.at = ingest.Position{Line: c.at.Line + 1, Column: 1}
			}
			end++
		}
		if start = end; start < spanEnd {
			c.begin(i, start, c.at)
		}
	}
}

// stop returns the byte offset at which a piece (the text of one row) ends. The argument
// start is the offset at which the piece begins, and end is the offset at which it should
// end. If the line ends earlier, the piece ends there. Otherwise the piece ends after a space
// near the argument end, if possible, and never inside a character.
func (c *cutter) stop(start, end int) int {
	if i := strings.IndexAny(c.text[start:end], "\r\n"); i >= 0 {
		return start + i
	}
	if end == len(c.text) {
		return end
	}
	for !utf8.RuneStart(c.text[end]) {
		end++
	}
	if end-start > maxPiece/2 {
		if i := strings.LastIndexByte(c.text[start:end], ' '); i > 0 {
			return start + i + 1
		}
	}
	return end
}

// name assigns an id to each piece (the text of one row). It compares the pieces with those
// of the previous reading. The unchanged pieces at the beginning and at the end keep their
// ids. The changed pieces between them get the ids of the previous pieces that they
// replace, in order. If there are more pieces now than before, the rest of the changed
// pieces get new ids.
func (r *reading) name(before *reading) {
	// For example, the text has five lines, and each of them is a piece (the text of one
	// row). An edit changes the third line. The first two pieces and the last two have
	// not changed, so they keep their ids. Only the third id remains, so the third piece
	// keeps its id too.
	was, now := before.pieces, r.pieces
	least := min(len(was), len(now))
	same := func(i, k int) bool {
		return before.text[was[i].start:was[i].end] == r.text[now[k].start:now[k].end]
	}
	head, tail := 0, 0
	for head < least && same(head, head) {
		head++
	}
	for tail < least-head && same(len(was)-1-tail, len(now)-1-tail) {
		tail++
	}
	r.named = before.named
	for k := range now {
		switch left := len(now) - k; {
		case k < least-tail:
			now[k].id = was[k].id
		case left <= tail:
			now[k].id = was[len(was)-left].id
		default:
			r.named++
			now[k].id = r.named
		}
	}
}

// place assigns the entries of the import report to the pieces (rows) of the source that
// they are about. There are two kinds of entries: remarks, and the importer's decisions
// on how to read some words. place omits decisions to merge speakers, which the page
// shows in the list of speakers.
func (r *reading) place() {
	report := r.result.Report
	if len(r.pieces) == 0 {
		return
	}
	// Some remarks (entries of the import report) contain the id of a decision of the
	// importer. The page shows that decision with the remark, so the decision itself is
	// not assigned to a row.
	named := map[string]bool{}
	for i, m := range report.Remarks {
		p := &r.pieces[r.pieceAt(m.Position)]
		p.remarks = append(p.remarks, i)
		named[m.Decision] = true
	}
	for i, decision := range report.Decisions {
		if named[decision.ID] || decision.Kind == ingest.DecideMerge {
			continue
		}
		at := 0
		if decision.Position != nil {
			at = r.pieceAt(*decision.Position)
		}
		r.pieces[at].decisions = append(r.pieces[at].decisions, i)
	}
}

// pieceAt returns the index of the piece (the text of one row) that contains position p. If
// p is between two pieces, it returns the index of the earlier one.
func (r *reading) pieceAt(p ingest.Position) int {
	return max(0, sort.Search(len(r.pieces), func(i int) bool { return after(r.pieces[i].Position, p) })-1)
}

func after(a, b ingest.Position) bool {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) > 0
}
