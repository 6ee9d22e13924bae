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
func Diff(earlier, later *Transcript) *Changes {
	a := newAligner(earlier, later)
	a.matchIDs()
	c := &Changes{Inserted: []Turn{}, Removed: []Turn{}, Reworded: []Rewording{}, Moved: []string{}}
	for i, k := range a.before {
		if k == unmatched {
			c.Removed = append(c.Removed, earlier.Turns[i])
		}
	}
	// A turn of both versions counts as moved if it is not in the longest series of
	// turns that are in the same order in both. So if one turn of a hundred moves to
	// the top, it is the only one that counts as moved.
	stayed := make(map[int]bool, len(a.after))
	for _, k := range a.inOrder() {
		stayed[k] = true
	}
	for k, i := range a.after {
		after := later.Turns[k]
		if i == unmatched {
			c.Inserted = append(c.Inserted, after)
			continue
		}
		if before := earlier.Turns[i]; saidBy(&before) != saidBy(&after) {
			c.Reworded = append(c.Reworded, Rewording{after.ID, before, after, DiffWords(before.Text, after.Text)})
		}
		if !stayed[k] {
			c.Moved = append(c.Moved, after.ID)
		}
	}
	return c
}
