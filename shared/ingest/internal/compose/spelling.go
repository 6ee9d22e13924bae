package compose

import (
	"strings"
	"unicode"
)

// bestSpelling chooses the spelling in which a speaker's name is shown. A spelling with
// lower-case letters is better than one all in capitals. If both or neither are all in
// capitals, the spelling with more turns is better. If the turns are equal too, the first
// one in the list is chosen. There is one exception: if one of two spellings has a slip,
// such as "DaVIS", the spelling with more turns is always better.
func bestSpelling(list []*spelling) *spelling {
	best := list[0]
	for _, v := range list[1:] {
		capitals, bestCapitals := v.allCaps(), best.allCaps()
		if (v.slips() || best.slips()) && v.turns != best.turns {
			capitals, bestCapitals = false, false
		}
		if bestCapitals && !capitals || bestCapitals == capitals && v.turns > best.turns {
			best = v
		}
	}
	return best
}

// slips reports whether a word of the name has two capitals after a small letter, as in
// "DaVIS". In names such as "McDonald", only one capital follows a small letter.
func (v *spelling) slips() bool {
	small, capitals := false, 0
	for _, r := range v.name {
		switch {
		case unicode.IsLower(r):
			small, capitals = true, 0
		case !unicode.IsUpper(r):
			small, capitals = false, 0
		case small:
			capitals++
		}
		if capitals > 1 {
			return true
		}
	}
	return false
}

// allCaps reports whether the spelling of a speaker's name has no lower-case letters.
func (v *spelling) allCaps() bool { return strings.ToUpper(v.name) == v.name }
