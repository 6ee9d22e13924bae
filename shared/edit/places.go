package edit

import (
	"cmp"
	"unicode/utf8"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// place returns the position in the source that the step s (an editor's change)
// refers to. It is the position of the line to leave out, or of the decision (a
// choice of package ingest) that s changes. The result is false if s refers to no
// position.
func (s *Step) place() (ingest.Position, bool) {
	switch s.Kind {
	case KindLeaveOut:
		return ingest.Position{Line: s.Line, Column: s.Column}, s.Line > 0
	case KindDecide:
		_, p, ok := ingest.PlaceOf(s.Decision)
		return p, ok
	}
	return ingest.Position{}, false
}

// put changes the position in the source that the step s (an editor's change) refers
// to. Only call it if method place returns true for s.
func (s *Step) put(p ingest.Position) {
	if s.Kind == KindLeaveOut {
		s.Line, s.Column = p.Line, p.Column
		return
	}
	kind, _, _ := ingest.PlaceOf(s.Decision)
	s.Decision = ingest.IDAt(kind, p)
}

// move computes new positions after an editor's step replaced some words of the
// source. Other steps of the editor refer to words by line and column. These lines and
// columns change if words before them are replaced.
type move struct {
	step        *Step
	text, after string
	at          int // byte offset of the replaced words in text, and of the new words in after
	start       int // byte offset from which positions are counted: at, or one byte before it
	origin      ingest.Position
	end, now    ingest.Position // end of the replaced words in text, and end of the new words in after
}

func newMove(text, after string, at int, s *Step) *move {
	m := &move{step: s, text: text, after: after, at: at, start: at, origin: ingest.Position{Line: s.Line, Column: s.Column}}
	// "\r\n" is one line end. If the replaced words follow a "\r", the edit may add a
	// "\n" after the "\r" or remove it. This changes where the line end is. So lines and
	// columns are counted from before the "\r".
	if at > 0 && text[at-1] == '\r' {
		m.start--
		if m.origin.Column--; m.origin.Column == 0 {
			// An editor's step never refers to a position inside a line end, so
			// any column will do.
			m.origin = ingest.Position{Line: s.Line - 1, Column: 1}
		}
	}
	m.end = m.origin.Past(text, m.start, at+len(s.Before))
	m.now = m.origin.Past(after, m.start, at+len(s.Value))
	return m
}

// follow updates the positions (lines and columns in the source) to which an editor's
// steps refer. If the words at a position were deleted, follow replaces the step by
// the zero Step, and adds the step's index to lost. It does not add the index of a
// step that had no effect anyway, because a later step changes the same decision (a
// choice of package ingest).
func (m *move) follow(steps []Step) (lost []int) {
	for i := range steps {
		s := &steps[i]
		p, ok := s.place()
		if !ok {
			continue
		}
		if p, ok = m.lead(p); ok {
			s.put(p)
			continue
		}
		if s.Kind != KindDecide || !decided(steps[i+1:], s.Decision) {
			lost = append(lost, i)
		}
		*s = Step{}
	}
	return lost
}

// lead returns the new position of the word that was at p before the edit. It returns
// false if the edit deleted the word.
func (m *move) lead(p ingest.Position) (ingest.Position, bool) {
	switch {
	case before(p, ingest.Position{Line: m.step.Line, Column: m.step.Column}):
		return p, true
	case before(p, m.end):
		return m.within(p)
	case p.Line == m.end.Line:
		p.Column += m.now.Column - m.end.Column
	}
	p.Line += m.now.Line - m.end.Line
	return p, true
}

// within returns the new position of the word at p, if p is among the words that the
// edit replaced. It finds the word only if the new words still contain it. Otherwise
// it returns false.
func (m *move) within(p ingest.Position) (ingest.Position, bool) {
	left, is := m.offset(p)-m.at, m.at
	for _, e := range transcript.DiffWords(m.step.Before, m.step.Value) {
		switch n := len(e.Text); {
		case e.Op == transcript.Insert:
			is += n
		case left >= n:
			left -= n
			if e.Op == transcript.Same {
				is += n
			}
		case e.Op == transcript.Same:
			return m.origin.Past(m.after, m.start, is+left), true
		default:
			return p, false
		}
	}
	return p, false
}

// offset returns the byte offset of position p in the text before the edit. If p is
// before the replaced words, offset returns m.at, where these words begin.
func (m *move) offset(p ingest.Position) int {
	i := m.start
	for at := m.origin; before(at, p); {
		_, size := utf8.DecodeRuneInString(m.text[i:])
		at = at.Past(m.text, i, i+size)
		i += size
	}
	return max(i, m.at)
}

func before(a, b ingest.Position) bool {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)) < 0
}
