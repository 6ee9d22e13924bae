package edit

import (
	"cmp"
	"unicode/utf8"

	"quoteline/shared/ingest"
	"quoteline/shared/transcript"
)

// place returns where in the source s makes a choice or leaves a line out, and
// false if it does neither.
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

// put moves s, which has a place, to another one.
func (s *Step) put(p ingest.Position) {
	if s.Kind == KindLeaveOut {
		s.Line, s.Column = p.Line, p.Column
		return
	}
	kind, _, _ := ingest.PlaceOf(s.Decision)
	s.Decision = ingest.IDAt(kind, p)
}

// move finds where places in a text are after a step changed the text.
type move struct {
	step        *Step
	text, after string
	at          int // of the step's words in both
	start       int // from where places are counted: there, or a character before
	origin      ingest.Position
	end, now    ingest.Position // after the words in text, and after those in after
}

func newMove(text, after string, at int, s *Step) *move {
	m := &move{step: s, text: text, after: after, at: at, start: at, origin: ingest.Position{Line: s.Line, Column: s.Column}}
	if at > 0 && text[at-1] == '\r' { // which may be half of a line end in one of the texts only
		m.start--
		if m.origin.Column--; m.origin.Column == 0 {
			m.origin = ingest.Position{Line: s.Line - 1, Column: 1} // no place is on a line end, so any column will do
		}
	}
	m.end = m.origin.Past(text, m.start, at+len(s.Before))
	m.now = m.origin.Past(after, m.start, at+len(s.Value))
	return m
}

// follow moves the steps that have a place. Those whose words are gone become
// zero Steps. It returns the positions of the ones that were in force.
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

// lead returns the new place of the word at p, and whether it is still there.
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

// within is lead for a place among the changed words. The place remains if its
// own word does.
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

// offset returns the byte at which p is in text, no less than at.
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
