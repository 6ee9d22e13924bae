package search

import "strings"

// ligatures are the most frequent ligatures, each with the letters to which it folds.
var ligatures = [...][2]string{{"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ﬁ", "fi"}, {"ﬂ", "fl"}}

// Spellings returns word and other spellings that fold to the same text. They are for a
// search index that ignores case and the diacritics of Latin letters, but does no other
// folding: "ﬂow" becomes "flow", and "strasse" becomes "straße". Each spelling is
// returned once, word first. No spelling finds a word with an invisible character in
// it.
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
