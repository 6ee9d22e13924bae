package transcript

// Link sets Kind of every turn that is not a note, and ReplyTo of the answers. A host's
// turn is a question if a guest's turn follows it. The guests' turns up to the host's
// next turn are answers to that question. All other turns, except notes, are
// statements. Every turn must have an id.
func (t *Transcript) Link() {
	kind := make(map[string]SpeakerKind, len(t.Speakers))
	for _, s := range t.Speakers {
		kind[s.ID] = s.Kind
	}
	question := -1
	for i := range t.Turns {
		turn := &t.Turns[i]
		turn.ReplyTo = ""
		if turn.Kind == Note {
			continue
		}
		turn.Kind = Statement
		switch {
		case turn.Speaker == "":
		case kind[turn.Speaker] == KindHost:
			question = i
		case question >= 0:
			t.Turns[question].Kind = Question
			turn.Kind, turn.ReplyTo = Answer, t.Turns[question].ID
		}
	}
}
