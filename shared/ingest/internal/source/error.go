package source

import "strconv"

// Error reports why the input cannot be read as a transcript, and where in the input
// the problem is.
type Error struct {
	Offset int `json:"offset"` // byte offset in the input, counted from 0
	Line   int `json:"line"`   // counted from 1
	Column int `json:"column"` // in code points, counted from 1

	Reason string `json:"reason"`           // the problem
	Advice string `json:"advice,omitempty"` // how the editor can solve it

	AsksEncoding bool `json:"-"` // the encoding of the input is unknown, and naming it may help
}

// Error implements the error interface.
func (e *Error) Error() string {
	s := "byte " + strconv.Itoa(e.Offset) +
		" (line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column) + "): " + e.Reason
	if e.Advice != "" {
		s += "; " + e.Advice
	}
	return s
}

// ErrorAt returns an error for a fault at this byte offset. The error has the line
// and column, the reason, and advice for the editor.
func (s *Source) ErrorAt(offset int, reason, advice string) *Error {
	p := s.Position(offset)
	return &Error{Offset: offset, Line: p.Line, Column: p.Column, Reason: reason, Advice: advice}
}
