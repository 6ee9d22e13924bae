package main

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/reader"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// ofQuotes returns the probes (measured calls) of functions in package reader: for links
// to quotes, for copied quotations, and for the playback of the recording.
func ofQuotes() []probe {
	// The quotations consist of all turns of the transcript, so they become longer with
	// the transcript.
	const link = "https://a.example/t/tides"
	return []probe{
		{name: "reader.State.AppendPart", text: func(text string) func() {
			state := reader.New(timeline.New(said(text)), reader.Start{})
			return func() { state.AppendPart(nil, reader.Selected{Turn: 2, Start: 1, End: len(text)}) }
		}},
		onState("reader.State.PartsAt", func(s *reader.State) { s.PartsAt(1, parts(s.Transcript)[1:]) }),
		onState("reader.State.IsWhole", func(s *reader.State) { s.IsWhole(cite.Part{}) }),
		{name: "reader.State.LinkTo", talk: func(s *scene) func() {
			state, all := searched(s), parts(s.Transcript)
			return func() { state.LinkTo(all, reader.Place{Page: link, Fragment: "a=b", Canonical: link}, link) }
		}},
		{name: "reader.State.LinkTo", text: func(text string) func() {
			state := reader.New(timeline.New(said(text)), reader.Start{})
			place := reader.Place{Page: "https://a.example/" + text, Fragment: text, Canonical: "https://a.example/" + text}
			some := []cite.Part{{Turn: 1, Words: transcript.Range{Start: len(text) / 2, End: len(text)}}}
			return func() { state.LinkTo(some, place, text) }
		}},
		{name: "reader.State.Compose", talk: func(s *scene) func() {
			state, all := searched(s), parts(s.Transcript)
			return func() { state.Compose(reader.StyleQuote, all, link) }
		}},
		{name: "reader.State.Copied", talk: func(s *scene) func() {
			state, all := searched(s), parts(s.Transcript)
			return func() { state.Copied(reader.StyleLink, all) }
		}},
		onText("reader.State.Follow", func(s *reader.State, text string) { s.Follow(text); s.Follow("t1:" + text) }),
		onState("reader.State.Follow", func(s *reader.State) { s.Follow("z:0-3~abc") }),
		onState("reader.State.Nearest", func(s *reader.State) { s.Nearest("z") }),
		{name: "reader.State.Rewording", text: func(text string) func() {
			state := reader.New(timeline.New(said(text)), reader.Start{})
			f := state.Follow("t1:0-1~aaaaaaa")
			return func() { state.Rewording(f) }
		}},
		{name: "reader.Rewording.Try", text: func(text string) func() {
			r := rewording(text)
			return func() { r.Try(text, "") }
		}},
		{name: "reader.State.Reworded", text: func(text string) func() {
			state, r := reader.New(timeline.New(said("a")), reader.Start{}), rewording(text)
			return func() { state.Reworded(r) }
		}},
		{name: "reader.Playback.Hear", talk: func(s *scene) func() { return func() { new(reader.Playback).Hear(s.Transcript, 1) } }},
		{name: "reader.Playback.Play", talk: func(s *scene) func() {
			return func() { new(reader.Playback).Play(1, &s.Turns[s.last], true) }
		}},
		{name: "reader.Playback.Scrolls", talk: func(s *scene) func() {
			p := reader.Playback{Playing: true, Following: true, Spoken: 1}
			return func() { p.Scrolls(s.layouts[1]) }
		}},
	}
}

// rewording returns a [reader.Rewording], which searches earlier versions of a
// transcript for the words that a link names. Here the link was made when the turn
// consisted of the argument text. Since then, the turn has got one more word, "again".
func rewording(text string) *reader.Rewording {
	state := reader.New(timeline.New(said(text+" again")), reader.Start{})
	then := transcript.AnchorOf(&transcript.Turn{ID: id(1), Text: text}, transcript.Range{End: len(text)})
	f := state.Follow(then.String())
	if f.Turn == 0 {
		f = state.Follow(id(1))
	}
	return state.Rewording(f)
}

// onList returns a probe (a measured call). The probe calls a function with the list of
// turns that a page shows. Before the call, a search has changed which turns the list
// must show.
func onList(name string, call func(s *reader.State, l *reader.List)) probe {
	return probe{name: name, talk: func(s *scene) func() {
		state := reader.New(s.line, reader.Start{})
		list := state.NewList(len(state.Layout.Chunks), true)
		state.Search("a")
		state.Lay()
		return func() { call(state, list) }
	}}
}

// ofList returns the probes (measured calls) of reader.List, the list of turns that a
// page shows.
func ofList() []probe {
	// A page calls most methods once for each turn, or for each chunk (turns whose markup
	// is written together). So one measured call makes all of these calls.
	chunks := func(call func(l *reader.List, c int)) func(*reader.State, *reader.List) {
		return func(_ *reader.State, l *reader.List) {
			for c := range l.Len() {
				call(l, c)
			}
		}
	}
	rows := func(call func(l *reader.List, i int)) func(*reader.State, *reader.List) {
		return func(s *reader.State, l *reader.List) {
			for i := range s.Transcript.Turns {
				call(l, i)
			}
		}
	}
	return []probe{
		onState("reader.State.NewList", func(s *reader.State) { s.NewList(1, true) }),
		onList("reader.List.Update", chunks(func(l *reader.List, c int) { l.Update(c) })),
		onList("reader.List.Chunk", chunks(func(l *reader.List, c int) { l.Update(c); l.Chunk(c) })),
		onList("reader.List.Drew", chunks(func(l *reader.List, c int) { l.Drew(c) })),
		onList("reader.List.Approach", chunks(func(l *reader.List, c int) { l.Approach(c, c%2 == 0) })),
		onList("reader.List.Hide", chunks(func(l *reader.List, c int) { l.Hide(c) })),
		onList("reader.List.AppendMarks", chunks(func(l *reader.List, c int) {
			l.Approach(c, true)
			l.AppendMarks(nil, c)
		})),
		onList("reader.List.Row", rows(func(l *reader.List, i int) { l.Row(i) })),
		onList("reader.List.DrewRow", rows(func(l *reader.List, i int) { l.DrewRow(i) })),
		onList("reader.List.Stale", func(_ *reader.State, l *reader.List) { l.Stale() }),
		onList("reader.List.Sizes", func(_ *reader.State, l *reader.List) { l.Sizes() }),
		onState("reader.State.AppendHighlights", func(s *reader.State) {
			for c := range s.Layout.Chunks {
				s.AppendHighlights(nil, c)
			}
		}),
		{name: "reader.Compare", talk: func(s *scene) func() {
			return func() { reader.Compare(&s.layouts[0].Rows[s.last], &s.layouts[1].Rows[s.last], false) }
		}},
	}
}
