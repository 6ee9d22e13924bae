package desk

import (
	"cmp"
	"sort"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest"
)

// maxPiece is how many bytes of a long line one row of the page shows, approximately.
const maxPiece = 1600

// piece is the part of the source that one row of the page shows: a line, or a part of a
// line that holds several turns or is very long.
type piece struct {
	ingest.Position
	id         int   // does not change while other pieces change
	start, end int   // byte offsets in the source
	span       int   // position of the first span that overlaps the piece
	remarks    []int // positions in the report's list of remarks
	decisions  []int // positions in the report's list of decisions, without those that a remark names
}

// cut divides a source into pieces at its line ends. It also divides a line with several
// turns before each label or separator that follows words: "Yes. B: No." becomes "Yes."
// and "B: No.". White space between two pieces belongs to neither.
func cut(text string, spans []ingest.Span) []piece {
	c := cutter{text: text}
	for i, s := range spans {
		if s.Kind == ingest.SpanEncoding {
			continue
		}
		begins := s.Kind == ingest.SpanLabel || s.Kind == ingest.SpanSeparator
		if len(c.pieces) == 0 || s.Line != c.at.Line || begins && c.spoken {
			c.begin(i, s.Start, s.Position)
		}
		c.at = s.Position
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

// through adds span i to the last piece. It begins another piece where a line ends inside
// the span, or where the piece gets too long.
func (c *cutter) through(i int, s ingest.Span) {
	start := s.Start
	for start < s.End {
		last := &c.pieces[len(c.pieces)-1]
		if last.end-last.start >= maxPiece {
			c.begin(i, start, c.at)
			last = &c.pieces[len(c.pieces)-1]
		}
		end := c.stop(start, min(s.End, last.start+maxPiece))
		last.end = end
		c.at.Column += utf8.RuneCountInString(c.text[start:end])
		for end < s.End && (c.text[end] == '\n' || c.text[end] == '\r') {
			if c.text[end] == '\n' || !strings.HasPrefix(c.text[end:], "\r\n") {
				c.at = ingest.Position{Line: c.at.Line + 1, Column: 1}
			}
			end++
		}
		if start = end; start < s.End {
			c.begin(i, start, c.at)
		}
	}
}

// stop returns where a piece ends: at the end of its line, or if the line is longer, at
// about end. In the second case the piece ends after a space if possible, and never
// inside a character.
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

// name gives the pieces their ids. The pieces at the beginning and at the end of the
// source keep the ids from the previous reading if their text is the same. The pieces
// between them get the ids that the previous reading had there, in order, and new ids
// when these are used up.
func (r *reading) name(before *reading) {
	// For example, an edit of line 3 of 5 leaves two pieces at the beginning and two at
	// the end unchanged, and the piece between them keeps its id too.
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

// place assigns the report's remarks and decisions to the pieces that they are about. It
// leaves out decisions to merge speakers, which the page shows in the list of speakers.
func (r *reading) place() {
	report := r.result.Report
	if len(r.pieces) == 0 {
		return
	}
	// A decision that a remark names is shown with the remark.
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

// pieceAt returns the position of the piece that contains p, else of the last piece before p.
func (r *reading) pieceAt(p ingest.Position) int {
	return max(0, sort.Search(len(r.pieces), func(i int) bool { return after(r.pieces[i].Position, p) })-1)
}

func after(a, b ingest.Position) bool {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) > 0
}
