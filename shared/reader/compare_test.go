package reader_test

import (
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

func TestCompare(t *testing.T) {
	hit := []transcript.Range{{Start: 1, End: 3}}
	shown := timeline.Row{Shown: true, Hits: hit}
	tests := []struct {
		name       string
		is         timeline.Row
		highlights bool
		want       reader.Difference
	}{
		{"nothing", timeline.Row{Shown: true, Hits: hit}, false, reader.None},
		{"hidden", timeline.Row{Hits: hit}, false, reader.Presence},
		{"hidden with a stub", timeline.Row{Hits: hit, Stub: 2}, false, reader.Markup},
		{"no hits", timeline.Row{Shown: true}, false, reader.Markup},
		{"other hits", timeline.Row{Shown: true, Hits: []transcript.Range{{Start: 2, End: 3}}}, false, reader.Markup},
		{"more hits", timeline.Row{Shown: true, Hits: append(hit, transcript.Range{Start: 5, End: 7})}, false, reader.Markup},
		{"no hits, which the browser highlights", timeline.Row{Shown: true}, true, reader.None},
		{"no hits and hidden", timeline.Row{}, true, reader.Presence},
		{"the current hit", timeline.Row{Shown: true, Hits: hit, Hit: true}, true, reader.Markup},
		{"linked", timeline.Row{Shown: true, Hits: hit, Linked: true}, true, reader.Markup},
		{"cited words", timeline.Row{Shown: true, Hits: hit, Cited: transcript.Range{End: 3}}, true, reader.Markup},
		{"a proof", timeline.Row{Shown: true, Hits: hit, Proof: transcript.Moved}, true, reader.Markup},
		{"a change", timeline.Row{Shown: true, Hits: hit, Change: &timeline.Change{}}, true, reader.Markup},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			drawn := shown
			if got := reader.Compare(&drawn, &tc.is, tc.highlights); got != tc.want {
				t.Errorf("%d, want %d", got, tc.want)
			}
		})
	}
}

// TestDiffers checks which parts of a page must be written again after an event, such as
// a search.
func TestDiffers(t *testing.T) {
	tests := []struct {
		name       string
		do         func(*reader.State)
		highlights bool
		chunks     []bool // for each chunk (run of turns), whether it must be written again; each of the six topics is a chunk
		shares     bool   // whether the figures on the chips (the switches for speakers) must be written again
		steps      bool   // whether the buttons for the next and the previous hit must be written again
	}{
		{"nothing", func(*reader.State) {}, false, make([]bool, 6), false, false},
		{"a search with marks", search("board"), false, []bool{true, true, false, true, false, false}, true, true},
		{"a search with highlights", search("board"), true, make([]bool, 6), true, true},
		{"a search that finds nothing", search("shareholders"), true, make([]bool, 6), true, true},
		{"a filter", solo(2), true, []bool{true, true, true, true, true, true}, false, false},
		{"a topic", topic("staff"), true, []bool{true, true, false, true, true, true}, false, false},
		{"a link", func(s *reader.State) { s.Name(22) }, true, []bool{false, false, false, true, false, false}, false, false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			list := s.NewList(len(s.Layout.Chunks), tc.highlights)
			tc.do(s)
			before := s.Lay()
			for c := range list.Len() {
				if now := list.Update(c); !now {
					t.Errorf("chunk %d waits", c)
				}
				if got := list.Chunk(c) != reader.None; got != tc.chunks[c] {
					t.Errorf("chunk %d differs: %t", c, got)
				}
			}
			if got := s.ShareDiffers(before, 0); got != tc.shares {
				t.Errorf("the figure of the first chip differs: %t", got)
			}
			if got := s.StepsDiffer(before); got != tc.steps {
				t.Errorf("the buttons of the search differ: %t", got)
			}
		})
	}
}

func TestAppendHighlights(t *testing.T) {
	script := arch("No bridge.", "🏛 Brücke\nund bridge\nbridge", "A long\nbridge", "bridge bridge", "bridge")
	s := openConversation(script)
	tests := []struct {
		name string
		do   func(*reader.State)
		want string
	}{
		{"nothing is searched", func(*reader.State) {}, ""},
		{"paragraphs", search("bridge"), "0 0 3 9 1 1 4 10 1 2 0 6 2 1 0 6 3 0 0 6 3 0 7 13 4 0 0 6 "},
		{"UTF-16 code units", search("brücke"), "1 0 3 9 "},
		{"over a line break", search("long bridge"), "2 0 2 6 2 1 0 6 "},
		{"not the turn with the current hit", func(s *reader.State) { s.Search("bridge b"); s.Step(1) }, "3 0 0 8 "},
		{"not hidden turns", func(s *reader.State) { s.Search("bridge"); s.Toggle(0) }, "1 1 4 10 1 2 0 6 3 0 0 6 3 0 7 13 "},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s.ShowAll()
			tc.do(s)
			s.Lay()
			if got := string(s.AppendHighlights(nil, 0)); got != tc.want {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
}

// TestPrepare checks that the preparation of the first search is finished after a
// limited number of steps.
func TestPrepare(t *testing.T) {
	s := openConversation(conversation(1200))
	steps := 0
	for s.Prepare() {
		if steps++; steps > 10 {
			t.Fatal("it does not end")
		}
	}
	if steps != 3 {
		t.Errorf("%d steps, want 2 that fold 500 turns and one for the layout", steps)
	}
}

// TestLayKeepsNoGarbage checks that Lay, which computes where each turn is drawn,
// reuses memory after a keystroke.
func TestLayKeepsNoGarbage(t *testing.T) {
	s := openConversation(conversation(1000))
	for s.Prepare() {
	}
	queries := []string{"w", "wo", "wor", "word"}
	i := 0
	key := func() {
		s.Search(queries[i%len(queries)])
		s.Lay()
		i++
	}
	for range 2 * len(queries) {
		key()
	}
	if n := testing.AllocsPerRun(40, key); n > 4 {
		t.Errorf("%v allocations for a keystroke", n)
	}
}
