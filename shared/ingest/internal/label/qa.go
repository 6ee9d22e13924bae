package label

import (
	"strings"
	"unicode"
)

// dashLength returns the length in bytes of the dash at the start of s, including the
// space that must follow. A full stop, or a full stop and a dash, counts as a dash,
// as in "Q. Why?". The result is 0 if s begins with none of these.
func dashLength(s string) int {
	for _, dash := range []string{". - ", ". – ", "- ", "– ", "— ", ". "} {
		if strings.HasPrefix(s, dash) {
			return len(dash)
		}
	}
	return 0
}

// IsAllCapsName reports whether a name has at least two letters and all of its
// letters are capitals.
func IsAllCapsName(name string) bool {
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
