package ingest

import (
	"strings"
	"unicode"
)

// dashLength returns the length in bytes of the dash that s begins with. A full stop,
// or a full stop and a dash, counts as well. A space must follow, and is included.
// The result is 0 if there is none.
func dashLength(s string) int {
	for _, dash := range []string{". - ", ". – ", "- ", "– ", "— ", ". "} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// gapLength returns the length in bytes of the white space that s begins with. It
// returns 0 for a single space, because that may be between two words. In
// depositions, "Q" before a wider gap is a label.
func gapLength(s string) int {
	n := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	if n > 1 || n == 1 && s[0] == '\t' {
		return n
	}
	return 0
}

// isAllCapsName reports whether a name has two letters or more and all of its letters
// are capitals.
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

// isQA reports whether name is a word for question or answer, such as "Q" in "Q -
// Why?".
func isQA(name string) bool {
	switch name {
	case "Q", "A", "Question", "Answer":
		return true
	}
	return false
}
