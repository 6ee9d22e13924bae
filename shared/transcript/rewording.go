package transcript

import "strings"

// Comparison shows how words that a link names have changed. It has the words as they
// were, and the words that replaced them.
type Comparison struct {
	Then []Edit // the earlier words: Same and Delete
	Now  []Edit // the present words: Same and Insert
	Here Range  // where Now is in the present text; empty if no words are left
}

// Compare shows how the words that a link names have changed. The arguments before and
// after are an earlier and a later text of the same turn. Compare finds the link's words
// in the earlier text, and the words that replaced them in the later text. It returns
// false if the earlier text does not have the link's words, or if the link names a whole
// turn.
func (a Anchor) Compare(before, after string) (Comparison, bool) {
	if a.Whole() {
		return Comparison{}, false
	}
	words, ok := byteRange(before, a.Start, a.End)
	if !ok || WordsHash(before[words.Start:words.End]) != a.Hash {
		if words, ok = a.find(before); !ok {
			return Comparison{}, false
		}
	}
	return compare(DiffWords(before, after), words), true
}

// Versions compares two texts, so that a page can show each on a separate line with its
// changes marked. The arguments before and after are the earlier and the later text. The
// first result has steps that are Same or Delete. Their texts, joined, are equal to the
// earlier text. The second result has steps that are Same or Insert. Their texts, joined,
// are equal to the later text.
func Versions(before, after string) (then, now []Edit) {
	for _, step := range DiffWords(before, after) {
		if step.Op != Insert {
			then = join(then, step)
		}
		if step.Op != Delete {
			now = join(now, step)
		}
	}
	return then, now
}

// compare selects those steps that concern a range of the first text. The argument
// words is this range. All steps together change the first text into the second. An
// insertion is selected if it is inside the range, or if it replaces words in the
// range.
func compare(steps []Edit, words Range) (c Comparison) {
	was, is := 0, 0 // offsets in the first and in the second text
	c.Here.Start = -1
	replacing := false
	for _, step := range steps {
		part := clip(step.Text, was, words)
		inside := part != ""
		if step.Op == Insert {
			part = step.Text
			inside = words.Start < was && was < words.End || replacing
		}
		if inside && step.Op != Insert {
			c.Then = join(c.Then, Edit{step.Op, part})
		}
		if inside && step.Op != Delete {
			c.Now = join(c.Now, Edit{step.Op, part})
			if c.Here.Start < 0 {
				c.Here.Start = is
				if step.Op == Same {
					c.Here.Start += max(0, words.Start-was)
				}
			}
			c.Here.End = is + len(step.Text)
			if step.Op == Same {
				c.Here.End -= max(0, was+len(step.Text)-words.End)
			}
		}
		replacing = step.Op == Delete && inside
		if step.Op != Insert {
			was += len(step.Text)
		}
		if step.Op != Delete {
			is += len(step.Text)
		}
	}
	c.Here.Start = max(c.Here.Start, 0)
	return c
}

// join appends the step next to steps. But it combines two deletions, or two insertions,
// if only white space is between them. The white space becomes a part of the combined
// step, because a reader sees one change: "[-old-] [-red-]" becomes
// "[-old red-]".
func join(steps []Edit, next Edit) []Edit {
	if n := len(steps); n > 1 && next.Op != Same && steps[n-2].Op == next.Op && strings.Trim(steps[n-1].Text, " \n") == "" {
		steps[n-2].Text += steps[n-1].Text + next.Text
		return steps[:n-1]
	}
	return append(steps, next)
}

// clip returns the part of text that is inside a range of a longer text. The argument
// text is a piece of the longer text and begins there at offset at. The argument words is
// the range.
func clip(text string, at int, words Range) string {
	from, to := max(words.Start, at), min(words.End, at+len(text))
	if from >= to {
		return ""
	}
	return text[from-at : to-at]
}
