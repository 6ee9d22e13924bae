package main

import (
	"strings"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// onState returns a probe (a measured call). The probe calls a function with the state
// of a page whose reader has searched for the letter "a".
func onState(name string, call func(s *reader.State)) probe {
	return probe{name: name, talk: func(s *scene) func() {
		state := searched(s)
		return func() { call(state) }
	}}
}

func searched(s *scene) *reader.State {
	state := reader.New(s.line, reader.Start{})
	state.Search("a")
	state.Lay()
	return state
}

// onText returns a probe (a measured call). The probe calls a function with the text of
// the input, and with the state of a page that has a short transcript.
func onText(name string, call func(s *reader.State, text string)) probe {
	return probe{name: name, text: func(text string) func() {
		state := reader.New(timeline.New(said("a")), reader.Start{})
		return func() { call(state, text) }
	}}
}

// everyone returns the ids of all speakers, delimited by commas.
func everyone(t *transcript.Transcript) string {
	var ids []string
	for i := range t.Speakers {
		ids = append(ids, t.Speakers[i].ID)
	}
	return strings.Join(ids, ",")
}

// ofReader returns the probes (measured calls) of a reader's filters, search and
// position.
func ofReader() []probe {
	// A function that reads both a transcript and a text has two probes: one with a
	// growing transcript, and one with a growing text.
	return []probe{
		{name: "reader.New", talk: func(s *scene) func() {
			start := reader.Start{Fragment: "find=a", Turn: "z", Speakers: everyone(s.Transcript), Topic: "c1", Query: "a"}
			return func() { reader.New(s.line, start) }
		}},
		{name: "reader.New", text: func(text string) func() {
			line := timeline.New(said("a"))
			return func() {
				reader.New(line, reader.Start{Fragment: text, Turn: text, Speakers: text, Topic: text, Query: text})
			}
		}},
		onState("reader.State.Announcement", func(s *reader.State) { s.Announcement() }),
		onState("reader.State.Band", func(s *reader.State) { s.Band() }),
		onState("reader.State.Choice", func(s *reader.State) { s.Choice() }),
		onState("reader.State.SpeakersOn", func(s *reader.State) { s.SpeakersOn() }),
		onState("reader.State.Complete", func(s *reader.State) { s.Complete(len(s.Transcript.Turns) - 1) }),
		onState("reader.State.CompleteRows", func(s *reader.State) { s.CompleteRows() }),
		onState("reader.State.CompleteSegments", func(s *reader.State) { s.CompleteSegments() }),
		onState("reader.State.Drag", func(s *reader.State) { s.Drag(reader.Gesture{Kind: "pan", From: 10, To: 5000, Done: true}) }),
		{name: "reader.State.Filter", talk: func(s *scene) func() {
			state, all := searched(s), everyone(s.Transcript)
			return func() { state.Filter(func(string) (string, bool) { return all, true }) }
		}},
		{name: "reader.State.SetAttribute", talk: func(s *scene) func() {
			state, all := searched(s), everyone(s.Transcript)
			return func() { state.SetAttribute("speaker", all); state.SetAttribute("topic", "c1") }
		}},
		{name: "reader.State.ReadURL", talk: func(s *scene) func() {
			state, all := searched(s), everyone(s.Transcript)
			return func() { state.ReadURL("ql-speakers=" + all + "&ql-find=a") }
		}},
		onText("reader.State.ReadURL", func(s *reader.State, text string) { s.ReadURL(text); s.ReadURL("ql-speakers=" + text) }),
		onText("reader.State.WriteURL", func(s *reader.State, text string) { s.WriteURL(text) }),
		onText("reader.State.TurnURL", func(s *reader.State, text string) { s.TurnURL(1, text) }),
		onText("reader.State.SetTopic", func(s *reader.State, text string) { s.SetTopic(text) }),
		onText("reader.State.Search", func(s *reader.State, text string) { s.Search(text) }),
		onText("reader.State.Type", func(s *reader.State, text string) { s.Type(text) }),
		onText("reader.State.LineKey", func(s *reader.State, text string) { s.LineKey(1, text, true, true) }),
		onState("reader.State.Search", func(s *reader.State) { s.Search("ag"); s.Search("a") }),
		onState("reader.State.Type", func(s *reader.State) { s.Type("ag") }),
		onState("reader.State.GoTo", func(s *reader.State) { s.GoTo(len(s.Transcript.Turns)) }),
		onState("reader.State.Holding", func(s *reader.State) { s.Holding(len(s.Transcript.Turns)) }),
		onState("reader.State.InBand", func(s *reader.State) { s.See(1, true); s.InBand() }),
		onState("reader.State.See", func(s *reader.State) { seeAll(s) }),
		onState("reader.State.Lay", func(s *reader.State) { s.Lay() }),
		onState("reader.State.LineKey", func(s *reader.State) {
			for _, key := range []string{"ArrowRight", "ArrowLeft", "Home", "End", "PageDown", "PageUp", "+", "-", "0"} {
				s.LineKey(1, key, true, true)
				s.LineKey(len(s.Transcript.Turns), key, false, false)
			}
		}),
		onState("reader.State.Look", func(s *reader.State) { s.Look(timeline.Window{From: 4000, To: 6000}); s.Look(timeline.Whole()) }),
		onState("reader.State.MoveTo", func(s *reader.State) { s.MoveTo(len(s.Transcript.Turns)) }),
		onState("reader.State.Name", func(s *reader.State) { s.Name(1) }),
		onState("reader.State.NextShown", func(s *reader.State) { s.NextShown(1); s.NextShown(-1) }),
		{name: "reader.State.Prepare", talk: func(s *scene) func() {
			state := reader.New(s.line, reader.Start{})
			return func() {
				for state.Prepare() {
				}
			}
		}},
		onState("reader.State.Reveal", func(s *reader.State) {
			s.SetTopic("z")
			s.Lay()
			s.Reveal(1)
		}),
		onState("reader.State.SetOnlyHits", func(s *reader.State) { s.SetOnlyHits(true) }),
		onState("reader.State.SetTurn", func(s *reader.State) { s.SetTurn("z") }),
		onState("reader.State.ShareDiffers", func(s *reader.State) { s.ShareDiffers(s.Layout, 0) }),
		onState("reader.State.ShowAll", func(s *reader.State) { s.ShowAll() }),
		onState("reader.State.Solo", func(s *reader.State) { s.Solo(0) }),
		onState("reader.State.Spoken", func(s *reader.State) { s.Spoken(1) }),
		onState("reader.State.Step", func(s *reader.State) { s.Step(1); s.Step(-1) }),
		onState("reader.State.StepsDiffer", func(s *reader.State) { s.StepsDiffer(s.Layout) }),
		onState("reader.State.Toggle", func(s *reader.State) {
			for i := range s.Layout.Lanes {
				s.Toggle(i)
			}
		}),
		onState("reader.State.Unhide", func(s *reader.State) { s.Unhide(len(s.Transcript.Turns)) }),
		onState("reader.State.WithQuestion", func(s *reader.State) { s.WithQuestion(len(s.Transcript.Turns)) }),
		onState("reader.State.Zoomed", func(s *reader.State) { s.Zoomed(len(s.Transcript.Turns), reader.StepIn) }),
	}
}

// seeAll has the same effect as a reader who scrolls through all turns.
func seeAll(s *reader.State) {
	for i := range s.Transcript.Turns {
		s.See(i, true)
		s.See(i, false)
	}
}
