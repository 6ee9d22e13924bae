package export

import (
	"iter"
	"strings"
)

// paragraphs yields the lines of a text that are not blank. It splits at every
// character that some format treats as a line break, so that the text cannot contain
// the blank line that ends a cue.
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

// oneLine replaces every run of white space in s by one space, and removes white space
// at both ends of s.
func oneLine(s string) string { return strings.Join(strings.Fields(valid(s)), " ") }

// valid returns s with U+FFFD for each NUL and for invalid UTF-8, because no format
// allows these.
func valid(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
}

// bracketed returns the words of a note in square brackets, for formats that have no
// other mark for notes. Words that are already in square or round brackets are returned
// unchanged.
func bracketed(text string) string {
	text = strings.TrimSpace(text)
	if enclosed(text, '[', ']') || enclosed(text, '(', ')') {
		return text
	}
	return "[" + text + "]"
}

// enclosed reports whether the text is in brackets as a whole: it begins with the
// opening bracket, and the bracket that closes it is the last character. "(a) and (b)"
// is not enclosed.
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
