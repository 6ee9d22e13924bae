package main

import (
	"encoding/json"
	"slices"

	"quoteline/shared/transcript"
)

// copied returns a copy of t, for functions that change it.
func copied(t *transcript.Transcript) *transcript.Transcript {
	c := *t
	c.Speakers, c.Topics, c.Turns = slices.Clone(t.Speakers), slices.Clone(t.Topics), slices.Clone(t.Turns)
	c.Corrections = slices.Clone(t.Corrections)
	return &c
}

// reworded returns a copy of t with other ids. Every second turn has other words.
func reworded(t *transcript.Transcript) *transcript.Transcript {
	c := copied(t)
	for i := range c.Turns {
		c.Turns[i].ID = "n" + id(i)
		if i%2 == 1 {
			c.Turns[i].Text += " more"
		}
	}
	return c
}

func encoded(t *transcript.Transcript) []byte {
	b, err := json.Marshal(t)
	if err != nil {
		panic(err) // all members of a transcript have a form in JSON
	}
	return b
}

// nothingRemoved answers a query for removed turns. The answer contains no turns.
func nothingRemoved(*transcript.RecallQuery) (*transcript.Recalled, error) {
	return &transcript.Recalled{}, nil
}

func ofTranscript() []probe {
	// isNormal returns true only for an empty text. So CheckNormal reports every other
	// text.
	isNormal := func(s string) bool { return len(s) < 1 }
	return []probe{
		{name: "transcript.AssignIDs", talk: func(s *scene) func() {
			t := copied(s.Transcript)
			for i := range t.Turns {
				t.Turns[i].ID = ""
			}
			return func() { transcript.AssignIDs(t) }
		}},
		{name: "transcript.Align", talk: func(s *scene) func() {
			next := reworded(s.Transcript)
			return func() { transcript.Align(s.Transcript, next, nothingRemoved) }
		}},
		{name: "transcript.Diff", talk: func(s *scene) func() {
			later := copied(s.Transcript)
			for i := range later.Turns {
				later.Turns[i].Text += " more"
			}
			slices.Reverse(later.Turns)
			return func() { transcript.Diff(s.Transcript, later) }
		}},
		{name: "transcript.DiffTurns", talk: func(s *scene) func() {
			later := copied(s.Transcript)
			slices.Reverse(later.Turns)
			return func() { transcript.DiffTurns(s.Transcript, later) }
		}},
		{name: "transcript.Changes.CompareWords", talk: func(s *scene) func() {
			later := copied(s.Transcript)
			for i := range later.Turns {
				later.Turns[i].Text += " more"
			}
			c := transcript.DiffTurns(s.Transcript, later)
			return func() { c.CompareWords(func(int) {}) }
		}},
		{name: "transcript.EntryOf", talk: func(s *scene) func() { return func() { transcript.EntryOf(s.Transcript) } }},
		{name: "transcript.Parse", talk: func(s *scene) func() {
			b := encoded(s.Transcript)
			return func() { transcript.Parse(b) }
		}},
		{name: "transcript.Parser.Next", talk: func(s *scene) func() {
			p := transcript.NewParser(encoded(s.Transcript))
			return func() {
				for p.Next() {
				}
			}
		}},
		{name: "transcript.IsDate", text: func(s string) func() { return func() { _ = transcript.IsDate(s) } }},
		{name: "transcript.Parser.Result", text: func(s string) func() {
			return func() { transcript.NewParser([]byte(s)).Result() }
		}},
		{name: "transcript.NewParser", text: func(s string) func() {
			return func() { transcript.NewParser([]byte(`{"turns":[` + s)).Next() }
		}},
		{name: "transcript.Transcript.CheckClock", talk: func(s *scene) func() { return func() { s.CheckClock() } }},
		{name: "transcript.Transcript.CheckText", talk: func(s *scene) func() { return func() { s.CheckText() } }},
		{name: "transcript.Transcript.CheckNormal", talk: func(s *scene) func() {
			return func() { s.CheckNormal(isNormal) }
		}},
		{name: "transcript.Transcript.Complete", talk: func(s *scene) func() {
			t := copied(s.Transcript)
			return func() { t.Complete() }
		}},
		{name: "transcript.Transcript.Link", talk: func(s *scene) func() {
			t := copied(s.Transcript)
			return func() { t.Link() }
		}},
		{name: "transcript.Transcript.SpeakerIndex", talk: func(s *scene) func() { return func() { s.SpeakerIndex("z") } }},
		{name: "transcript.Transcript.SpeakerIndexes", talk: func(s *scene) func() { return func() { s.SpeakerIndexes() } }},
		{name: "transcript.Transcript.TurnIndex", talk: func(s *scene) func() { return func() { s.TurnIndex("z") } }},
		{name: "transcript.Transcript.Validate", talk: func(s *scene) func() { return func() { s.Validate() } }},
		{name: "transcript.Faults.Error", talk: func(s *scene) func() {
			faults := s.CheckNormal(isNormal)
			return func() { _ = faults.Error() }
		}},
		{name: "transcript.Faults.Err", talk: func(s *scene) func() {
			faults := s.CheckNormal(isNormal)
			return func() { faults.Err() }
		}},
	}
}

