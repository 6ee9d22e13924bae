package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isLabelName reports whether s reads as a speaker's name, perhaps with a role
// behind a comma or in brackets.
func isLabelName(s string) bool {
	if isName(s) {
		return true
	}
	base, role := splitRole(s)
	return role != "" && isName(base)
}

// splitRole takes a label apart at the comma or bracket behind the name: ANDERSON
// COOPER, CNN ANCHOR; Ada Long (AL). A comma counts behind capitals only.
func splitRole(s string) (base, role string) {
	const longest = 100
	if len(s) > 2*longest {
		return s, ""
	}
	i := strings.IndexAny(s, ",([")
	if wide := strings.Index(s, "（"); wide >= 0 && (i < 0 || wide < i) {
		i = wide
	}
	if i <= 0 {
		return s, ""
	}
	base = strings.TrimRightFunc(s[:i], unicode.IsSpace)
	r, n := utf8.DecodeRuneInString(s[i:])
	role = strings.TrimSpace(s[i+n:])
	if r == ',' {
		if strings.ToUpper(base) != base || utf8.RuneCountInString(base) < 2 || strings.ContainsAny(role, ".!?;") && !strings.Contains(role, ".)") && len(role) > longest {
			return s, ""
		}
		return base, role
	}
	closer := map[rune]string{'(': ")", '[': "]", '（': "）"}[r]
	inner, ok := strings.CutSuffix(role, closer)
	if !ok || inner == "" || strings.Contains(inner, closer) || strings.ContainsAny(inner, "!?;") {
		return s, ""
	}
	return base, inner
}
