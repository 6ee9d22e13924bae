package reader_test

import (
	"testing"

	"quoteline/shared/reader"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// press is a key that is pressed while the segment (the bar on the timeline) of a turn
// has the focus.
type press struct {
	key  string
	turn int
}

// withNotes returns a conversation of twelve turns on three topics. The turns 1, 5 and 12
// are notes, such as stage directions, and have no speaker.
func withNotes() *transcript.Transcript {
	return conversation(12, func(i int, turn *transcript.Turn) {
		turn.Topics = []string{[]string{"one", "two", "three"}[i/4]}
		if i == 0 || i == 4 || i == 11 {
			turn.Speaker, turn.Kind = "", transcript.Note
		}
	})
}

func TestLineKeysMove(t *testing.T) {
	tests := []struct {
		name     string
		script   *transcript.Transcript
		from     int
		mirrored bool
		presses  []press
	}{
		{"by turn, by topic and to the ends", interview(t), 1, false, []press{
			{"ArrowLeft", 1}, {"ArrowRight", 2}, {"ArrowDown", 3}, {"ArrowUp", 2},
			{"PageDown", 11}, {"PageDown", 17}, {"PageUp", 11}, {"ArrowRight", 12}, {"PageUp", 11}, {"PageUp", 1},
			{"End", 30}, {"ArrowRight", 30}, {"PageDown", 30}, {"Home", 1},
		}},
		{"over notes", withNotes(), 2, false, []press{
			{"PageDown", 6}, {"PageDown", 9}, {"PageDown", 11}, {"PageUp", 9}, {"PageUp", 6}, {"PageUp", 2},
			{"End", 11}, {"Home", 2}, {"ArrowLeft", 2}, {"ArrowRight", 3}, {"ArrowRight", 4}, {"ArrowRight", 6}, {"ArrowLeft", 4},
		}},
		{"from right to left", interview(t), 5, true, []press{
			{"ArrowLeft", 6}, {"ArrowRight", 5}, {"ArrowDown", 6}, {"ArrowUp", 5}, {"End", 30}, {"Home", 1},
		}},
		{"a dense line", conversation(1000), 1, false, []press{
			{"ArrowRight", 2}, {"End", 1000}, {"ArrowLeft", 999}, {"Home", 1},
		}},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(tc.script)
			at := tc.from
			for _, p := range tc.presses {
				turn, window, ok := s.LineKey(at, p.key, false, tc.mirrored)
				if turn != p.turn || !ok || window != s.Layout.Window {
					t.Errorf("%s leads from turn %d to %d (%t, %v), want %d", p.key, at, turn, ok, window, p.turn)
				}
				at = turn
			}
		})
	}
}

func TestLineKeysZoom(t *testing.T) {
	tests := []struct {
		name     string
		keys     string // keys that are pressed one after the other; ">" and "<" are arrow keys with Shift
		from     int
		mirrored bool
		want     [2]int // the first and the last turn in the visible stretch of the timeline
		change   reader.WindowChange
	}{
		{"in", "+", 1, false, [2]int{1, 20}, reader.OpenWindow},
		{"in without Shift", "=", 1, false, [2]int{1, 20}, reader.OpenWindow},
		{"twice in", "++", 1, false, [2]int{1, 12}, reader.MovedWindow},
		{"in and out", "++-", 1, false, [2]int{1, 20}, reader.MovedWindow},
		{"out to the whole line", "++--", 1, false, [2]int{1, 30}, reader.OpenWindow},
		{"out of the whole line", "-", 1, false, [2]int{1, 30}, reader.SameWindow},
		{"0", "++0", 1, false, [2]int{1, 30}, reader.OpenWindow},
		{"to the end", "++>>>>>>>>>>>>>>>>", 1, false, [2]int{28, 30}, reader.SameWindow},
		{"there and back", "++>><<", 1, false, [2]int{1, 12}, reader.MovedWindow},
		{"mirrored", "++<<", 1, true, [2]int{9, 18}, reader.MovedWindow},
		{"not mirrored", "++>>", 1, false, [2]int{9, 18}, reader.MovedWindow},
	}
	names := map[byte]string{'>': "ArrowRight", '<': "ArrowLeft"}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t, reader.Start{})
			var change reader.WindowChange
			for i := range len(tc.keys) {
				key := tc.keys[i : i+1]
				name, shift := names[tc.keys[i]]
				if shift {
					key = name
				}
				turn, window, ok := s.LineKey(tc.from, key, shift, tc.mirrored)
				if turn != tc.from || !ok {
					t.Errorf("%s leads to turn %d, %t", key, turn, ok)
				}
				change = s.Look(window)
			}
			if got := segments(s.Layout); got != tc.want || change != tc.change {
				t.Errorf("turns %v after change %d, want %v after %d", got, change, tc.want, tc.change)
			}
		})
	}
}

