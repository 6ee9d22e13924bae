package transcript

// Complete sets the members of t that follow from other members: Schema and Version if
// they are unset, and the position N of every turn. It also replaces every nil slice
// with an empty one, so that the JSON has an empty array and not null. It does not set
// ids: [AssignIDs] sets them.
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

// present returns s. If s is nil, it returns an empty slice instead.
func present[E any](s []E) []E {
	if s == nil {
		return []E{}
	}
	return s
}
