package propose

import (
	"strings"
	"testing"
)

// TestSmallWordsAreOfOneLanguage checks that no word is in the lists of two languages. Such a
// word would count for the language that is later in the table.
func TestSmallWordsAreOfOneLanguage(t *testing.T) {
	of := map[string]string{}
	for _, l := range smallWords {
		for word := range strings.FieldsSeq(l.words) {
			if of[word] != "" {
				t.Errorf("%q is in the lists of %s and %s", word, of[word], l.tag)
			}
			if word != strings.ToLower(word) {
				t.Errorf("%q is not in lower case", word)
			}
			of[word] = l.tag
		}
	}
}
