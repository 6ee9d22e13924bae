package transcript

// Align gives each turn of next the id of the turn in previous that it
// continues, so that a link made before a correction still lands on its quote.
// It returns the turns of previous that nothing continues, each with the
// nearest one that is left.
//
// Turns are matched in three steps. First come the same words by the same
// speaker, even if they moved; among repeated words the neighbours decide.
// Then, in each gap between matches, similar words in the same order count as
// reworded. Last come turns that were rewritten so far that only the id they
// bring says what they continue.
//
// Every other turn is new, or comes back: gone are the turns of earlier versions
// that previous lacks, and the same words by the same speaker get their old id
// again. A new turn keeps the id it brings unless that named other words;
// then it gets one as [AssignIDs] makes them. ReplyTo and corrections follow the
// ids.
//
// All turns of next need ids, which differ. Of gone, the ids, speakers and texts
// are looked at.
func Align(previous, next *Transcript, gone []Turn) []Removal {
	a := newAligner(previous, next)
	a.matchSame()
	a.matchSimilar()
	a.matchIDs()
	a.rename(gone)
	return a.removals()
}

// unmatched is no position.
const unmatched = -1

// aligner holds, for the turns of each side, the position of their match in
// the other.
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

// said is what makes two turns the same.
type said struct{ speaker, text string }

func saidBy(t *Turn) said { return said{t.Speaker, t.Text} }

// matchSame is Heckel's method ("A technique for isolating differences between
// files", CACM 21, 1978): words that occur once on both sides match; matches
// spread to equal neighbours; the other repeated words match in order.
func (a *aligner) matchSame() {
	positions := make(map[said][]int, len(a.before))
	count := make(map[said]int, len(a.after))
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
	// Of turns that only say "Yes.", those that are left match in their order.
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

// spread matches equal turns next to matched ones, downwards, then upwards.
// The ends of both sides count as matched.
func (a *aligner) spread() {
	for i, k := -1, -1; k < len(a.after)-1; {
		a.matchEqual(i+1, k+1)
		k++
		i = a.after[k]
		if i == unmatched {
			i = len(a.before) // no turn follows one without a match
		}
	}
	for i, k := len(a.before), len(a.after); k > 0; {
		a.matchEqual(i-1, k-1)
		k--
		i = a.after[k] // unmatched is the position before the first
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

// matchIDs matches what has the same id.
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

// rename gives the turns of next their ids, and changes what names them.
func (a *aligner) rename(gone []Turn) {
	g := idGiver{taken: make(map[string]bool, len(a.before)+len(a.after)), tried: map[uint64]uint64{}}
	for i := range a.previous.Turns {
		g.taken[a.previous.Turns[i].ID] = true
	}
	returning := make(map[said]string, len(gone))
	for i := range gone {
		if !g.taken[gone[i].ID] {
			returning[saidBy(&gone[i])] = gone[i].ID
		}
		g.taken[gone[i].ID] = true
	}
	ids := make(map[string]string, len(a.after))
	// New ids are given last, so that they differ from all that turns bring.
	var nameless []int
	for k := range a.next.Turns {
		turn := &a.next.Turns[k]
		words := saidBy(turn)
		switch i := a.after[k]; {
		case i != unmatched:
			ids[turn.ID] = a.previous.Turns[i].ID
		case returning[words] != "":
			ids[turn.ID] = returning[words]
			delete(returning, words)
		case g.taken[turn.ID]:
			nameless = append(nameless, k)
		default:
			g.taken[turn.ID], ids[turn.ID] = true, turn.ID
		}
	}
	for _, k := range nameless {
		turn := &a.next.Turns[k]
		ids[turn.ID] = g.give(turn.Speaker, turn.Text)
	}
	a.next.renameTurns(ids)
}

// renameTurns changes the ids of turns and all that points to them. A name
// that is not in ids stays.
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

// removals names for each turn that is gone the nearest one before it that is
// left, or else after it; without any, the first of next.
func (a *aligner) removals() []Removal {
	removed := []Removal{}
	nearest := ""
	waiting := 0 // removals before the first survivor
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
