package search

import (
	"unicode/utf8"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// Likeness is the range of a text that is most similar to some quoted words.
type Likeness struct {
	transcript.Range         // from the first to the last word that agrees
	Share            float64 // of words in common, from 0 to 1 (Dice's coefficient); 1 if the words are the same, in the same order
}

// An alignment pairs words of a text with words of a quote, in order. For each pair of
// equal words, its score grows by the constant agreement. For each word that is missing,
// added or different, its score falls by the constant departure. So one pair of equal
// words makes up for two words that differ.
const (
	agreement = 2
	departure = 1
)

// cell describes the best alignment (pairs of words) that ends at a given word of the
// text and at a given word of the quote: its score, the word of the text where it
// begins, and the number of equal words.
type cell struct{ worth, start, common int32 }

// Nearest finds the range of text that is most similar to quote, by the best local
// alignment of their words (Smith and Waterman, 1981). It ignores case, diacritics and
// punctuation. Its time is proportional to the number of words of text, multiplied by
// the number of words of quote.
func Nearest(text, quote string) Likeness {
	words, ranges := foldedWords(text)
	quoted, _ := foldedWords(quote)
	asked, numbers := numbered(quoted)
	above, row := make([]cell, len(asked)+1), make([]cell, len(asked)+1)
	var best cell
	end := 0
	for i, word := range words {
		number := numbers[word] // 0 if the quote does not have the word
		for k, other := range asked {
			row[k+1] = next(above[k], above[k+1], row[k], int32(i), number == other)
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
		Share: 2 * float64(best.common) / float64(len(asked)+end+1-int(best.start)),
	}
}

// numbered returns a number above 0 for each word, and a map from the words to their
// numbers. Equal words have equal numbers. Numbers take less time to compare than words.
func numbered(words []string) (list []int32, numbers map[string]int32) {
	list, numbers = make([]int32, len(words)), make(map[string]int32, len(words))
	for i, word := range words {
		if numbers[word] == 0 {
			numbers[word] = int32(len(numbers) + 1)
		}
		list[i] = numbers[word]
	}
	return list, numbers
}

// next returns the best alignment (list of pairs of words) that ends at word i of the
// text and at one word of the quote. The argument equal says whether these two words are
// equal. There are three ways to make this alignment from a shorter one:
//
//   - The argument both is an alignment that ends before the two words. The two words are
//     added to it as a pair.
//   - The argument text is an alignment without word i of the text. Only this word is
//     added to it.
//   - The argument quote is an alignment without the word of the quote. Only this word is
//     added to it.
//
// next returns the result with the highest score. If no score is positive, it returns the
// zero cell.
func next(both, text, quote cell, i int32, equal bool) cell {
	c := both
	if c.worth == 0 {
		c.start = i
	}
	if equal {
		c.worth += agreement
		c.common++
	} else {
		c.worth -= departure
	}
	if text.worth-departure > c.worth {
		c = text
		c.worth -= departure
	}
	if quote.worth-departure > c.worth {
		c = quote
		c.worth -= departure
	}
	if c.worth <= 0 {
		return cell{}
	}
	return c
}

// Pairs returns an upper limit for the number of pairs of words that [Nearest] compares
// for a text and a quote. It does not split the text, so it takes much less time than
// Nearest.
func Pairs(text, quote string) int {
	// In a script with spaces, a word and the space after it have at least two bytes. In
	// a script without spaces, a word such as "会" has three bytes. So a text of n bytes
	// has at most (n+1)/2 words: there may be no space after the last one.
	return (len(text) + 1) / 2 * CountWords(quote)
}

// CountWords returns the number of words of a text, as [Nearest] compares them. In a
// script without spaces, each character is a word.
func CountWords(text string) int {
	words, _ := foldedWords(text)
	return len(words)
}

// foldedWords returns the words of a text without case and diacritics, and the range of
// each word in the original text.
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

// wordLength returns the length in bytes of the word at the start of text. In a script
// without spaces, each character is a word. An apostrophe inside a word belongs to the
// word, as in "don't".
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
