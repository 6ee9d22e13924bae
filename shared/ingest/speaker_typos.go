package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTypoSpellings is the most labels among which misspelt ones are looked for.
// The search needs memory for every label with each letter left out.
const maxTypoSpellings = 2000

// proposeTypos proposes to merge labels that differ in one letter. Two people may
// have such names, so the default is not to merge.
func (c *speakerSet) proposeTypos(l *ledger) {
	if len(c.spellings) > maxTypoSpellings {
		return
	}
	// Names that differ in one letter share a form with one letter left out: "Benn
	// Short" and "Bern Short" share "Ben Short". So not every pair is compared.
	near := map[uint64]*spelling{} // the hash of a form of a name → the spelling
	for _, v := range c.spellings {
		if v.into != nil || !mayHaveTypo(v.name) {
			continue
		}
		if !l.budget.steps(len(v.name) * len(v.name)) {
			return
		}
		forms := deletions(fold(v.name))
		var found *spelling
		for _, form := range forms {
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
				return false, "the labels differ in one letter, which may be a typing mistake"
			})
		}
		for _, form := range forms {
			if near[form] == nil {
				near[form] = v
			}
		}
	}
}

// mayHaveTypo reports whether name is long enough to look for mistakes in it, and
// short enough to be a label. Names with digits differ on purpose: Speaker 10,
// Speaker 11.
func mayHaveTypo(name string) bool {
	const shortest = 5
	return len(name) <= maxNameBytes && utf8.RuneCountInString(name) >= shortest && !strings.ContainsFunc(name, unicode.IsDigit)
}

// deletions returns the hashes of name, and of name without each of its letters in
// turn. The strings themselves would take 100 MB for 2,000 long names.
func deletions(name string) []uint64 {
	forms := []uint64{fnv1a(fnvOffset, name)}
	before := fnvOffset
	for i, r := range name {
		next := i + utf8.RuneLen(r)
		forms = append(forms, fnv1a(before, name[next:]))
		before = fnv1a(before, name[i:next])
	}
	return forms
}

// FNV-1a, 64 bits (RFC 9923).
const (
	fnvOffset uint64 = 0xcbf29ce484222325
	fnvPrime  uint64 = 0x00000100000001b3
)

// fnv1a continues the hash h with s.
func fnv1a(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// minTypoWord is the least length of a word in which a different letter may be a
// mistake. Speaker A and Speaker B differ on purpose.
const minTypoWord = 4

// wordLengthAt returns the length of the word around the rune at i, or of the one
// that ends there.
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

// oneLetterApart reports whether the names differ in one letter that is changed,
// added or left out, in a word of at least minTypoWord letters.
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
