package transcript

// Link marks questions and answers: a host's turn that a guest's follows is a
// question, and the guests' turns up to the next host's are answers to it.
// Notes stay notes. Every turn needs its id.
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
