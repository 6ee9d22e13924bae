package transcript

// Complete fills in what follows from the rest of t: Schema and Version where
// they are not set, the position N of every turn, and an empty slice for every
// nil one, because the JSON shows these members as arrays, never as null. It
// does not touch ids; those are given by [AssignIDs].
func (t *Transcript) Complete() {
	if t.Schema == "" {
		t.Schema = Schema
	}
	if t.Version == 0 {
		t.Version = 1
	}
	t.Speakers = present(t.Speakers)
	t.Topics = present(t.Topics)
	t.Turns = present(t.Turns)
	t.Corrections = present(t.Corrections)
	for i := range t.Speakers {
		s := &t.Speakers[i]
		s.Aliases = present(s.Aliases)
		s.SameAs = present(s.SameAs)
	}
	for i := range t.Turns {
		t.Turns[i].N = i + 1
		t.Turns[i].Topics = present(t.Turns[i].Topics)
	}
}

// present returns s, or an empty slice for a nil one.
func present[E any](s []E) []E {
	if s == nil {
		return []E{}
	}
	return s
}
