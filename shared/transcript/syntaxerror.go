package transcript

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// SyntaxError is the reason why [Parse] rejects its input, and the position of the
// fault. A value of the wrong type, such as a number for a title, is a syntax error as
// well.
type SyntaxError struct {
	Offset int // bytes before the fault
	Line   int // counting from 1
	Column int // in code points, counting from 1
	Reason string
}

// Error returns the line and the column of the fault, and then the reason.
func (e *SyntaxError) Error() string {
	return "transcript: line " + strconv.Itoa(e.Line) + ", column " + strconv.Itoa(e.Column) + ": " + e.Reason
}

func syntaxErrorAt(src string, offset int, reason string) *SyntaxError {
	before := src[:offset]
	lineStart := strings.LastIndexByte(before, '\n') + 1
	return &SyntaxError{
		Offset: offset,
		Line:   1 + strings.Count(before, "\n"),
		Column: 1 + utf8.RuneCountInString(before[lineStart:]),
		Reason: reason,
	}
}
