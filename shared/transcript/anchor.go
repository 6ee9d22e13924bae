package transcript

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/script"
)

// Anchor is a reference from a link to a turn, or to some words of a turn. Its hash
// shows whether the words have changed since the link was made. In a link, an anchor
// has one of two forms:
//
//	turn
//	turn:start-end~hash
//
// turn is the turn's id. start and end count code points of the turn's text, as
// TextPositionSelector of W3C Web Annotation does. hash is the hash of the words, see
// [WordsHash].
type Anchor struct {
	Turn       string
	Start, End int    // code points of the turn's text, Start < End; both 0 for a whole turn
	Hash       string // of the words, "" for a whole turn
}

// Whole reports whether the anchor refers to a whole turn, and not to some of its
// words.
func (a Anchor) Whole() bool { return a.Hash == "" }

// String returns the anchor as it is written in a link, which [ParseAnchor] reads:
// "turn" or "turn:start-end~hash".
func (a Anchor) String() string {
	if a.Whole() {
		return a.Turn
	}
	return a.Turn + ":" + strconv.Itoa(a.Start) + "-" + strconv.Itoa(a.End) + "~" + a.Hash
}

// ParseAnchor reads an anchor (a link's reference to a turn or to words of a turn) in
// the form that [Anchor.String] returns. If the text after the turn's id is malformed,
// the anchor refers to the whole turn, because a page that shows the turn is better
// than an error. ok is false if s does not begin with a turn's id.
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

// parseCount reads a decimal number of one to nine digits. ok is false for any other
// text.
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

// AnchorOf returns the anchor for a link to some words of the turn t: those in range r
// of its text.
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

// WordsHash returns a hash of words as eight hexadecimal digits. It computes the 64-bit
// FNV-1a hash, mixes its bits, and returns the upper 32 bits. The hash detects changes
// by editors. It does not detect an attacker who makes other words with the same hash.
func WordsHash(words string) string {
	h := uint32(mix(fnv1a(fnvOffset, words)) >> 32)
	const digits = "0123456789abcdef"
	var hash [hashLength]byte
	for i := range hash {
		hash[i] = digits[h>>(28-4*i)&15]
	}
	return string(hash[:])
}

// Proof says whether the words that a link names are still the same in a transcript.
type Proof uint8

// The values of [Proof].
const (
	Unproven  Proof = iota // the anchor names a whole turn
	Unchanged              // the words are at the linked place
	Moved                  // the same words are at another place
	Reworded               // the words are no longer in the transcript
	Removed                // the turn is gone; a link leads to the nearest turn that is left
)

// Resolve finds the words of t to which the anchor, a link's reference, refers. It
// returns the position of the turn that has these words, and the range of the words in
// the turn's text. Positions count from 0.
//
// The range is empty if t does not have the words, or if the anchor refers to a whole
// turn. Then the returned position is that of the turn whose id the anchor has. It is
// -1 if t does not have that turn.
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

// find looks for the linked words in text: a range that has the same length and the
// same hash. The range must begin and end at a word edge, because selections are
// widened to whole words before they are linked (see [WidenToWords]).
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

// wordEdge reports whether a word can begin or end at offset i. This is so at both ends
// of the text. In a script without spaces, such as Han, there is an edge before and
// after each character. There is none inside a character.
func wordEdge(text string, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	if !utf8.RuneStart(text[i]) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return !script.InWord(before) || !script.InWord(after)
}

// WidenToWords removes white space from both ends of r, and then widens r to whole
// words. A link then refers to whole words, as a reader would quote them.
func WidenToWords(text string, r Range) Range {
	for r.Start < r.End && text[r.Start] <= ' ' {
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

// byteRange converts a range of code points to a range of bytes. It returns false if
// text has too few code points for the range.
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
