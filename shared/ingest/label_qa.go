package ingest

import (
	"strings"
	"unicode"
)

// dashLength returns the length of a dash, a point, or both, with a space
// behind it.
func dashLength(s string) int {
	for _, dash := range []string{". - ", ". – ", "- ", "– ", "— ", ". "} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// gapLength returns the length of white space that s begins with, 0 when it is
// no more than the space between two words.
func gapLength(s string) int {
	n := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	if n > 1 || n == 1 && s[0] == '\t' {
		return n
	}
	return 0
}

// isAllCapsName reports whether a name of two letters or more is all in capitals.
func isAllCapsName(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// isQA reports whether name is one of the words for question and answer, which
// may stand before a dash.
func isQA(name string) bool {
	switch name {
	case "Q", "A", "Question", "Answer":
		return true
	}
	return false
}
