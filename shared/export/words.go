package export

import (
	"iter"
	"strings"
)

// paragraphs yields the lines of a text that are not blank. All of the line
// breaks that a reader of any of the formats may know end a line, so that no
// text can end a cue or begin one.
func paragraphs(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.FieldsFuncSeq(valid(text), isBreak) {
			if strings.TrimSpace(line) != "" && !yield(line) {
				return
			}
		}
	}
}

func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// oneLine returns s with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(valid(s)), " ") }

// valid returns s as UTF-8 without NUL, which all of the formats are in.
func valid(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// bracketed returns the words of a note in square brackets, unless they are in
// brackets already, for formats that have no other mark for notes.
func bracketed(text string) string {
	text = strings.TrimSpace(text)
	if enclosed(text, '[', ']') || enclosed(text, '(', ')') {
		return text
	}
	return "[" + text + "]"
}

// enclosed reports whether the bracket that text begins with is closed by its
// last character and not before.
func enclosed(text string, opening, closing byte) bool {
	if text == "" || text[0] != opening {
		return false
	}
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case opening:
			depth++
		case closing:
			depth--
		}
		if depth == 0 {
			return i == len(text)-1
		}
	}
	return false
}
