package reader_test

import (
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
)

func TestZoomed(t *testing.T) {
	tests := []struct {
		name  string
		turns int // number of turns of a made-up conversation; 0 for the project's example interview
		from  int
		steps []int
		want  [2]int
	}{
		{"in", 0, 1, []int{reader.StepIn}, [2]int{1, 20}},
		{"twice in", 0, 1, []int{reader.StepIn, reader.StepIn}, [2]int{1, 12}},
		{"in and out", 0, 1, []int{reader.StepIn, reader.StepIn, reader.StepOut}, [2]int{1, 20}},
		{"a dense line at its beginning", 1000, 1, []int{reader.StepIn}, [2]int{1, 400}},
		{"a dense line at its end", 1000, 1000, []int{reader.StepIn}, [2]int{600, 1000}},
		{"a dense line without a turn", 1000, 0, []int{reader.StepIn}, [2]int{301, 700}},
		{"three steps into a dense line", 1000, 1, []int{reader.StepIn, reader.StepIn, reader.StepIn}, [2]int{1, 64}},
		{"and two out", 1000, 1, []int{reader.StepIn, reader.StepIn, reader.StepIn, reader.StepOut, reader.StepOut}, [2]int{1, 400}},
		{"one turn", 1, 1, []int{reader.StepIn}, [2]int{1, 1}},
		{"no turns", -1, 0, []int{reader.StepIn, reader.StepOut}, [2]int{0, 0}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			script := interview(t)
			if tc.turns != 0 {
				script = conversation(max(0, tc.turns))
			}
			s := openConversation(script)
			for _, step := range tc.steps {
				s.Look(s.Zoomed(tc.from, step))
			}
			if got := segments(s.Layout); got != tc.want {
				t.Errorf("turns %v, want %v", got, tc.want)
			}
		})
	}
}

// TestWindowFollows checks when the window, the visible stretch of the timeline, moves
// to the reader's current turn.
func TestWindowFollows(t *testing.T) {
	in := func(s *reader.State) { s.Look(s.Zoomed(1, reader.StepIn)); s.Look(s.Zoomed(1, reader.StepIn)) }
	tests := []struct {
		name  string
		do    func(*reader.State)
		shows bool // whether the reader's current turn is in the visible stretch of the timeline
		moved bool // whether the visible stretch differs from that after zooming
	}{
		{"to a turn in it", func(s *reader.State) { s.Look(s.MoveTo(5)) }, true, false},
		{"to a turn outside", func(s *reader.State) { s.Look(s.MoveTo(27)) }, true, true},
		{"a window that the reader has moved stays", func(s *reader.State) {
			for range 9 {
				s.Look(s.Layout.Panned(1))
			}
			before := s.Layout.Window
			if window := s.MoveTo(2); window != before {
				panic("the window moves")
			}
		}, false, true},
		{"to a hit", func(s *reader.State) { s.Search("board"); s.Step(-1); s.Lay() }, true, true},
		{"to a turn that is gone to", func(s *reader.State) { s.GoTo(30); s.Lay() }, true, true},
		{"a filter moves nothing", func(s *reader.State) { s.Solo(2); s.Lay() }, true, false},
		{"a search moves nothing", func(s *reader.State) { s.Search("board"); s.Lay() }, true, false},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			in(s)
			before := s.Layout.Window
			tc.do(s)
			if got := s.Layout.Shows(s.Layout.At); got != tc.shows {
				t.Errorf("the window shows turn %d: %t", s.Layout.At, got)
			}
			if moved := s.Layout.Window != before; moved != tc.moved {
				t.Errorf("the window has moved: %t", moved)
			}
			if s.View.Window != s.Layout.Window {
				t.Errorf("the view has %v, the layout %v", s.View.Window, s.Layout.Window)
			}
		})
	}
}

func TestHolding(t *testing.T) {
	s := open(t, reader.Start{})
	s.Look(s.Zoomed(1, reader.StepIn))
	if window := s.Holding(3); window != s.Layout.Window {
		t.Errorf("turn 3 is in the window already, not %v", window)
	}
	s.Look(s.Holding(30))
	if !s.Layout.Shows(30) || s.Layout.At != 1 {
		t.Errorf("turns %v, at turn %d", segments(s.Layout), s.Layout.At)
	}
}

func TestBand(t *testing.T) {
	s := open(t, reader.Start{})
	for _, tc := range []struct{ turn, band int }{{1, 0}, {10, 0}, {11, 1}, {17, 2}, {30, 5}} {
		s.MoveTo(tc.turn)
		if got := s.Band(); got != tc.band {
			t.Errorf("turn %d is in band %d, want %d", tc.turn, got, tc.band)
		}
	}
	if got := openConversation(conversation(0)).Band(); got != 0 {
		t.Errorf("without turns: band %d", got)
	}
}

