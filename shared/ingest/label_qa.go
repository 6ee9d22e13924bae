package ingest

import (
	"strings"
	"unicode"
)

// dashLength returns the length of a dash, a full stop or both with a space after
// it, at the start of s; 0 if there is none.
func dashLength(s string) int {
	for _, dash := range []string{". - ", ". – ", "- ", "– ", "— ", ". "} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// gapLength returns the length of the white space that s begins with, or 0 if it is
// only a space between two words. "Q" and a wide gap are a label in depositions.
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

// isQA reports whether name is a word for question or answer, which may precede a
// dash: "Q - Why?".
func isQA(name string) bool {
	switch name {
	case "Q", "A", "Question", "Answer":
		return true
	}
	return false
}
