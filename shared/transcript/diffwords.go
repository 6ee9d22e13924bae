package transcript

import "quoteline/shared/script"

// Op says whether an [Edit] leaves a text as it is, deletes it, or inserts it.
type Op string

// The values of [Op].
const (
	Same   Op = "same"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Edit is a piece of text that stays the same, is deleted, or is inserted.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// DiffWords returns the steps that change one text into another. The arguments before
// and after are the earlier and the later text. A step is a piece of text that stays the
// same, is deleted, or is inserted. It consists of whole words and of the white space
// between words. The texts of all Same and Delete steps, joined, are the earlier text.
// Those of all Same and Insert steps are the later text. Two neighbouring steps differ
// in Op. If words are replaced, the deletion comes before the insertion.
//
// DiffWords deletes and inserts as few words as possible, unless long texts differ very
// much. Its work is limited. Beyond the limit, it may delete and insert words that could
// have stayed. The limit depends on the length of the texts. If both have 2,000 words
// and as many spaces, DiffWords reaches the limit only if more than 4,000 of these 8,000
// words and spaces change. If both have 20,000 words, 400 changes are within the limit.
func DiffWords(before, after string) []Edit {
	edits, _ := diffWords(before, after, diffWork)
	return edits
}

// diffWords does the same as DiffWords, but the argument work limits its steps (see
// newDiffer). It also returns the number of steps that it made.
func diffWords(before, after string, work int) (edits []Edit, steps int) {
	d := newDiffer(splitWords(before), splitWords(after), work)
	d.compare(0, len(d.a), 0, len(d.b))
	joinRuns(d.a, d.deleted)
	joinRuns(d.b, d.inserted)
	i, at := 0, 0 // word and byte of before
	k, to := 0, 0 // word and byte of after
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
	return edits, d.steps
}

func appendEdit(edits []Edit, op Op, text string) []Edit {
	if text == "" {
		return edits
	}
	return append(edits, Edit{op, text})
}

// splitWords cuts text into words and the white space between words. In some scripts
// each character is a word by itself, such as in Han: see [script.Single].
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