func TestDrag(t *testing.T) {
	const width = timeline.Width
	whole := timeline.Whole()
	part := timeline.Window{From: timeline.Length / 4, To: timeline.Length * 3 / 4}
	tests := []struct {
		name  string
		begin timeline.Window
		steps []reader.Gesture
		want  reader.Gestured // the expected result of the last step of the gesture
	}{
		{"a mouse selects a stretch", whole, []reader.Gesture{{Kind: "line", From: width * 7 / 10, To: width * 3 / 10}},
			reader.Gestured{Window: whole, Selects: true, From: 3000, To: 7000}},
		{"and shows it in the end", whole, []reader.Gesture{{Kind: "line", From: 7000, To: 5000}, {Kind: "line", From: 7000, To: 3000, Done: true}},
			reader.Gestured{Window: timeline.Window{From: 3_000_000, To: 7_000_000}, Selects: true}},
		{"beyond the ends", whole, []reader.Gesture{{Kind: "line", From: 5000, To: 12_000}},
			reader.Gestured{Window: whole, Selects: true, From: 5000, To: width}},
		{"a mouse pulls a part", part, []reader.Gesture{{Kind: "line", From: 8000, To: 2000}},
			reader.Gestured{Window: timeline.Window{From: 5_000_000, To: 10_000_000}}},
		{"there and back", part, []reader.Gesture{{Kind: "line", From: 8000, To: 2000}, {Kind: "line", From: 8000, To: 8000, Done: true}},
			reader.Gestured{Window: part}},
		{"a wheel or two fingers", whole, []reader.Gesture{{Kind: "zoom", From: 5000, To: 5000, Scale: 500}},
			reader.Gestured{Window: part}},
		{"the overview: a stretch", part, []reader.Gesture{{Kind: "select", From: 9000, To: 1000}},
			reader.Gestured{Window: timeline.Window{From: 1_000_000, To: 9_000_000}}},
		{"the overview: a click", part, []reader.Gesture{{Kind: "select", From: 4000, To: 4000}},
			reader.Gestured{Window: timeline.Window{From: 1_500_000, To: 6_500_000}}},
		{"the overview: the window is moved", part, []reader.Gesture{{Kind: "move", From: 5000, To: 6000}},
			reader.Gestured{Window: timeline.Window{From: 3_500_000, To: 8_500_000}}},
		{"the overview: it is pulled at its beginning", part, []reader.Gesture{{Kind: "from", From: 2500, To: 1500}},
			reader.Gestured{Window: timeline.Window{From: 1_500_000, To: 7_500_000}}},
		{"the overview: it is pulled at its end", part, []reader.Gesture{{Kind: "to", From: 7500, To: 8500}},
			reader.Gestured{Window: timeline.Window{From: 2_500_000, To: 8_500_000}}},
		{"the overview: a double click", part, []reader.Gesture{{Kind: "whole", Done: true}}, reader.Gestured{Window: whole}},
		{"the browser takes the pointer", part, []reader.Gesture{{Kind: "move", From: 5000, To: 6000}, {Kind: "cancel", Done: true}},
			reader.Gestured{Window: part, Selects: true}},
		{"a finger along the line", whole, []reader.Gesture{{Kind: "scrub", From: 0, To: width}},
			reader.Gestured{Window: whole, Turn: 30}},
		{"an unknown gesture", part, []reader.Gesture{{Kind: "shake", From: 1, To: 2}}, reader.Gestured{Window: part}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			s.Look(tc.begin)
			var got reader.Gestured
			for _, step := range tc.steps {
				got = s.Drag(step)
				s.Look(got.Window)
				if s.Dragging() == step.Done {
					t.Errorf("after %+v a gesture is under way: %t", step, s.Dragging())
				}
			}
			if got != tc.want {
				t.Errorf("%+v, want %+v", got, tc.want)
			}
		})
	}
}

// TestPrinting checks that a printer gets the whole timeline. Afterwards the visible
// stretch of the timeline is the same as before.
func TestPrinting(t *testing.T) {
	s := open(t, reader.Start{})
	s.Look(s.Zoomed(1, reader.StepIn))
	shown := s.Layout.Window
	if change := s.Look(timeline.Whole()); change != reader.OpenWindow || segments(s.Layout) != [2]int{1, 30} {
		t.Errorf("change %d, turns %v", change, segments(s.Layout))
	}
	if change := s.Look(shown); change != reader.OpenWindow || segments(s.Layout) != [2]int{1, 20} {
		t.Errorf("change %d, turns %v", change, segments(s.Layout))
	}
}
