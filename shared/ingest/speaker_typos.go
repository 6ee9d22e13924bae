package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTypoSpellings bounds the search for misspelt labels, whose neighbours take
// memory.
const maxTypoSpellings = 2000

// proposeTypos offers to take labels that differ in one letter for one speaker.
// Two people may have such names, so it is not done unasked.
func (c *speakerSet) proposeTypos(l *ledger) {
	if len(c.spellings) > maxTypoSpellings {
		return
	}
	near := map[string]*spelling{} // a name with one letter less → the voice
	for _, v := range c.spellings {
		if v.into != nil || !mayHaveTypo(v.name) {
			continue
		}
		var found *spelling
		for _, form := range deletions(fold(v.name)) {
			if w := near[form]; w != nil && w != v && oneLetterApart(fold(w.name), fold(v.name)) {
				found = w
				break
			}
		}
		if found != nil && found.into == nil {
			into, typo := found, v
			if typo.turns > into.turns {
				into, typo = typo, into
			}
			c.mergeInto(l, into, []*spelling{typo}, func(*spelling) (bool, string) {
				return false, "the labels differ in one letter, perhaps by a slip"
			})
		}
		for _, form := range deletions(fold(v.name)) {
			if near[form] == nil {
				near[form] = v
			}
		}
	}
}

// mayHaveTypo reports whether name is long enough for a slip, and has no number,
// which tells speakers apart on purpose.
func mayHaveTypo(name string) bool {
	const shortest = 5
	return utf8.RuneCountInString(name) >= shortest && !strings.ContainsFunc(name, unicode.IsDigit)
}

// deletions returns name, and name without each of its letters.
func deletions(name string) []string {
	forms := []string{name}
	for i, r := range name {
		forms = append(forms, name[:i]+name[i+len(string(r)):])
	}
	return forms
}

// minTypoWord is the least length of a word in which a letter may be a slip:
// Speaker A and Speaker B differ on purpose.
const minTypoWord = 4

// wordLengthAt returns the length of the word that holds the rune at i, or that
// ends there.
func wordLengthAt(name []rune, i int) int {
	start, end := min(i, len(name)), min(i, len(name))
	for start > 0 && name[start-1] != ' ' {
		start--
	}
	for end < len(name) && name[end] != ' ' {
		end++
	}
	return end - start
}

// oneLetterApart reports whether one letter of a longer word was changed, added or
// left out.
func oneLetterApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if wordLengthAt(y, i) < minTypoWord {
		return false
	}
	if len(x) == len(y) {
		return i < len(x) && string(x[i+1:]) == string(y[i+1:])
	}
	return string(x[i:]) == string(y[i+1:])
}
