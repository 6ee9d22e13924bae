package ingest

import "strconv"

// Error reports why the input cannot be read as a transcript, and where in the input
// the problem is.
type Error struct {
	Offset int `json:"offset"` // byte offset in the input, counted from 0
	Line   int `json:"line"`   // counted from 1
	Column int `json:"column"` // in code points, counted from 1

	Reason string `json:"reason"`           // the problem
	Advice string `json:"advice,omitempty"` // how the editor can solve it
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

// MetaError reports that a field of the caller's [Meta] does not fit the source. For
// example, the field names a speaker who is not in the source.
type MetaError struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901) to the field
	Reason  string `json:"reason"`
}

// Error implements the error interface.
func (e *MetaError) Error() string { return "metadata " + e.Pointer + ": " + e.Reason }
