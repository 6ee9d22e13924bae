package compose

import (
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
)

// maxTypoSpellings is the maximum number of labels (speakers' names) that are
// searched for typing mistakes. If a source has more labels, there is no search,
// because the search would use too much memory.
const maxTypoSpellings = 2000

// proposeTypos proposes to merge labels (speakers' names) that differ in exactly one
// letter. An editor must accept each proposal, because two people may have such
// names.
func (c *speakerSet) proposeTypos(l *draft.Ledger) {
	if len(c.spellings) > maxTypoSpellings {
		return
	}
	// To avoid comparing every pair of names, each name is shortened by one letter
	// in every possible way. Names that differ in one letter have one shortened form
	// in common: "Benn Short" and "Bern Short" both become "Ben Short".
	near := map[uint64]*spelling{} // hash of a form → the spelling that has the form
	for _, v := range c.spellings {
		if v.into != nil || !mayHaveTypo(v.name) {
			continue
		}
		if !l.Budget.Steps(len(v.name) * len(v.name)) {
			return
		}
		forms := deletions(label.Fold(v.name))
		var found *spelling
		for _, form := range forms {
			if w := near[form]; w != nil && w != v && oneLetterApart(label.Fold(w.name), label.Fold(v.name)) {
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

// mayHaveTypo reports whether name is searched for typing mistakes. It must have at
// least five characters, must not be too long, and must not have digits. Names with
// digits, such as "Speaker 10" and "Speaker 11", differ on purpose.
func mayHaveTypo(name string) bool {
	const shortest = 5
	return len(name) <= label.MaxNameBytes && utf8.RuneCountInString(name) >= shortest && !label.HasDigit(name)
}

// deletions returns the hash of name, followed by the hashes of all its shortened
// forms. Each shortened form lacks one letter of the name. Storing strings instead of
// hashes would use 100 MB for 2,000 long names.
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

// These constants are those of the 64-bit hash FNV-1a (RFC 9923).
const (
	fnvOffset uint64 = 0xcbf29ce484222325
	fnvPrime  uint64 = 0x00000100000001b3
)

// fnv1a continues a hash: h is the hash of some bytes, and s has the bytes that
// follow. The result is the hash of all of them.
func fnv1a(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// minTypoWord is the minimum length of a word in letters. Only in such a word can a
// different letter be a typing mistake. Shorter words, as in "Speaker A" and "Speaker
// B", differ on purpose.
const minTypoWord = 4

// wordLengthAt returns the length, in code points, of the word at index i of name.
// The index may also be directly after the word.
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

// oneLetterApart reports whether the names differ in exactly one letter. The letter
// is changed, added or left out. It must be in a word of at least minTypoWord
// letters.
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
