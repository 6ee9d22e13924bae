package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameParts is a speaker's label divided into the name and its additions, such as a
// role.
type nameParts struct {
	base    string // the name
	bracket string // text in the first brackets: a party, a role, initials
	suffix  string // text after a comma: a role, a place
}

// isLabelName reports whether s may be a speaker's name. A role may follow the name
// after a comma or in brackets.
func isLabelName(s string) bool {
	if isName(s) {
		return true
	}
	p, ok := splitName(s)
	return ok && (isName(p.base) || isLowercaseName(p.base) && isShortCapitals(p.bracket))
}

// isShortCapitals reports whether s is one to four bytes of capital letters, as
// initials such as "AP" are.
func isShortCapitals(s string) bool {
	const longest = 4
	return s != "" && len(s) <= longest && strings.ToUpper(s) == s && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// splitName divides a label into the name and its additions: text in brackets, and a
// role after a comma. Examples are "ANDERSON COOPER, CNN ANCHOR", "SEN. ADA LONG (D),
// CALIFORNIA" and "Ada Long (Northtown) (Lab)". If the label has a comma, one of two
// conditions must be met. The name before the comma is in capitals, or the text after
// it is a title and a name in brackets. If the label has no such additions, the name
// is the whole of s, and the second result is false.
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

// bracketAt reads the brackets at the start of s, as in "(D), CALIFORNIA". It returns
// the text inside and the text after them. The result ok is false if s begins with no
// brackets.
func bracketAt(s string) (inner, after string, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	closer := map[rune]string{'(': ")", '[': "]", '（': "）"}[r]
	if closer == "" {
		return "", "", false
	}
	inner, after, ok = strings.Cut(s[n:], closer)
	return inner, after, ok && inner != "" && !strings.ContainsAny(inner, "!?;")
}

// hasRole reports whether the text after the name's comma can be a role, such as "CNN
// ANCHOR" in "ANDERSON COOPER, CNN ANCHOR".
func (p *nameParts) hasRole() bool {
	const longest = 100
	if strings.ToUpper(p.base) == p.base && utf8.RuneCountInString(p.base) > 1 {
		return p.suffix != "" && (!strings.ContainsAny(p.suffix, ".!?;") || strings.Contains(p.suffix, ".)") || len(p.suffix) <= longest)
	}
	title, ok := strings.CutSuffix(p.suffix, ")")
	title, inner, found := strings.Cut(title, "(")
	return ok && found && isName(strings.TrimSpace(title)) && isName(inner)
}
