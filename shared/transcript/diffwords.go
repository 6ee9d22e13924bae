package transcript

import "quoteline/shared/script"

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

// DiffWords returns the steps from before to after, in whole words and in the
// white space between them. The texts of Same and Delete make before, those of Same
// and Insert make after, to the byte. Two steps in a row differ in their Op, and of
// a deletion and an insertion at one place the deletion comes first.
//
// No other steps delete and insert fewer words, unless long texts differ very
// much: the work is bounded, and beyond the bound words may be deleted and inserted that
// could have stayed. It is reached by more than 4,000 changed words and spaces between
// texts of 2,000 words, or by more than 400 between texts of 20,000.
func DiffWords(before, after string) []Edit {
	d := newDiffer(splitWords(before), splitWords(after))
	d.compare(0, len(d.a), 0, len(d.b))
	joinRuns(d.a, d.deleted)
	joinRuns(d.b, d.inserted)
	var edits []Edit
	i, at := 0, 0 // word and byte of before
	k, to := 0, 0 // of after
	for i < len(d.a) || k < len(d.b) {
		start := at
		for i < len(d.a) && d.deleted[i] {
			at += len(d.a[i])
			i++
		}
		edits = appendEdit(edits, Delete, before[start:at])
		start = to
		for k < len(d.b) && d.inserted[k] {
			to += len(d.b[k])
			k++
		}
		edits = appendEdit(edits, Insert, after[start:to])
		start = at
		for i < len(d.a) && k < len(d.b) && !d.deleted[i] && !d.inserted[k] {
			at += len(d.a[i])
			to += len(d.a[i])
			i++
			k++
		}
		edits = appendEdit(edits, Same, before[start:at])
	}
	return edits
}

func appendEdit(edits []Edit, op Op, text string) []Edit {
	if text == "" {
		return edits
	}
	return append(edits, Edit{op, text})
}

// splitWords cuts text into words and the white space between them. A character
// that is [script.Single] is a word.
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
