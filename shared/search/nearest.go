package search

import (
	"unicode/utf8"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// Likeness is the part of a text that is most like some words.
type Likeness struct {
	transcript.Range         // from the first to the last word that agrees
	Share            float64 // of words in common, from 0 to 1 (Dice's coefficient); 1 means all of them, in their order, with nothing between
}

// Scores of an alignment: two words that agree add agreement, and a word that is
// missing, added or different subtracts departure. So one word that agrees makes up
// for two that do not.
const (
	agreement = 2
	departure = 1
)

// cell is the best alignment that ends at a word of the text and one of the
// quote: its worth, where it begins in the text, and how many words agree.
type cell struct{ worth, start, common int }

// Nearest finds the part of text that is most like quote, by the best local
// alignment of their words (Smith and Waterman, 1981). Case, diacritics and
// punctuation do not count. It takes time in proportion to the product of both
// numbers of words.
func Nearest(text, quote string) Likeness {
	words, ranges := foldedWords(text)
	asked, _ := foldedWords(quote)
	above, row := make([]cell, len(asked)+1), make([]cell, len(asked)+1)
	var best cell
	end := 0
	for i, word := range words {
		for k := range asked {
			row[k+1] = next(above[k], above[k+1], row[k], i, word == asked[k])
			if row[k+1].worth > best.worth {
				best, end = row[k+1], i
			}
		}
		above, row = row, above
	}
	if best.common == 0 {
		return Likeness{}
	}
	return Likeness{
		Range: transcript.Range{Start: ranges[best.start].Start, End: ranges[end].End},
		Share: 2 * float64(best.common) / float64(len(asked)+end+1-best.start),
	}
}

// next returns the best alignment that ends here: with both words, or without one
// of them. An alignment whose score is not positive is dropped.
func next(both, text, quote cell, i int, equal bool) cell {
	c := both
	if c.worth == 0 {
		c = cell{start: i}
	}
	if equal {
		c.worth += agreement
		c.common++
	} else {
		c.worth -= departure
	}
	for _, other := range [...]cell{text, quote} {
		if other.worth-departure > c.worth {
			c = other
			c.worth -= departure
		}
	}
	if c.worth <= 0 {
		return cell{}
	}
	return c
}

// foldedWords returns the words of a text as they are compared, and where each
// one is in it.
func foldedWords(text string) (words []string, ranges []transcript.Range) {
	f := foldText(text)
	for at := 0; at < len(f.text); {
		r, size := utf8.DecodeRuneInString(f.text[at:])
		if !isWord(r) {
			at += size
			continue
		}
		end := at + wordLength(f.text[at:])
		words = append(words, f.text[at:end])
		ranges = append(ranges, transcript.Range{Start: f.offset(at), End: f.offset(end)})
		at = end
	}
	return words, ranges
}

// wordLength is the length of the word at the start of text. Where a script has
// no spaces each character is a word; an apostrophe inside a word belongs to it.
func wordLength(text string) int {
	end := 0
	for i, r := range text {
		switch {
		case script.Single(r) && i > 0, !isWord(r) && r != '\'':
			return end
		case r != '\'':
			end = i + utf8.RuneLen(r)
		}
		if script.Single(r) {
			return end
		}
	}
	return end
}
