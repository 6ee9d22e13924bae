package transcript

// Said is the speaker and the text of a turn. Two turns are equal if they have the same
// speaker and the same text.
type Said struct{ Speaker, Text string }

// RecallQuery is a question about the removed turns of a transcript. These are the
// turns that an earlier version had and a later version removed. Some of them may be
// back in the newest version.
type RecallQuery struct {
	Said   []Said   // asks for removed turns that are equal to one of these
	Except []string // ids of turns that are no answer for Said, because they are back
	IDs    []string // asks which of these ids a removed turn has
}

// Recalled is the answer to a [RecallQuery].
type Recalled struct {
	// Turns maps an index in RecallQuery.Said to the id of a removed turn with that
	// speaker and text. If there are several such turns, the map has the id that is last
	// in byte order. If there is no such turn, the map has no entry for the index.
	Turns map[int]string
	// Taken lists the ids in RecallQuery.IDs that removed turns have.
	Taken []string
}

// Recall answers a question about the removed turns of one transcript. The answer has
// only what was asked for, so its size does not depend on how many turns were removed.
type Recall func(*RecallQuery) (*Recalled, error)

// rename sets the ids of the turns of a.next, the new version. It also changes the
// references to these turns in ReplyTo and in the corrections.
func (a *aligner) rename(recall Recall) error {
	g := &idGiver{taken: make(map[string]bool, len(a.before)+len(a.after)), tried: map[uint64]uint64{}}
	// A new id is a hash of the turn's speaker and text and of a number. If the id is
	// taken, the next number is tried. The first number is different for each version. So
	// an id of an earlier version is rarely tried again.
	g.first = uint64(a.previous.Version) << 20
	for i := range a.previous.Turns {
		g.taken[a.previous.Turns[i].ID] = true
	}
	returning, err := a.recall(g, recall)
	if err != nil {
		return err
	}
	ids := make(map[string]string, len(a.after))
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
	if err := a.nameNew(nameless, ids, g, recall); err != nil {
		return err
	}
	a.next.renameTurns(ids)
	return nil
}

// recall looks at the turns of a.next (the new version) that match no turn of the
// previous version. A turn that an earlier version removed may be back among them. For
// each removed turn that is back, recall returns its id, by speaker and text. It also
// stores ids of removed turns in g.taken, so that g gives none of them to a new turn. The
// argument recall may be nil.
func (a *aligner) recall(g *idGiver, recall Recall) (map[Said]string, error) {
	q := a.question()
	if recall == nil || len(q.IDs) == 0 {
		return nil, nil
	}
	answer, err := recall(q)
	if err != nil {
		return nil, err
	}
	returning := make(map[Said]string, len(answer.Turns))
	for i, id := range answer.Turns {
		returning[q.Said[i]] = id
		g.taken[id] = true
	}
	for _, id := range answer.Taken {
		g.taken[id] = true
	}
	return returning, nil
}

// question returns the question to the database about the turns of the new version that
// match no turn of the previous version. Two equal turns, such as "Yes." twice by one
// speaker, are in the question only once.
func (a *aligner) question() *RecallQuery {
	q := new(RecallQuery)
	asked := map[Said]bool{}
	for k := range a.next.Turns {
		turn := &a.next.Turns[k]
		if a.after[k] != unmatched {
			continue
		}
		q.IDs = append(q.IDs, turn.ID)
		if words := saidBy(turn); !asked[words] {
			asked[words] = true
			q.Said = append(q.Said, words)
		}
	}
	for i := range a.previous.Turns {
		q.Except = append(q.Except, a.previous.Turns[i].ID)
	}
	return q
}

// nameNew gives new ids to the turns of the new version whose positions are in nameless.
// It writes each new id to the map ids, under the turn's old id. This happens last, so
// that a new id differs from the ids of all other turns. nameNew asks recall whether a
// removed turn already has the new id. If so, it makes another one.
func (a *aligner) nameNew(nameless []int, ids map[string]string, g *idGiver, recall Recall) error {
	for len(nameless) > 0 {
		made := make(map[string]int, len(nameless))
		q := new(RecallQuery)
		for _, k := range nameless {
			turn := &a.next.Turns[k]
			id := g.give(turn.Speaker, turn.Text)
			ids[turn.ID], made[id] = id, k
			q.IDs = append(q.IDs, id)
		}
		nameless = nameless[:0]
		if recall == nil {
			continue
		}
		answer, err := recall(q)
		if err != nil {
			return err
		}
		// These turns get another id in the next round, because g gives no id twice.
		for _, id := range answer.Taken {
			nameless = append(nameless, made[id])
		}
	}
	return nil
}
