package reader_test

import (
	"slices"
	"testing"

	"quoteline/shared/reader"
)

// TestInBand checks which turn counts as the one being read. Turns enter and leave the
// reading band, the part of the viewport where one reads.
func TestInBand(t *testing.T) {
	s := open(t, reader.Start{})
	list := s.NewList(len(s.Layout.Chunks), true)
	steps := []struct {
		name string
		do   func()
		want int
	}{
		{"at the start", func() {}, 0},
		{"a turn enters", func() { s.See(4, true) }, 5},
		{"one before it enters", func() { s.See(2, true) }, 3},
		{"twice", func() { s.See(2, true) }, 3},
		{"one after it enters", func() { s.See(11, true) }, 3},
		{"the first leaves", func() { s.See(2, false) }, 5},
		{"one leaves that was not there", func() { s.See(7, false) }, 5},
		{"a filter hides the first", func() { s.SetTopic("return"); s.Lay() }, 12},
		{"the filter ends", func() { s.ShowAll(); s.Lay() }, 5},
		{"its chunk goes away", func() { list.Approach(0, false) }, 12},
		{"all leave", func() { s.See(11, false) }, 0},
	}
	for _, step := range steps {
		step.do()
		if got := s.InBand(); got != step.want {
			t.Errorf("%s: turn %d, want %d", step.name, got, step.want)
		}
	}
}

// draw updates chunk c (a run of turns) as a page does. It returns the positions of the
// items whose markup it has written.
func draw(s *reader.State, list *reader.List, c int) []int {
	var rendered []int
	of := s.Layout.Chunks[c]
	switch list.Chunk(c) {
	case reader.None:
		return nil
	case reader.Markup:
		for i := of.First - 1; i < of.Last; i++ {
			rendered = append(rendered, i)
		}
	case reader.Presence:
		for i := of.First - 1; i < of.Last; i++ {
			if list.Row(i) != reader.None {
				rendered = append(rendered, i)
				list.DrewRow(i)
			}
		}
	}
	list.Drew(c)
	return rendered
}

// TestListOfShortTranscript checks which list items a page writes again after an event,
// such as a search.
func TestListOfShortTranscript(t *testing.T) {
	tests := []struct {
		name string
		do   func(*reader.State)
		want []int // positions of the items that are written again
	}{
		{"nothing", func(*reader.State) {}, nil},
		{"a search with highlights", search("board"), nil},
		{"the current hit", func(s *reader.State) { s.Search("board"); s.Step(1) }, []int{1}},
		{"a link", func(s *reader.State) { s.Name(22) }, []int{21}},
		{"a speaker off: stubs, and turns that disappear", solo(2),
			[]int{0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 26, 27, 28, 29}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			list := s.NewList(len(s.Layout.Chunks), true)
			tc.do(s)
			s.Lay()
			var got []int
			for c := range list.Len() {
				list.Update(c)
				got = append(got, draw(s, list, c)...)
			}
			if !slices.Equal(got, tc.want) || list.Stale() >= 0 {
				t.Errorf("rendered %v, want %v; chunk %d is left", got, tc.want, list.Stale())
			}
			for c := range list.Len() {
				list.Update(c)
				if again := draw(s, list, c); again != nil {
					t.Errorf("rendered again: %v", again)
				}
			}
		})
	}
}

// TestListOfLongTranscript checks a list of fifty chunks (runs of turns) from its start
// to the last update. At the start, the page has the items of the first six chunks.
func TestListOfLongTranscript(t *testing.T) {
	s := openConversation(conversation(1000))
	list := s.NewList(6, true)
	if list.Len() != 50 || list.Stale() != 6 {
		t.Fatalf("%d chunks, of which %d are there", list.Len(), list.Stale())
	}
	if list.Update(0) || list.Update(6) {
		t.Error("no chunk is near yet")
	}
	list.Approach(7, true)
	if !list.Near(7) || !list.Update(7) || list.Chunk(7) != reader.Markup {
		t.Errorf("chunk 7: near %t, %d", list.Near(7), list.Chunk(7))
	}
	if got := draw(s, list, 7); len(got) != 20 || got[0] != 140 {
		t.Errorf("rendered %v", got)
	}
	// The page renders the remaining chunks (runs of turns) one after the other.
	for c := list.Stale(); c >= 0; c = list.Stale() {
		draw(s, list, c)
	}
	s.Search("turn 14")
	s.Step(1)
	s.Lay()
	for c := range list.Len() {
		if now := list.Update(c); now != (c == 7) {
			t.Errorf("chunk %d is to be drawn at once: %t", c, now)
		}
	}
	if c := list.Stale(); c != 0 || list.Chunk(0) != reader.Presence {
		t.Errorf("chunk %d is stale, %d; want 0, that of the current hit", c, list.Chunk(0))
	}
}

