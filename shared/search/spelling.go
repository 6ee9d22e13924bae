package search

import "strings"

// ligatures are the most frequent ligatures (two joined letters), each with the two
// separate letters that replace it in searches.
var ligatures = [...][2]string{{"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ﬁ", "fi"}, {"ﬂ", "fl"}}

// Spellings returns word and other spellings of it that are equal after folding,
// which removes case and diacritics and splits ligatures: "flow" for "ﬂow", and
// "straße" for "strasse". The caller looks for each spelling in a search index that
// ignores only case and the diacritics of Latin letters. The first element is word,
// and no spelling occurs twice.
//
// If a text has an invisible character inside the word, the search index does not
// find the word in that text, with any of the spellings.
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
