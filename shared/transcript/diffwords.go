package transcript

import (
	"slices"
	"strings"

	"quoteline/shared/script"
)

// Op says what happened to a piece of text.
type Op string

// The values of [Op].
const (
	Same   Op = "same"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Edit is a piece of text and what happened to it.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// maxTable limits the cells of the table in which words are compared. Texts
// beyond it, of more than 2,000 changed words each, are shown as replaced.
const maxTable = 4 << 20

// DiffWords returns the steps from before to after, in whole words. The texts
// of Same and Delete make before, those of Same and Insert make after, to the
// byte. Two steps in a row differ in their Op.
func DiffWords(before, after string) []Edit {
	a, b := splitWords(before), splitWords(after)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	d := differ{}
	d.add(Same, a[:head]...)
	d.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	d.add(Same, a[len(a)-tail:]...)
	return d.edits()
}

// splitWords cuts text into words and the white space between them. Where a
// script has no spaces, each character is a word.
func splitWords(text string) []string {
	var words []string
	start, last := 0, rune(0)
	for i, r := range text {
		if i > start && (isSpace(r) != isSpace(last) || script.Single(r) || script.Single(last)) {
			words = append(words, text[start:i])
			start = i
		}
		last = r
	}
	if start < len(text) {
		words = append(words, text[start:])
	}
	return words
}

// step is a run of words with one Op.
type step struct {
	op    Op
	words []string
}

type differ struct{ steps []step }

func (d *differ) add(op Op, words ...string) {
	if len(words) == 0 {
		return
	}
	if n := len(d.steps); n > 0 && d.steps[n-1].op == op {
		d.steps[n-1].words = append(d.steps[n-1].words, words...)
		return
	}
	d.steps = append(d.steps, step{op, slices.Clone(words)})
}

// middle compares by the longest common subsequence.
func (d *differ) middle(a, b []string) {
	if len(a)*len(b) > maxTable {
		d.add(Delete, a...)
		d.add(Insert, b...)
		return
	}
	longest := commonLengths(a, b)
	width := len(b) + 1
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			d.add(Same, a[i])
			i, k = i+1, k+1
		case longest[(i+1)*width+k] >= longest[i*width+k+1]:
			d.add(Delete, a[i])
			i++
		default:
			d.add(Insert, b[k])
			k++
		}
	}
	d.add(Delete, a[i:]...)
	d.add(Insert, b[k:]...)
}

// commonLengths returns for each i, k the length of the longest common
// subsequence of a[i:] and b[k:], row by row.
func commonLengths(a, b []string) []uint32 {
	width := len(b) + 1
	longest := make([]uint32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for k := len(b) - 1; k >= 0; k-- {
			at := i*width + k
			if a[i] == b[k] {
				longest[at] = longest[at+width+1] + 1
			} else {
				longest[at] = max(longest[at+width], longest[at+1])
			}
		}
	}
	return longest
}

func (d *differ) edits() []Edit {
	edits := make([]Edit, len(d.steps))
	for i, s := range d.steps {
		edits[i] = Edit{s.op, strings.Join(s.words, "")}
	}
	return edits
}
