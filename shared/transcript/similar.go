package transcript

import (
	"slices"
	"unicode/utf8"

	"quoteline/shared/script"
)

// Two turns of different versions match as reworded if enough of their words are the
// same. similarEnough is the least share of common words for turns of the same speaker.
// If the speakers differ, the share must be at least similarElsewhere, so the words
// must be nearly the same.
const (
	similarEnough    = 0.4
	similarElsewhere = 0.8
)

// maxGap is the greatest number of pairs of turns that are compared in a gap. A gap is
// the turns between two neighbouring matches. A larger gap is cut in halves.
const maxGap = 10_000

// matchSimilar matches turns with similar words. It looks at each gap, the turns between
// two neighbouring matches. Matches of turns that were moved do not count as neighbours
// here: all neighbours are in the same order in both versions.
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

// rest returns the positions from start to end-1 whose turns have no match.
func rest(matches []int, start, end int) []int {
	var free []int
	for i := start; i < end; i++ {
		if matches[i] == unmatched {
			free = append(free, i)
		}
	}
	return free
}

// inOrder finds the largest set of matched turns that are in the same order in both
// versions (a longest increasing subsequence). It returns their positions in next. All
// other matched turns have moved.
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

// matchGap matches turns of the previous version with turns of the next version. The
// arguments old and new are the positions of the turns in the two versions. The matches
// are in order, and the sum of their similarities is the greatest possible. A large gap
// is first cut in halves, so that the work grows linearly with the number of turns.
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
	// best[i][k] is the greatest sum of similarities if only the turns old[i:] and
	// new[k:] are matched.
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

// similarities returns the similarity of each old turn to each new one, from 0 to 1. It
// returns 0 for two turns that are too different for a match.
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

// similarity returns the share of words that two turns have in common, from 0 to 1
// (Dice's coefficient). The arguments a and b are the sorted hashes of the two turns'
// words.
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

// wordHashes returns the sorted hashes of the words of text. It ignores ASCII
// punctuation, and the case of ASCII letters. In a script without spaces, each
// character is a word.
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
