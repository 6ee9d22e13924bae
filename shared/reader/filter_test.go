package reader_test

import (
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
)

// murati says which turns of the example interview are shown if a filter shows only Mira
// Murati's answers and the questions to her. It has the form that the function rows
// returns: "(8)" means eight hidden turns, and "9-10" the visible turns 9 and 10.
const murati = "(8) 9-10 (14) 25-26 (4)"

func TestFilter(t *testing.T) {
	tests := []struct {
		name    string
		do      []func(*reader.State) // events; after each, the state computes where each turn is drawn
		rows    string
		matches int
	}{
		{"nothing", nil, "1-30", 30},
		{"one speaker alone", events(solo(2)), murati, 2},
		{"the same by switching the others off", events(toggle(0), toggle(1)), murati, 2},
		{"off and on again", events(toggle(1), toggle(1)), "1-30", 30},
		{"no speaker", events(toggle(0), toggle(1), toggle(2)), "(30)", 0},
		{"a lane that is not there", events(toggle(3), toggle(-1)), "1-30", 30},
		{"a topic", events(topic("staff")), "(16) 17-18 (12)", 2},
		{"a topic and a speaker", events(topic("return"), solo(0)), "(10) 11 (1) 13 (1) 15 (15)", 3},
		{"show all", events(solo(2), topic("safety"), (*reader.State).ShowAll), "1-30", 30},
		{"show all keeps the search", events(search("board"), onlyHits(true), (*reader.State).ShowAll), "1-30", 30},
		{"a stub", events(solo(2), reveal(11)), "(8) 9-26 (4)", 2},
		{"no stub", events(solo(2), reveal(9)), murati, 2},
		{"a stub of no turn", events(solo(2), reveal(0), reveal(31)), murati, 2},
		{"a turn that is gone to", events(solo(2), goTo(22)), "(8) 9-10 (11) 22 (2) 25-26 (4)", 2},
		{"a filter hides again what was revealed", events(solo(2), reveal(11), toggle(2)), "(30)", 0},
		{"so does a topic", events(solo(2), reveal(11), topic("safety")), "(24) 25-26 (4)", 1},
		{"so does showing all", events(solo(2), reveal(11), (*reader.State).ShowAll, solo(2)), murati, 2},
		{"only hits without a search", events(onlyHits(true)), "1-30", 30},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			for _, event := range tc.do {
				event(s)
				s.Lay()
			}
			if got := rows(s.Layout); got != tc.rows || s.Layout.Matches != tc.matches {
				t.Errorf("%s with %d matches, want %s with %d", got, s.Layout.Matches, tc.rows, tc.matches)
			}
		})
	}
}

// These functions return the events in the tables of the tests. Each event is a
// function that changes the state.
func events(list ...func(*reader.State)) []func(*reader.State) { return list }
func solo(lane int) func(*reader.State)                        { return func(s *reader.State) { s.Solo(lane) } }
func toggle(lane int) func(*reader.State)                      { return func(s *reader.State) { s.Toggle(lane) } }
func topic(id string) func(*reader.State)                      { return func(s *reader.State) { s.SetTopic(id) } }
func search(query string) func(*reader.State)                  { return func(s *reader.State) { s.Search(query) } }
func onlyHits(on bool) func(*reader.State)                     { return func(s *reader.State) { s.SetOnlyHits(on) } }
func reveal(n int) func(*reader.State)                         { return func(s *reader.State) { s.Reveal(n) } }
func goTo(n int) func(*reader.State)                           { return func(s *reader.State) { s.GoTo(n) } }

// TestHiddenSegments checks that the timeline still has the bars (segments) of turns
// that a filter hides.
func TestHiddenSegments(t *testing.T) {
	s := open(t, reader.Start{})
	s.Solo(2)
	s.Lay()
	for i, segment := range s.Layout.Segments {
		n := i + 1
		solid := n == 9 || n == 10 || n == 25 || n == 26
		if (segment.Mark != timeline.Hidden) != solid {
			t.Errorf("segment %d has mark %d", n, segment.Mark)
		}
	}
}

func TestNextShown(t *testing.T) {
	tests := []struct {
		name         string
		do           []func(*reader.State)
		at           int
		next, before int
	}{
		{"the first turn", nil, 1, 2, 0},
		{"in the middle", nil, 22, 23, 21},
		{"the last turn", nil, 30, 0, 29},
		{"over stubs", events(solo(2)), 10, 25, 9},
		{"after the last one that is shown", events(solo(2)), 26, 0, 25},
		{"nothing is shown", events(toggle(0), toggle(1), toggle(2)), 12, 0, 0},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			for _, event := range tc.do {
				event(s)
				s.Lay()
			}
			s.MoveTo(tc.at)
			if next, before := s.NextShown(1), s.NextShown(-1); next != tc.next || before != tc.before {
				t.Errorf("%d and %d, want %d and %d", before, next, tc.before, tc.next)
			}
		})
	}
}

func TestWithQuestion(t *testing.T) {
	s := open(t, reader.Start{})
	for _, tc := range []struct{ n, want int }{
		{1, 1},   // for the first turn, the page scrolls to the turn itself
		{2, 1},   // for an answer, the page scrolls to its question
		{21, 21}, // for a question, the page scrolls to the turn itself
		{22, 21},
	} {
		if got := s.WithQuestion(tc.n); got != tc.want {
			t.Errorf("turn %d is read from turn %d, want %d", tc.n, got, tc.want)
		}
	}
}
