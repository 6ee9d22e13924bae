package transcript

// Align compares two versions of a transcript, and gives each turn of next the id of its
// counterpart in previous. So a link that was made before a correction still leads to its
// quote. Align returns the turns of previous that have no counterpart in next. For each
// of them it also returns the nearest turn that has a counterpart.
//
// Turns are matched in three steps:
//
//  1. Turns with the same words by the same speaker match, even if they moved. If the
//     same words occur several times, the matches of the neighbouring turns decide.
//  2. Between two neighbouring matches, turns with similar words match in order. They
//     count as reworded.
//  3. Of the turns that remain, two match if they have the same id.
//
// A turn of next without a match may be a turn that an earlier version removed. The
// function recall finds such a removed turn, with the same words and the same speaker, in
// the database. The turn of next gets its id.
//
// Any other turn without a match is new. It keeps its id, unless a turn of previous or a
// removed turn has the same id. In that case it gets a new id, which no turn ever had.
// Align also writes the new ids to ReplyTo and to the corrections.
//
// Every turn of next must have an id, and the ids must differ. The error is that of
// recall. After an error, next is unchanged.
func Align(previous, next *Transcript, recall Recall) ([]Removal, error) {
	a := newAligner(previous, next)
	a.matchSame()
	a.matchSimilar()
	a.matchIDs()
	if err := a.rename(recall); err != nil {
		return nil, err
	}
	return a.removals(), nil
}

// unmatched marks a turn without a match in the slices before and after of an
// [aligner].
const unmatched = -1

// aligner holds the matches between the turns of two versions of a transcript.
// before[i] is the position in next of the turn that matches turn i of previous.
// after[k] is the position in previous of the turn that matches turn k of next. The
// value is unmatched if a turn has no match.
type aligner struct {
	previous, next *Transcript
	before, after  []int
}

func newAligner(previous, next *Transcript) *aligner {
	a := &aligner{previous: previous, next: next}
	a.before = filled(len(previous.Turns))
	a.after = filled(len(next.Turns))
	return a
}

func filled(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = unmatched
	}
	return s
}

func (a *aligner) match(i, k int) { a.before[i], a.after[k] = k, i }

func (a *aligner) free(i, k int) bool { return a.before[i] == unmatched && a.after[k] == unmatched }

func saidBy(t *Turn) Said { return Said{t.Speaker, t.Text} }

// matchSame matches equal turns, which have the same speaker and text, by Heckel's
// method ("A technique for isolating differences between files", CACM 21, 1978). First,
// two equal turns match if no other turn of either version is equal to them. Then the
// matches spread to equal neighbours. Last, the remaining equal turns match in order.
func (a *aligner) matchSame() {
	positions := make(map[Said][]int, len(a.before))
	count := make(map[Said]int, len(a.after))
	for i := range a.previous.Turns {
		words := saidBy(&a.previous.Turns[i])
		positions[words] = append(positions[words], i)
	}
	for k := range a.next.Turns {
		count[saidBy(&a.next.Turns[k])]++
	}
	for k := range a.next.Turns {
		words := saidBy(&a.next.Turns[k])
		if at := positions[words]; len(at) == 1 && count[words] == 1 {
			a.match(at[0], k)
		}
	}
	a.spread()
	// Several turns may consist of the word "Yes." only. Those that have no match yet
	// are matched in order.
	for k := range a.next.Turns {
		words := saidBy(&a.next.Turns[k])
		if a.after[k] != unmatched {
			continue
		}
		at := positions[words]
		for len(at) > 0 && a.before[at[0]] != unmatched {
			at = at[1:]
		}
		if len(at) > 0 {
			a.match(at[0], k)
			at = at[1:]
		}
		positions[words] = at
	}
}

// spread matches two equal turns if the turns directly before them match. Then it
// matches two equal turns if the turns directly after them match. The beginnings of the
// two versions count as a match, and so do their ends.
func (a *aligner) spread() {
	for i, k := -1, -1; k < len(a.after)-1; {
		a.matchEqual(i+1, k+1)
		k++
		i = a.after[k]
		if i == unmatched {
			i = len(a.before) // turn k has no match, so no pair follows it
		}
	}
	for i, k := len(a.before), len(a.after); k > 0; {
		a.matchEqual(i-1, k-1)
		k--
		i = a.after[k] // unmatched (-1) leads to no pair either
	}
}

func (a *aligner) matchEqual(i, k int) {
	if i < 0 || i >= len(a.before) || !a.free(i, k) {
		return
	}
	if saidBy(&a.previous.Turns[i]) == saidBy(&a.next.Turns[k]) {
		a.match(i, k)
	}
}

// matchIDs matches turns of the two versions that have the same id. It skips turns that
// have a match already.
func (a *aligner) matchIDs() {
	at := make(map[string]int, len(a.before))
	for i := range a.previous.Turns {
		at[a.previous.Turns[i].ID] = i
	}
	for k := range a.next.Turns {
		if i, ok := at[a.next.Turns[k].ID]; ok && a.free(i, k) {
			a.match(i, k)
		}
	}
}

// renameTurns replaces the ids of turns and all references to them. The map ids has the
// new id for each old id. An id that is not in the map is not changed.
func (t *Transcript) renameTurns(ids map[string]string) {
	follow := func(id *string) {
		if now, ok := ids[*id]; ok {
			*id = now
		}
	}
	for i := range t.Turns {
		follow(&t.Turns[i].ID)
		follow(&t.Turns[i].ReplyTo)
	}
	for i := range t.Corrections {
		follow(&t.Corrections[i].Turn)
	}
}

// removals lists the turns of the earlier version that are not in the later one, a.next.
// For each removed turn it also returns the id of the nearest turn that is in both
// versions. This is the last such turn before the removed one. If there is none before,
// it is the first such turn after the removed one. If the versions have no turn in
// common, it is the first turn of the later version.
func (a *aligner) removals() []Removal {
	removed := []Removal{}
	nearest := ""
	waiting := 0 // index of the first removal without a nearest turn
	for i, k := range a.before {
		if k != unmatched {
			nearest = a.next.Turns[k].ID
			for ; waiting < len(removed) && removed[waiting].Nearest == ""; waiting++ {
				removed[waiting].Nearest = nearest
			}
			continue
		}
		removed = append(removed, Removal{a.previous.Turns[i].ID, nearest})
	}
	for i := range removed {
		if removed[i].Nearest == "" && len(a.next.Turns) > 0 {
			removed[i].Nearest = a.next.Turns[0].ID
		}
	}
	return removed
}
