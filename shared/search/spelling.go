package search

import "strings"

// ligatures are those that texts have most often, each before the letters that
// it folds to.
var ligatures = [...][2]string{{"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ﬁ", "fi"}, {"ﬂ", "fl"}}

// Spellings returns word, and other spellings that fold to the same, for an index
// that knows case and the diacritics of Latin letters but no other folding:
// "ﬂow" may be "flow", and "strasse" may be "straße". It returns each once, word
// first. Texts with invisible characters in a word have none of the spellings.
func Spellings(word string) []string {
	all := []string{word}
	folded := foldText(word).text
	if folded != "" && !strings.EqualFold(word, folded) {
		all = append(all, folded)
	}
	for _, l := range ligatures {
		if joined := strings.ReplaceAll(folded, l[1], l[0]); joined != folded && !strings.EqualFold(joined, word) {
			all = append(all, joined)
		}
	}
	return all
}
