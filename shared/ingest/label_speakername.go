package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameParts is a label taken apart at what stands behind the name.
type nameParts struct {
	base    string // the name
	bracket string // what stands in the first brackets: a party, a role, initials
	suffix  string // what stands behind a comma: a role, a place
}

// isLabelName reports whether s reads as a speaker's name, perhaps with a role
// behind a comma or in brackets.
func isLabelName(s string) bool {
	if isName(s) {
		return true
	}
	p, ok := splitName(s)
	return ok && (isName(p.base) || isLowercaseName(p.base) && isShortCapitals(p.bracket))
}

// isShortCapitals reports whether s is a few capitals, as initials are.
func isShortCapitals(s string) bool {
	const longest = 4
	return s != "" && len(s) <= longest && strings.ToUpper(s) == s && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// splitName takes a label apart at the comma or bracket behind the name: ANDERSON
// COOPER, CNN ANCHOR; SEN. ADA LONG (D), CALIFORNIA; Ada Long (Northtown) (Lab).
// A comma counts behind capitals, or in a title that ends with brackets.
func splitName(s string) (nameParts, bool) {
	const longest = 200
	i := strings.IndexAny(s, ",([（")
	if len(s) > longest || i <= 0 {
		return nameParts{base: s}, false
	}
	p := nameParts{base: strings.TrimRightFunc(s[:i], unicode.IsSpace)}
	rest := s[i:]
	for rest != "" && rest[0] != ',' {
		inner, after, ok := bracketAt(rest)
		if !ok {
			return nameParts{base: s}, false
		}
		if p.bracket == "" {
			p.bracket = inner
		}
		rest = strings.TrimLeftFunc(after, unicode.IsSpace)
	}
	p.suffix = strings.TrimSpace(strings.TrimPrefix(rest, ","))
	if rest != "" && !p.hasRole() {
		return nameParts{base: s}, false
	}
	return p, true
}

// bracketAt reads brackets that s begins with, and returns what is in them and
// what is behind.
func bracketAt(s string) (inner, after string, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	closer := map[rune]string{'(': ")", '[': "]", '（': "）"}[r]
	if closer == "" {
		return "", "", false
	}
	inner, after, ok = strings.Cut(s[n:], closer)
	return inner, after, ok && inner != "" && !strings.ContainsAny(inner, "!?;")
}

// hasRole reports whether what stands behind the comma can be a role.
func (p *nameParts) hasRole() bool {
	const longest = 100
	if strings.ToUpper(p.base) == p.base && utf8.RuneCountInString(p.base) > 1 {
		return p.suffix != "" && (!strings.ContainsAny(p.suffix, ".!?;") || strings.Contains(p.suffix, ".)") || len(p.suffix) <= longest)
	}
	title, ok := strings.CutSuffix(p.suffix, ")")
	title, inner, found := strings.Cut(title, "(")
	return ok && found && isName(strings.TrimSpace(title)) && isName(inner)
}