// diffMost is a number of steps that is always allowed for a probe (a measured call)
// that compares words. The compared functions limit their own work, so their steps may
// grow fast up to the limit.
const diffMost = 1 << 28

func ofAnchors() []probe {
	some := func(s string) transcript.Anchor {
		return transcript.AnchorOf(&transcript.Turn{ID: "t1", Text: s}, transcript.Range{End: len(s)})
	}
	return []probe{
		{name: "transcript.IsLang", text: func(s string) func() { return func() { transcript.IsLang(s) } }},
		{name: "transcript.WordsHash", text: func(s string) func() { return func() { transcript.WordsHash(s) } }},
		{name: "transcript.ParseAnchor", text: func(s string) func() { return func() { transcript.ParseAnchor("t1:" + s) } }},
		{name: "transcript.AnchorOf", text: func(s string) func() {
			turn := transcript.Turn{ID: "t1", Text: s}
			return func() { transcript.AnchorOf(&turn, transcript.Range{Start: len(s) / 2, End: len(s)}) }
		}},
		{name: "transcript.Anchor.String", text: func(s string) func() {
			a := transcript.Anchor{Turn: s, End: 1, Hash: s}
			return func() { _ = a.String() }
		}},
		{name: "transcript.Anchor.Resolve", text: func(s string) func() {
			// The link names the word "again" at offset 3. In the turn this word has
			// moved to the end.
			a, t := some("again"), said(s+"again")
			a.Start, a.End = 3, 8
			return func() { a.Resolve(t) }
		}},
		{name: "transcript.Anchor.Compare", most: diffMost, text: func(s string) func() {
			a := some(s)
			return func() { a.Compare(s, s+"again") }
		}},
		{name: "transcript.DiffWords", most: diffMost, text: func(s string) func() {
			return func() { transcript.DiffWords(s, "again "+s+s); transcript.DiffWords(s, "again") }
		}},
		{name: "transcript.Versions", most: diffMost, text: func(s string) func() {
			return func() { transcript.Versions(s, "again "+s+s) }
		}},
		{name: "transcript.WidenToWords", text: func(s string) func() {
			return func() { transcript.WidenToWords(s, transcript.Range{Start: len(s) / 2, End: len(s) / 2}) }
		}},
		{name: "transcript.Offset.UnmarshalJSON", text: func(s string) func() {
			return func() { new(transcript.Offset).UnmarshalJSON([]byte(s)) }
		}},
		{name: "transcript.Fault.Error", text: func(s string) func() {
			return func() { _ = transcript.Fault{Pointer: s, Message: s}.Error() }
		}},
		{name: "transcript.SyntaxError.Error", text: func(s string) func() {
			return func() { _ = (&transcript.SyntaxError{Reason: s}).Error() }
		}},
	}
}
