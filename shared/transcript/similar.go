package transcript

import (
	"slices"
	"unicode/utf8"

	"quoteline/shared/script"
)

// Two turns match as reworded if their share of common words is at least similarEnough,
// or similarElsewhere if their speakers differ. Words with another speaker must be
// nearly the same.
const (
	similarEnough    = 0.4
	similarElsewhere = 0.8
)

// maxGap is the greatest number of comparisons within a gap. A gap that needs more is
// cut in halves.
const maxGap = 10_000

// matchSimilar matches similar turns in each gap between two neighbouring matches that
// are in the same order on both sides.
func (a *aligner) matchSimilar() {
	i, k := 0, 0
	for _, anchor := range append(a.inOrder(), len(a.after)) {
		end := len(a.before)
		if anchor < len(a.after) {
			end = a.after[anchor]
		}
		a.matchGap(rest(a.before, i, end), rest(a.after, k, anchor))
		i, k = end+1, anchor+1
	}
}

// rest returns the positions from start up to end that have no match.
func rest(matches []int, start, end int) []int {
	var free []int
	for i := start; i < end; i++ {
		if matches[i] == unmatched {
			free = append(free, i)
		}
	}
	return free
}

// inOrder returns the positions in next of as many matches as possible that are in the
// same order on both sides (a longest increasing subsequence). All other matches are
// turns that moved.
func (a *aligner) inOrder() []int {
	var tails []int // tails[n] is the last position of the best sequence of n+1 matches so far
	prior := filled(len(a.after))
	for k, i := range a.after {
		if i == unmatched {
			continue
		}
		n, _ := slices.BinarySearchFunc(tails, i, func(tail, i int) int { return a.after[tail] - i })
		if n > 0 {
			prior[k] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, k)
		} else {
			tails[n] = k
		}
	}
	sequence := make([]int, len(tails))
	for n, k := len(tails)-1, lastOf(tails); n >= 0; n-- {
		sequence[n] = k
		k = prior[k]
	}
	return sequence
}

func lastOf(s []int) int {
	if len(s) == 0 {
		return unmatched
	}
	return s[len(s)-1]
}

// matchGap matches the turns at the positions old and new in order, so that the sum of
// their similarities is the greatest. It first cuts a large gap in halves, which keeps
// the work linear.
func (a *aligner) matchGap(old, new []int) {
	if len(old) == 0 || len(new) == 0 {
		return
	}
	if len(old)*len(new) > maxGap && len(old) > 1 && len(new) > 1 {
		a.matchGap(old[:len(old)/2], new[:len(new)/2])
		a.matchGap(old[len(old)/2:], new[len(new)/2:])
		return
	}
	score := a.similarities(old, new)
	// best[i][k] is the greatest sum of similarities for matches between the turns from
	// old[i] on and the turns from new[k] on.
	best := make([][]float64, len(old)+1)
	for i := range best {
		best[i] = make([]float64, len(new)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for k := len(new) - 1; k >= 0; k-- {
			best[i][k] = max(best[i+1][k], best[i][k+1])
			if score[i][k] > 0 {
				best[i][k] = max(best[i][k], score[i][k]+best[i+1][k+1])
			}
		}
	}
	for i, k := 0, 0; i < len(old) && k < len(new); {
		switch {
		case score[i][k] > 0 && best[i][k] == score[i][k]+best[i+1][k+1]:
			a.match(old[i], new[k])
			i, k = i+1, k+1
		case best[i][k] == best[i+1][k]:
			i++
		default:
			k++
		}
	}
}

// similarities returns the similarity of each old turn to each new one, or 0 if it is
// too low for a match.
func (a *aligner) similarities(old, new []int) [][]float64 {
	words := make([][]uint64, len(new))
	for k, at := range new {
		words[k] = wordHashes(a.next.Turns[at].Text)
	}
	scores := make([][]float64, len(old))
	for i, at := range old {
		was := &a.previous.Turns[at]
		hashes := wordHashes(was.Text)
		scores[i] = make([]float64, len(new))
		for k := range new {
			enough := similarEnough
			if a.next.Turns[new[k]].Speaker != was.Speaker {
				enough = similarElsewhere
			}
			if s := similarity(hashes, words[k]); s >= enough {
				scores[i][k] = s
			}
		}
	}
	return scores
}

// similarity returns the share of common words of two turns, from 0 to 1 (Dice's
// coefficient). The arguments are sorted hashes of their words.
func similarity(a, b []uint64) float64 {
	common, i, k := 0, 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			common++
			i, k = i+1, k+1
		}
	}
	if common == 0 {
		return 0
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// wordHashes returns the sorted hashes of the words of text. It ignores the case of
// ASCII letters, and ASCII punctuation. In a script without spaces, each character is a
// word.
func wordHashes(text string) []uint64 {
	var hashes []uint64
	h := fnvOffset
	// An apostrophe does not end a word, so "don't" and "dont" have the same hash.
	end := func() {
		if h != fnvOffset {
			hashes = append(hashes, h)
			h = fnvOffset
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch c := text[i]; {
		case script.Single(r):
			end()
			h = fnv1a(h, text[i:i+size])
			end()
		case size > 1:
			h = fnv1a(h, text[i:i+size])
		case isAlphanumeric(c):
			if isLetter(c) {
				c |= 0x20
			}
			h = (h ^ uint64(c)) * fnvPrime
		case c != '\'':
			end()
		}
		i += size
	}
	end()
	slices.Sort(hashes)
	return hashes
}
