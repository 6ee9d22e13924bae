package ingest

import "strconv"

// Error reports why the input cannot be read as a transcript, and where.
type Error struct {
	Offset int `json:"offset"` // byte of the input, counting from 0
	Line   int `json:"line"`   // counting from 1
	Column int `json:"column"` // in code points, counting from 1

	Reason string `json:"reason"`           // what is wrong
	Advice string `json:"advice,omitempty"` // what the editor can do
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

// MetaError reports a field of a [Meta] that does not fit the source.
type MetaError struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901) into the Meta
	Reason  string `json:"reason"`
}

// Error implements the error interface.
func (e *MetaError) Error() string { return "metadata " + e.Pointer + ": " + e.Reason }
