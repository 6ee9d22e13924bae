package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parts is a speaker's label divided into the name and its additions, such as a
// role.
type Parts struct {
	Base    string // the name
	Bracket string // text in the first brackets: a party, a role, initials
	Suffix  string // text after a comma: a role, a place
}

// IsLabelName reports whether s may be a speaker's name. A role may follow the name
// after a comma or in brackets.
func IsLabelName(s string) bool {
	if IsName(s) {
		return true
	}
	p, ok := SplitName(s)
	return ok && (IsName(p.Base) || IsLowercaseName(p.Base) && isShortCapitals(p.Bracket))
}

// isShortCapitals reports whether s is one to four bytes of capital letters, as
// initials such as "AP" are.
func isShortCapitals(s string) bool {
	const longest = 4
	return s != "" && len(s) <= longest && strings.ToUpper(s) == s && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// SplitName divides a label into the name and its additions: text in brackets, and a
// role after a comma. Examples are "ANDERSON COOPER, CNN ANCHOR", "SEN. ADA LONG (D),
// CALIFORNIA" and "Ada Long (Northtown) (Lab)". If the label has a comma, one of two
// conditions must be met. The name before the comma is in capitals, or the text after
// it is a title and a name in brackets. If the label has no such additions, the name
// is the whole of s, and the second result is false.
func SplitName(s string) (Parts, bool) {
	const longest = 200
	i := strings.IndexAny(s, ",([（")
	if len(s) > longest || i <= 0 {
		return Parts{Base: s}, false
	}
	p := Parts{Base: strings.TrimRightFunc(s[:i], unicode.IsSpace)}
	rest := s[i:]
	for rest != "" && rest[0] != ',' {
		inner, after, ok := bracketAt(rest)
		if !ok {
			return Parts{Base: s}, false
		}
		if p.Bracket == "" {
			p.Bracket = inner
		}
		rest = strings.TrimLeftFunc(after, unicode.IsSpace)
	}
	p.Suffix = strings.TrimSpace(strings.TrimPrefix(rest, ","))
	if rest != "" && !p.hasRole() {
		return Parts{Base: s}, false
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
	return inner, after, ok && inner != "" && (inner == "?" || !strings.ContainsAny(inner, "!?;"))
}

// hasRole reports whether the text after the name's comma can be a role, such as "CNN
// ANCHOR" in "ANDERSON COOPER, CNN ANCHOR".
func (p *Parts) hasRole() bool {
	const longest = 100
	if strings.ToUpper(p.Base) == p.Base && utf8.RuneCountInString(p.Base) > 1 {
		return p.Suffix != "" && (!strings.ContainsAny(p.Suffix, ".!?;") || strings.Contains(p.Suffix, ".)") || len(p.Suffix) <= longest)
	}
	title, ok := strings.CutSuffix(p.Suffix, ")")
	title, inner, found := strings.Cut(title, "(")
	return ok && found && IsName(strings.TrimSpace(title)) && IsName(inner)
}

// WithoutAddress removes a title such as "Dr." if at least two words follow: "Dr. Ada
// Long" becomes "Ada Long", but "Dr. Long" is returned unchanged.
func WithoutAddress(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	switch strings.TrimSuffix(first, ".") {
	case "Dr", "Mr", "Mrs", "Ms", "Mx", "Prof", "Professor", "Sir", "Dame", "DR", "MR", "MRS", "MS", "PROF":
		if strings.Contains(rest, " ") {
			return rest
		}
	}
	return name
}
