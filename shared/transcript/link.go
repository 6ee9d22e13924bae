package transcript

// Link sets Kind of every turn that is not a note, and ReplyTo of the answers. A host's
// turn is a question if a guest's turn follows it. The guests' turns up to the host's
// next turn are answers to that question. But if hosts seldom speak, the answers end
// where a second guest speaks. All other turns, except notes, are statements. Every turn
// must have an id.
func (t *Transcript) Link() {
	// Example of hosts that seldom speak: among twenty turns of a debate there is one
	// QUESTION from the audience. Only the next speaker answers it. The others speak
	// about something else.
	kind := make(map[string]SpeakerKind, len(t.Speakers))
	for _, s := range t.Speakers {
		kind[s.ID] = s.Kind
	}
	seldom := t.hostsSeldomSpeak(kind)
	question, guest := -1, ""
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
			question, guest = i, ""
		case question >= 0 && seldom && guest != "" && guest != turn.Speaker:
			question = -1
		case question >= 0:
			t.Turns[question].Kind = Question
			turn.Kind, turn.ReplyTo = Answer, t.Turns[question].ID
			guest = turn.Speaker
		}
	}
}

// hostsSeldomSpeak reports whether hosts seldom begin to speak. It counts how often the
// speaker changes. The result is true if the new speaker is a host in less than a sixth
// of these changes. Notes do not count. The argument kind has the kind of each speaker,
// by id.
func (t *Transcript) hostsSeldomSpeak(kind map[string]SpeakerKind) bool {
	const seldom = 6
	hosts, changes, before := 0, 0, ""
	for i := range t.Turns {
		if turn := &t.Turns[i]; turn.Kind != Note && turn.Speaker != "" && turn.Speaker != before {
			changes++
			before = turn.Speaker
			if kind[turn.Speaker] == KindHost {
				hosts++
			}
		}
	}
	return seldom*hosts < changes
}