func TestOtherKeysAreThePages(t *testing.T) {
	s := open(t, reader.Start{})
	for _, key := range []string{"", "a", "Enter", "Escape", "Tab", " ", "F5"} {
		if turn, window, ok := s.LineKey(3, key, false, false); ok || turn != 3 || window != s.Layout.Window {
			t.Errorf("%q leads to turn %d, %v, %t", key, turn, window, ok)
		}
	}
	// On some keyboards a digit needs Shift. So "0" with Shift must also show the whole
	// timeline.
	if _, window, ok := s.LineKey(3, "0", true, false); !ok || !window.IsWhole() {
		t.Errorf("Shift+0 leads to %v, %t", window, ok)
	}
}

func TestSpoken(t *testing.T) {
	s := openConversation(withNotes())
	for _, tc := range []struct{ n, want int }{{1, 2}, {2, 2}, {5, 6}, {11, 11}, {12, 11}} {
		if got := s.Spoken(tc.n); got != tc.want {
			t.Errorf("turn %d: %d, want %d", tc.n, got, tc.want)
		}
	}
}

// TestPanSkipsPauses checks that arrow keys with Shift move the visible stretch of the
// timeline over a pause. The conversation has sixty turns in an hour, and a pause of
// six minutes in the middle.
func TestPanSkipsPauses(t *testing.T) {
	s := openConversation(conversation(60, func(i int, turn *transcript.Turn) {
		start := int64(54_000 * i)
		if i >= 30 {
			start += 360_000
		}
		turn.Start, turn.End = transcript.At(start), transcript.At(start+54_000)
	}))
	for range 5 {
		_, window, _ := s.LineKey(30, "+", false, false)
		s.Look(window)
	}
	for range 2 {
		_, window, _ := s.LineKey(30, "ArrowRight", true, false)
		s.Look(window)
	}
	if stop := s.Layout.Stop(); stop != 31 {
		t.Errorf("the tab stop is turn %d, want 31", stop)
	}
	if s.Layout.Window == timeline.Whole() {
		t.Error("the line is whole")
	}
}

// TestStopOfDenseLine checks which segment (bar of a turn) the Tab key reaches on a
// timeline with very many turns. Tab reaches the segment of the reader's current turn.
// If the visible stretch of the timeline does not contain that turn, Tab reaches the
// nearest segment in the stretch.
func TestStopOfDenseLine(t *testing.T) {
	tests := []struct {
		name string
		do   func(*reader.State)
		want int
	}{
		{"at the start", func(*reader.State) {}, 1},
		{"the reader scrolls", func(s *reader.State) { s.MoveTo(40) }, 40},
		{"a turn is gone to", func(s *reader.State) { s.GoTo(500); s.Lay() }, 500},
		{"a hit", func(s *reader.State) { s.Search("turn 77,"); s.Step(1); s.Lay() }, 77},
		{"a key", func(s *reader.State) {
			turn, window, _ := s.LineKey(1, "End", false, false)
			s.Look(window)
			s.MoveTo(turn)
		}, 1000},
		{"a part of the line without the current turn", func(s *reader.State) { s.Look(timeline.Window{From: 5_790_000, To: 6_390_000}) }, 580},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			s := openConversation(conversation(1000))
			tc.do(s)
			if got := s.Layout.Stop(); got != tc.want {
				t.Errorf("turn %d, want %d", got, tc.want)
			}
		})
	}
}
