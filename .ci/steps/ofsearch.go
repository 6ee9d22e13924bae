package main

import (
	"quoteline/shared/search"
	"quoteline/shared/timeline"
)

func ofSearch() []probe {
	return []probe{
		{name: "search.Spellings", text: func(s string) func() { return func() { search.Spellings(s) } }},
		{name: "search.Marks", text: func(s string) func() { return func() { search.Marks(s, []string{"a", "w1"}) } }},
		{name: "search.Trim", text: func(s string) func() { return func() { search.Trim(s) } }},
		{name: "search.Words", text: func(s string) func() { return func() { search.Words(s) } }},
		{name: "search.NewFinder", talk: func(s *scene) func() { return func() { search.NewFinder(s.Transcript) } }},
		{name: "search.Finder.All", talk: func(s *scene) func() {
			f := search.NewFinder(s.Transcript)
			f.Find("a")
			return func() { f.All(s.last) }
		}},
		{name: "search.Finder.Find", talk: func(s *scene) func() {
			f := search.NewFinder(s.Transcript)
			return func() { f.Find("a"); f.Find("ag"); f.Find("[") }
		}},
		{name: "search.Finder.Find", text: func(s string) func() {
			f := search.NewFinder(said("again and again"))
			return func() { f.Find(s) }
		}},
		{name: "search.Finder.Fold", talk: func(s *scene) func() {
			f := search.NewFinder(s.Transcript)
			return func() {
				for f.Fold(100) {
				}
			}
		}},
		{name: "search.New", talk: func(s *scene) func() { return func() { search.New(s.Transcript) } }},
		{name: "search.Index.Find", talk: func(s *scene) func() {
			x := search.New(s.Transcript)
			return func() { x.Find("a"); x.Find(s.Turns[s.last].Text) }
		}},
		{name: "search.Across", talk: func(s *scene) func() {
			q := &search.Query{Words: []string{"a", "w1"}, Topic: "z", Limit: 9}
			some := &search.Query{Words: []string{"a"}, Limit: 9}
			return func() { search.Across(s.Transcript, q); search.Across(s.Transcript, some) }
		}},
		{name: "search.Across", text: func(s string) func() {
			t, q := said("a again"), &search.Query{Words: search.Words("a " + s), Limit: 9}
			return func() { search.Across(t, q) }
		}},
		{name: "search.HitOf", talk: func(s *scene) func() { return func() { search.HitOf(s.Transcript, s.last) } }},
		// Nearest compares each word of one text with each word of the other. If both
		// grew, its steps would grow with their product. So one of the texts stays short.
		{name: "search.Nearest", text: func(s string) func() {
			return func() { search.Nearest(s, "said again"); search.Nearest("said again", s) }
		}},
		{name: "search.Pairs", text: func(s string) func() { return func() { search.Pairs(s, s) } }},
		{name: "search.CountWords", text: func(s string) func() { return func() { search.CountWords(s) } }},
		{name: "search.Place.Before", text: func(s string) func() {
			return func() { _ = search.Place{ID: s}.Before(search.Place{ID: s, N: 1}) }
		}},
	}
}

func ofTimeline() []probe {
	// The view (what a reader has chosen) has filters and a search. So the functions
	// below have to compare each turn with the filters and the search.
	return []probe{
		{name: "timeline.SpokenAt", talk: func(s *scene) func() { return func() { timeline.SpokenAt(s.Transcript, 1) } }},
		{name: "timeline.Words", text: func(s string) func() { return func() { timeline.Words(s) } }},
		{name: "timeline.Lay", talk: func(s *scene) func() {
			v := &timeline.View{Topic: "c1"}
			return func() { timeline.Lay(s.Transcript, v) }
		}},
		{name: "timeline.New", talk: func(s *scene) func() { return func() { timeline.New(s.Transcript) } }},
		{name: "timeline.Line.Lay", talk: func(s *scene) func() {
			v := view(s)
			return func() { s.line.Lay(v) }
		}},
		{name: "timeline.Line.LayInto", talk: func(s *scene) func() {
			v := view(s)
			return func() { s.line.LayInto(&timeline.Layout{}, v) }
		}},
		{name: "timeline.Line.Shows", talk: func(s *scene) func() {
			v := view(s)
			return func() { s.line.Shows(v, len(s.Turns)) }
		}},
		{name: "timeline.Calendar.Place", talk: func(s *scene) func() {
			return func() {
				if calendar := s.layouts[0].Calendar; calendar != nil {
					calendar.Place("1950-01-01")
				}
			}
		}},
	}
}

// view returns what a reader has chosen: a search for "a", a topic, every second speaker,
// and a linked turn.
func view(s *scene) *timeline.View {
	v := &timeline.View{Topic: "c1", Query: "a", Hits: search.New(s.Transcript).Find("a"), OnlyHits: true, Linked: 1}
	v.Revealed = make([]bool, len(s.Turns))
	v.Off = make([]bool, len(s.Speakers))
	for i := range v.Off {
		v.Off[i] = i%2 == 0
	}
	return v
}

// onLayouts returns a probe (a measured call). It calls a function with each layout of
// the scene: which turns are drawn, and where.
func onLayouts(name string, call func(s *scene, l *timeline.Layout)) probe {
	return probe{name: name, talk: func(s *scene) func() {
		return func() {
			for _, l := range s.layouts {
				call(s, l)
			}
		}
	}}
}

func ofLayout() []probe {
	middle := timeline.Window{From: 4000, To: 6000}
	return []probe{
		onLayouts("timeline.Layout.Between", func(s *scene, l *timeline.Layout) { l.Between(1, len(s.Turns)) }),
		onLayouts("timeline.Layout.Correction", func(_ *scene, l *timeline.Layout) { l.Correction("z") }),
		onLayouts("timeline.Layout.ChunkOf", func(s *scene, l *timeline.Layout) { l.ChunkOf(len(s.Turns)) }),
		onLayouts("timeline.Layout.Holding", func(s *scene, l *timeline.Layout) { l.Holding(middle, len(s.Turns)) }),
		onLayouts("timeline.Layout.Look", func(_ *scene, l *timeline.Layout) { l.Look(middle); l.Look(timeline.Whole()) }),
		onLayouts("timeline.Layout.Panned", func(_ *scene, l *timeline.Layout) { l.Panned(1) }),
		onLayouts("timeline.Layout.Shows", func(s *scene, l *timeline.Layout) { l.Shows(len(s.Turns)) }),
		onLayouts("timeline.Layout.Spoken", func(s *scene, l *timeline.Layout) { l.Spoken(len(s.Turns), middle) }),
		onLayouts("timeline.Layout.Stop", func(_ *scene, l *timeline.Layout) { l.Stop() }),
		onLayouts("timeline.Layout.TurnAt", func(_ *scene, l *timeline.Layout) { l.TurnAt(5000) }),
		onLayouts("timeline.Layout.Zoom", func(_ *scene, l *timeline.Layout) { l.Zoom(middle, 4000, 5000, 500) }),
	}
}
