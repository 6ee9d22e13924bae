package transcript

import "strings"

// Comparison shows some words as they were, beside those that replaced them.
type Comparison struct {
	Then []Edit // the words that were: Same and Delete
	Now  []Edit // the words that are: Same and Insert
	Here Range  // of Now in its text; empty if no words are left
}

// Compare shows the words of a in before and what they are in after, two texts of
// one turn. It returns false if the words are not in before.
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

// Versions returns the steps from one wording to another for two separate lines:
// before in then (Same and Delete), after in now (Same and Insert).
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

// compare cuts the steps between two texts to a range of the first one. An
// insertion belongs to the range if it is inside the range, or replaces words
// that are.
func compare(steps []Edit, words Range) (c Comparison) {
	was, is := 0, 0 // offsets in the two texts
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

// join appends a step. Changed words with only a space between are one change to
// a reader.
func join(steps []Edit, next Edit) []Edit {
	if n := len(steps); n > 1 && next.Op != Same && steps[n-2].Op == next.Op && strings.Trim(steps[n-1].Text, " \n") == "" {
		steps[n-2].Text += steps[n-1].Text + next.Text
		return steps[:n-1]
	}
	return append(steps, next)
}

// clip returns what of text, which begins at an offset, lies in words.
func clip(text string, at int, words Range) string {
	from, to := max(words.Start, at), min(words.End, at+len(text))
	if from >= to {
		return ""
	}
	return text[from-at : to-at]
}
