package transcript

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Anchor names a turn, or words of it, so that a reader can see whether they are
// still the words that were linked. It is written
//
//	turn
//	turn:start-end~hash
//
// where start and end count code points of the turn's text (as W3C Web
// Annotation's TextPositionSelector does) and hash is that of the words, see
// [WordsHash].
type Anchor struct {
	Turn       string
	Start, End int    // code points, Start < End; both 0 for a whole turn
	Hash       string // of the words, "" for a whole turn
}

// Whole reports whether a names a whole turn.
func (a Anchor) Whole() bool { return a.Hash == "" }

// String writes a as ParseAnchor reads it.
func (a Anchor) String() string {
	if a.Whole() {
		return a.Turn
	}
	return a.Turn + ":" + strconv.Itoa(a.Start) + "-" + strconv.Itoa(a.End) + "~" + a.Hash
}

// ParseAnchor reads an anchor. A part after the turn that cannot be read is
// ignored: to show the turn is better than an error. It returns false for the empty string.
func ParseAnchor(s string) (a Anchor, ok bool) {
	turn, words, _ := strings.Cut(s, ":")
	a.Turn = turn
	span, hash, _ := strings.Cut(words, "~")
	from, to, _ := strings.Cut(span, "-")
	start, okStart := parseCount(from)
	end, okEnd := parseCount(to)
	if okStart && okEnd && start < end && len(hash) == hashLength {
		a.Start, a.End, a.Hash = start, end, hash
	}
	return a, turn != ""
}

// parseCount reads a decimal number of at most nine digits.
func parseCount(s string) (n int, ok bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// AnchorOf returns the anchor of the words in r of turn t.
func AnchorOf(t *Turn, r Range) Anchor {
	start := utf8.RuneCountInString(t.Text[:r.Start])
	words := t.Text[r.Start:r.End]
	return Anchor{
		Turn:  t.ID,
		Start: start,
		End:   start + utf8.RuneCountInString(words),
		Hash:  WordsHash(words),
	}
}

const hashLength = 8

// WordsHash returns eight hexadecimal digits that change with the words: the
// upper half of FNV-1a with 64 bits, spread once more. It is a check against
// change, not against intent.
func WordsHash(words string) string {
	h := uint32(mix(fnv1a(fnvOffset, words)) >> 32)
	const digits = "0123456789abcdef"
	var hash [hashLength]byte
	for i := range hash {
		hash[i] = digits[h>>(28-4*i)&15]
	}
	return string(hash[:])
}

// Proof says what became of the words that an anchor names.
type Proof uint8

// The values of [Proof].
const (
	Unproven  Proof = iota // the anchor names a whole turn
	Unchanged              // the words are where they were
	Moved                  // the same words are elsewhere
	Reworded               // these words are no longer there
	Removed                // the turn is gone; the one that is shown was nearest to it
)

// Resolve finds the words of a in t. It returns the position of their turn, -1
// when the turn is gone and its words are nowhere else, and the range of the
// words, which is empty when they have changed.
func (a Anchor) Resolve(t *Transcript) (turn int, words Range, proof Proof) {
	turn = t.TurnIndex(a.Turn)
	if a.Whole() {
		return turn, Range{}, Unproven
	}
	if turn >= 0 {
		if r, ok := byteRange(t.Turns[turn].Text, a.Start, a.End); ok && WordsHash(t.Turns[turn].Text[r.Start:r.End]) == a.Hash {
			return turn, r, Unchanged
		}
		if r, ok := a.find(t.Turns[turn].Text); ok {
			return turn, r, Moved
		}
	}
	for i := range t.Turns {
		if i == turn {
			continue
		}
		if r, ok := a.find(t.Turns[i].Text); ok {
			return i, r, Moved
		}
	}
	return turn, Range{}, Reworded
}

// find looks for words of the anchor's length and hash that begin and end at
// the edge of a word, as selections do when they are widened to whole words.
func (a Anchor) find(text string) (Range, bool) {
	length := a.End - a.Start
	starts := make([]int, 0, len(text)+1)
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	for i := 0; i+length < len(starts); i++ {
		from, to := starts[i], starts[i+length]
		if !wordEdge(text, from) || !wordEdge(text, to) {
			continue
		}
		if WordsHash(text[from:to]) == a.Hash {
			return Range{from, to}, true
		}
	}
	return Range{}, false
}

// wordEdge reports whether a word begins or ends at offset i, or i is at
// an end of the text.
func wordEdge(text string, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	return isWordByte(text[i-1]) != isWordByte(text[i])
}

// isWordByte knows the words of ASCII. Beyond it every character is an edge: many
// scripts have no spaces, and too many edges only mean that more is compared.
func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// WidenToWords returns r without white space at its ends and stretched to whole
// words, so that an anchor names what a reader would quote.
func WidenToWords(text string, r Range) Range {
	for r.Start < r.End && !isWordByte(text[r.Start]) && text[r.Start] <= ' ' {
		r.Start++
	}
	for r.End > r.Start && text[r.End-1] <= ' ' {
		r.End--
	}
	for r.Start < r.End && !wordEdge(text, r.Start) {
		r.Start--
	}
	for r.Start < r.End && !wordEdge(text, r.End) {
		r.End++
	}
	return r
}

// byteRange turns code points into bytes; false where the text is too short.
func byteRange(text string, start, end int) (Range, bool) {
	r := Range{-1, -1}
	n := 0
	for i := range text {
		if n == start {
			r.Start = i
		}
		if n == end {
			r.End = i
		}
		n++
	}
	if n == end {
		r.End = len(text)
	}
	return r, r.Start >= 0 && r.End > r.Start
}
