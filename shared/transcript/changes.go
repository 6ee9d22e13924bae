package transcript

// Changes is the difference between two versions of a transcript. Turns of the two
// versions that have the same id count as the same turn.
type Changes struct {
	Inserted []Turn      `json:"inserted"` // turns of the later version, in its order
	Removed  []Turn      `json:"removed"`  // turns of the earlier version, in its order
	Reworded []Rewording `json:"reworded"` // in the order of the later version
	Moved    []string    `json:"moved"`    // ids of turns whose order changed
}

// Rewording is a turn whose words or speaker differ between the two versions.
type Rewording struct {
	Turn   string `json:"turn"`
	Before Turn   `json:"before"`
	After  Turn   `json:"after"`
	Words  []Edit `json:"words"`
}

// Diff returns the changes from the earlier to the later version of a transcript. Lists
// without elements are empty, not nil.
//
// Its work is limited. If many long turns differ very much, the result for the last of
// them may be longer than necessary: it may delete a word and insert the same word again
// (see [DiffWords]).
func Diff(earlier, later *Transcript) *Changes {
	c := DiffTurns(earlier, later)
	c.CompareWords(func(int) {})
	return c
}

// CompareWords sets the field Words of each rewording. After each comparison it calls
// the function took. The argument of took is a measure of the work: the number of steps
// of the comparison, plus the length of both texts in bytes.
func (c *Changes) CompareWords(took func(steps int)) {
	work := diffWork
	for i := range c.Reworded {
		r, steps := &c.Reworded[i], 0
		r.Words, steps = diffWords(r.Before.Text, r.After.Text, max(0, work))
		work -= steps
		took(steps + len(r.Before.Text) + len(r.After.Text))
	}
}

// DiffTurns returns the same changes as [Diff], but it does not compare the words of
// reworded turns, which may take long. [Changes.CompareWords] does that later.
func DiffTurns(earlier, later *Transcript) *Changes {
	a := newAligner(earlier, later)
	a.matchIDs()
	c := &Changes{Reworded: []Rewording{}, Moved: []string{}}
	c.Removed, c.Inserted = withoutMatch(earlier.Turns, a.before), withoutMatch(later.Turns, a.after)
	// A turn of both versions counts as moved if it is not in the longest series of
	// turns that are in the same order in both. So if one turn of a hundred moves to
	// the top, it is the only one that counts as moved.
	stayed := make([]bool, len(a.after))
	for _, k := range a.inOrder() {
		stayed[k] = true
	}
	for k, i := range a.after {
		if i == unmatched {
			continue
		}
		before, after := &earlier.Turns[i], &later.Turns[k]
		if saidBy(before) != saidBy(after) {
			c.Reworded = append(c.Reworded, Rewording{Turn: after.ID, Before: *before, After: *after})
		}
		if !stayed[k] {
			c.Moved = append(c.Moved, after.ID)
		}
	}
	return c
}

// withoutMatch returns the turns of one version that have no match. It counts them
// first: a list that grew turn by turn would be copied again and again.
func withoutMatch(turns []Turn, matches []int) []Turn {
	n := 0
	for _, at := range matches {
		if at == unmatched {
			n++
		}
	}
	list := make([]Turn, 0, n)
	for i, at := range matches {
		if at == unmatched {
			list = append(list, turns[i])
		}
	}
	return list
}
