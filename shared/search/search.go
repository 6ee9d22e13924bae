package search

import (
	"strings"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// Index is the folded text of a transcript's turns.
type Index struct {
	turns []folded
}

// folded is a text as it is compared. starts gives for every byte of text the
// offset in the original of the character it comes from, and one more for the
// end; it is nil where both have the same offsets.
type folded struct {
	text   string
	starts []int32
}

// New folds the turns of t.
func New(t *transcript.Transcript) *Index {
	x := &Index{turns: make([]folded, len(t.Turns))}
	for i := range t.Turns {
		x.turns[i] = foldText(t.Turns[i].Text)
	}
	return x
}

// Find returns for every turn the ranges in which query occurs, in order and
// without overlap. It returns nil when query has nothing to search for.
func (x *Index) Find(query string) [][]transcript.Range {
	q := strings.Trim(foldText(query).text, " ")
	if q == "" {
		return nil
	}
	hits := make([][]transcript.Range, len(x.turns))
	for i := range x.turns {
		hits[i] = x.turns[i].find(q)
	}
	return hits
}

func (f *folded) find(q string) []transcript.Range {
	var ranges []transcript.Range
	for from := 0; ; {
		at := strings.Index(f.text[from:], q)
		if at < 0 {
			return ranges
		}
		start := from + at
		from = start + len(q)
		ranges = append(ranges, transcript.Range{Start: f.offset(start), End: f.offset(from)})
	}
}

func (f *folded) offset(i int) int {
	if f.starts == nil {
		return i
	}
	return int(f.starts[i])
}

// foldText folds s, with each run of white space as one space.
func foldText(s string) folded {
	if isFolded(s) {
		return folded{text: s}
	}
	text := make([]byte, 0, len(s))
	starts := make([]int32, 0, len(s)+1)
	put := func(r rune, at int) {
		if r == ' ' && len(text) > 0 && text[len(text)-1] == ' ' {
			return
		}
		text = utf8.AppendRune(text, r)
		for len(starts) < len(text) {
			starts = append(starts, int32(at))
		}
	}
	for i, r := range s {
		if long := foldLong(r); long != "" {
			put(rune(long[0]), i)
			put(rune(long[1]), i)
		} else if f := fold(r); f != 0 {
			put(f, i)
		}
	}
	if len(text) == len(s) {
		// No character folds to more bytes than it has, so each kept its place.
		return folded{text: string(text)}
	}
	return folded{text: string(text), starts: append(starts, int32(len(s)))}
}

// isFolded reports whether folding changes nothing in s.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || 'A' <= c && c <= 'Z' || c == ' ' && i > 0 && s[i-1] == ' ' {
			return false
		}
	}
	return true
}
