package search

import (
	"strings"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// Index holds the text of a transcript's turns in the form that searches compare:
// folded, without case and diacritics.
type Index struct {
	turns []folded
}

// folded is a text in the form that searches compare: without case and diacritics. The
// field starts has an element for each byte of the field text: the offset, in the
// original text, of the character that the byte comes from. One more element holds the
// length of the original text. starts is nil if all offsets are the same in both texts.
type folded struct {
	text   string
	starts []int32
}

// New returns an index of the turns of t.
func New(t *transcript.Transcript) *Index {
	x := &Index{turns: make([]folded, len(t.Turns))}
	var f folder
	for i := range t.Turns {
		x.turns[i] = f.fold(t.Turns[i].Text)
	}
	return x
}

// Find returns for every turn the ranges of its text in which query occurs. The ranges
// are in order and do not overlap. Find returns nil if there is nothing to search for,
// as in "" or " ".
func (x *Index) Find(query string) [][]transcript.Range {
	q := foldQuery(query)
	if q == "" {
		return nil
	}
	hits := make([][]transcript.Range, len(x.turns))
	for i := range x.turns {
		hits[i] = x.turns[i].find(q)
	}
	return hits
}

// foldQuery removes case and diacritics from the query that a reader typed, and trims
// the spaces around it.
func foldQuery(typed string) string { return strings.Trim(foldText(typed).text, " ") }

// find returns the ranges of the original text in which the folded query q occurs. If q
// is empty, there are none.
func (f *folded) find(q string) []transcript.Range {
	var ranges []transcript.Range
	for start, end := f.next(q, 0); start >= 0; start, end = f.next(q, end) {
		ranges = append(ranges, f.original(start, end))
	}
	return ranges
}

// next searches the folded text for q, beginning at offset from, and returns the first
// range in which q occurs. start is -1 if q does not occur or is empty. Otherwise end is
// greater than from.
//
// The range does not end inside a character of the original text. For example, "Fuß"
// folds to "fuss". If q is "s", the range contains both letters "s", because together
// they replace one "ß".
func (f *folded) next(q string, from int) (start, end int) {
	at := strings.Index(f.text[from:], q)
	if q == "" || at < 0 {
		return -1, -1
	}
	start = from + at
	end = start + len(q)
	for f.starts != nil && end < len(f.text) && f.starts[end] == f.starts[end-1] {
		end++
	}
	return start, end
}

// original converts a range of the folded text, from start to end, to the same range of
// the original text.
func (f *folded) original(start, end int) transcript.Range {
	return transcript.Range{Start: f.offset(start), End: f.offset(end)}
}

func (f *folded) offset(i int) int {
	if f.starts == nil {
		return i
	}
	return int(f.starts[i])
}

// foldText returns s in the form that searches compare, without case and diacritics.
// Each run of white space becomes one space.
func foldText(s string) folded {
	var f folder
	return f.fold(s)
}

// folder folds several texts one after the other: it removes case and diacritics. It
// reuses its memory and allocates only the results.
type folder struct {
	text   []byte
	starts []int32 // as in folded, but only from the byte where the offsets begin to differ
	same   int     // how many bytes of text have the same offset in the original
}

func (f *folder) fold(s string) folded {
	if isFolded(s) {
		return folded{text: s}
	}
	f.text, f.starts, f.same = f.text[:0], f.starts[:0], 0
	for i, r := range s {
		if long := foldLong(r); long != "" {
			for _, c := range long {
				f.put(c, i)
			}
		} else if c := fold(r); c != 0 {
			f.put(c, i)
		}
	}
	if len(f.starts) == 0 && len(f.text) == len(s) {
		return folded{text: string(f.text)}
	}
	starts := make([]int32, 0, len(f.text)+1)
	for i := range f.same {
		starts = append(starts, int32(i))
	}
	return folded{text: string(f.text), starts: append(append(starts, f.starts...), int32(len(s)))}
}

// put appends r to the folded text. at is the offset, in the original text, of the
// character that r replaces.
func (f *folder) put(r rune, at int) {
	n := len(f.text)
	if r == ' ' && n > 0 && f.text[n-1] == ' ' {
		return
	}
	f.text = utf8.AppendRune(f.text, r)
	if at == n && len(f.starts) == 0 {
		f.same = len(f.text) // no hit begins inside a character, so its other bytes need no offset
		return
	}
	for len(f.starts)+f.same < len(f.text) {
		f.starts = append(f.starts, int32(at))
	}
}

// isFolded reports whether s is ASCII text that folding (removing case and diacritics)
// would not change.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || 'A' <= c && c <= 'Z' || c == ' ' && i > 0 && s[i-1] == ' ' {
			return false
		}
	}
	return true
}