func TestListSizes(t *testing.T) {
	s := openConversation(conversation(1000))
	list := s.NewList(6, true)
	if got := list.Sizes(); len(got) != 3*50 || got[3] != 1 || got[4] != 20 || got[5] == 0 {
		t.Fatalf("at first %v", got)
	}
	if got := list.Sizes(); len(got) > 0 {
		t.Errorf("nothing has changed, but %v", got)
	}
	list.Approach(1, true)
	s.Toggle(0)
	s.Lay()
	got := list.Sizes()
	if len(got) != 3*49 || got[0] != 0 || got[1] != 13 || got[3] != 2 {
		t.Errorf("without a third of the turns, and chunk 1 near: %v", got)
	}
	if got := open(t, reader.Start{}).NewList(6, true).Sizes(); len(got) > 0 {
		t.Errorf("a short transcript: %v", got)
	}
}

func TestListHide(t *testing.T) {
	s := open(t, reader.Start{})
	list := s.NewList(len(s.Layout.Chunks), true)
	steps := []struct {
		name    string
		do      func(*reader.State)
		hidden  []int // positions of the chunks (runs of turns) that are hidden
		changed []int
	}{
		{"at the start", func(*reader.State) {}, nil, nil},
		// Chunks are runs of turns. Chunk 0 is visible because it has a placeholder
		// (stub) for the turns that are hidden before the topic. Chunk 2 is the topic.
		// Chunk 3 has the placeholder for the turns that are hidden after the topic.
		{"a topic", topic("staff"), []int{1, 4, 5}, []int{1, 4, 5}},
		{"the same", func(*reader.State) {}, []int{1, 4, 5}, nil},
		{"all", (*reader.State).ShowAll, nil, []int{1, 4, 5}},
	}
	for _, step := range steps {
		step.do(s)
		s.Lay()
		var hides, changes []int
		for c := range list.Len() {
			hidden, changed := list.Hide(c)
			if hidden {
				hides = append(hides, c)
			}
			if changed {
				changes = append(changes, c)
			}
		}
		if !slices.Equal(hides, step.hidden) || !slices.Equal(changes, step.changed) {
			t.Errorf("%s: hidden %v, changed %v; want %v, %v", step.name, hides, changes, step.hidden, step.changed)
		}
	}
}

func TestListMarks(t *testing.T) {
	tests := []struct {
		name       string
		turns      int
		highlights bool
		do         func(*reader.State, *reader.List)
		places     bool
		changed    bool
	}{
		{"nothing is searched", 12, true, func(*reader.State, *reader.List) {}, false, false},
		{"a search", 12, true, func(s *reader.State, _ *reader.List) { s.Search("turn") }, true, true},
		{"a browser that cannot highlight", 12, false, func(s *reader.State, _ *reader.List) { s.Search("turn") }, false, false},
		{"the end of a search", 12, true, func(s *reader.State, l *reader.List) {
			s.Search("turn")
			s.Lay()
			l.AppendMarks(nil, 0)
			s.Search("")
		}, false, true},
		{"a long transcript", 1000, true, func(s *reader.State, _ *reader.List) { s.Search("turn") }, false, true},
		{"a chunk of it that is near", 1000, true, func(s *reader.State, l *reader.List) { l.Approach(0, true); s.Search("turn") }, true, true},
		{"one that goes away", 1000, true, func(s *reader.State, l *reader.List) {
			l.Approach(0, true)
			s.Search("turn")
			s.Lay()
			l.AppendMarks(nil, 0)
			l.Approach(0, false)
		}, false, true},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(conversation(tc.turns))
			list := s.NewList(len(s.Layout.Chunks), tc.highlights)
			tc.do(s, list)
			s.Lay()
			places, changed := list.AppendMarks([]byte("before"), 0)
			if got := len(places) > len("before"); got != tc.places || changed != tc.changed || list.Marked(0) != tc.places {
				t.Errorf("%q, changed %t, marked %t", places, changed, list.Marked(0))
			}
		})
	}
}
