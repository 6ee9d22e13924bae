package reader_test

import (
	"reflect"
	"slices"
	"testing"

	"quoteline/shared/reader"
)

// board holds the numbers of the turns in the example interview that contain the word
// "board".
var board = []int{2, 3, 5, 12, 13, 19, 20, 22}

func TestSearch(t *testing.T) {
	tests := []struct {
		name     string
		do       func(*reader.State)
		rows     string
		hits     []int
		hitAt    int // which of the turns with hits has the current hit, counting from 1
		at       int // number of the reader's current turn
		onlyHits bool
	}{
		{"nothing", func(*reader.State) {}, "1-30", nil, 0, 1, false},
		{"a word", func(s *reader.State) { s.Search("board") }, "1-30", board, 0, 1, false},
		{"a word that is typed", func(s *reader.State) {
			for i := range "board" {
				s.Type("board"[:i+1])
			}
		}, "1-30", board, 0, 1, false},
		{"a shorter word after it", func(s *reader.State) { s.Search("boards"); s.Search("board") }, "1-30", board, 0, 1, false},
		{"a word that no turn has", func(s *reader.State) { s.Search("shareholders <b>") }, "1-30", nil, 0, 1, false},
		{"spaces", func(s *reader.State) { s.Search("board"); s.Search("  ") }, "1-30", nil, 0, 1, false},
		{"only turns with a hit, and their questions", func(s *reader.State) {
			s.Search("board")
			s.SetOnlyHits(true)
		}, "1-3 (1) 5 (5) 11-13 (5) 19-22 (8)", board, 0, 1, true},
		{"clearing shows all again", func(s *reader.State) {
			s.Search("board")
			s.SetOnlyHits(true)
			s.Search("")
		}, "1-30", nil, 0, 1, false},
		{"the first hit", func(s *reader.State) { s.Search("board"); s.Step(1) }, "1-30", board, 1, 2, false},
		{"the last hit", func(s *reader.State) { s.Search("board"); s.Step(-1) }, "1-30", board, 8, 22, false},
		{"another search has no current hit", func(s *reader.State) {
			s.Search("board")
			s.Step(1)
			s.Search("boar")
		}, "1-30", board, 0, 2, false},
		{"a hit that a filter hides, with its question", func(s *reader.State) {
			s.Solo(2)
			s.Search("board")
			s.Step(1)
		}, "1-2 (6) 9-10 (14) 25-26 (4)", board, 1, 2, false},
		{"a search hides what was revealed", func(s *reader.State) {
			s.Solo(2)
			s.Lay()
			s.Reveal(11)
			s.Search("board")
		}, "(8) 9-10 (14) 25-26 (4)", board, 0, 1, false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			tc.do(s)
			s.Lay()
			l := s.Layout
			if got := rows(l); got != tc.rows {
				t.Errorf("rows %s, want %s", got, tc.rows)
			}
			if got := hits(l); !slices.Equal(got, tc.hits) || l.HitTurns != len(tc.hits) {
				t.Errorf("hits in %v (%d turns), want %v", got, l.HitTurns, tc.hits)
			}
			if l.HitAt != tc.hitAt || l.At != tc.at || l.OnlyHits != tc.onlyHits {
				t.Errorf("hit %d, at turn %d, only hits %t; want %d, %d, %t", l.HitAt, l.At, l.OnlyHits, tc.hitAt, tc.at, tc.onlyHits)
			}
		})
	}
}

func TestStep(t *testing.T) {
	tests := []struct {
		name, query string
		by          []int
		want        []int
	}{
		{"forward and around", "board", []int{1, 1, 1, 1, 1, 1, 1, 1, 1}, append(slices.Clone(board), 2)},
		{"back and around", "board", []int{1, -1, -1}, []int{2, 22, 20}},
		{"back from the start", "board", []int{-1, -1}, []int{22, 20}},
		{"to and fro", "board", []int{1, 1, 1, -1, -1, -1}, []int{2, 3, 5, 3, 2, 22}},
		{"nothing found", "shareholders", []int{1, -1}, []int{0, 0}},
		{"nothing searched", "", []int{1}, []int{0}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			s.Search(tc.query)
			s.Lay()
			var got []int
			for _, by := range tc.by {
				n := s.Step(by)
				got = append(got, n)
				s.Lay()
				if n > 0 && (!s.Layout.Rows[n-1].Hit || !s.Layout.Rows[n-1].Shown || s.Layout.At != n) {
					t.Errorf("turn %d is not the current hit: %+v", n, s.Layout.Rows[n-1])
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("steps to %v, want %v", got, tc.want)
			}
		})
	}
}

// TestHitsByLane checks the figures that the switches (chips) for speakers show during
// a search.
func TestHitsByLane(t *testing.T) {
	s := open(t, reader.Start{})
	s.Search("board")
	s.Lay()
	var got [][2]int
	for _, lane := range s.Layout.Lanes {
		got = append(got, [2]int{lane.HitIn, lane.Turns})
	}
	if want := [][2]int{{4, 15}, {4, 13}, {0, 2}}; !reflect.DeepEqual(got, want) {
		t.Errorf("turns with a hit %v, want %v", got, want)
	}
}

// TestDenseSearch checks searches in a long transcript. At first a search finds only
// one hit of every turn. It finds all hits of a turn when that turn is drawn or becomes
// the current one.
func TestDenseSearch(t *testing.T) {
	s := openConversation(conversation(1000))
	for s.Prepare() {
	}
	s.Search("o")
	s.Lay()
	found := func(i int) int { return len(s.Layout.Rows[i].Hits) }
	if found(0) != 1 || found(998) != 1 {
		t.Fatalf("%d and %d hits at first", found(0), found(998))
	}
	s.Complete(0)
	if found(0) < 3 {
		t.Errorf("%d hits after Complete", found(0))
	}
	if n := s.Step(-1); n != 1000 {
		t.Fatalf("step to turn %d", n)
	}
	s.Lay()
	if found(999) < 3 {
		t.Errorf("%d hits in the current turn", found(999))
	}
	s.CompleteSegments()
	if stop := s.Layout.Stop(); found(stop-1) < 3 {
		t.Errorf("%d hits in the turn of the tab stop, %d", found(stop-1), stop)
	}
	s.CompleteRows()
	if found(500) < 3 {
		t.Errorf("%d hits after CompleteRows", found(500))
	}
}

func TestAnnouncement(t *testing.T) {
	tests := []struct {
		name string
		do   func(*reader.State)
		want reader.Announcement
	}{
		{"at the start", func(*reader.State) {}, reader.Summary},
		{"a search", func(s *reader.State) { s.Search("board") }, reader.Summary},
		{"a filter", func(s *reader.State) { s.Solo(1) }, reader.Summary},
		{"a link", func(s *reader.State) { s.GoTo(5); s.Name(5) }, reader.Silence},
		{"a search after a link", func(s *reader.State) { s.Name(5); s.Search("board") }, reader.Summary},
		{"a filter after a link", func(s *reader.State) { s.Name(5); s.SetTopic("staff") }, reader.Summary},
		{"the end of both", func(s *reader.State) { s.Search("board"); s.Solo(1); s.Lay(); s.Search(""); s.ShowAll() }, reader.Summary},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			tc.do(s)
			s.Lay()
			if got := s.Announcement(); got != tc.want {
				t.Errorf("%d, want %d", got, tc.want)
			}
		})
	}
}
