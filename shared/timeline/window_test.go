package timeline_test

import (
	"slices"
	"testing"

	"quoteline/shared/timeline"
)

// even returns the layout (where each turn is drawn) of a transcript with n turns of
// the same length. The visible part of the timeline is w.
func even(n int, w timeline.Window) *timeline.Layout {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = []string{"host: why", "a: so"}[i%2]
	}
	return timeline.Lay(conversation(lines...), &timeline.View{Window: w})
}

// tenths returns the window (a visible stretch of the axis) between two points of the
// axis. The points are in tenths of the axis.
func tenths(from, to int) timeline.Window {
	return timeline.Window{From: from * timeline.Length / 10, To: to * timeline.Length / 10}
}

func TestWindow(t *testing.T) {
	l := even(10, tenths(2, 6))
	if l.First != 3 || l.Last != 6 {
		t.Errorf("turns %d to %d, want 3 to 6", l.First, l.Last)
	}
	var threads, ticks []int
	for _, thread := range l.Threads {
		threads = append(threads, l.Window.Place(thread.X))
	}
	for _, tick := range l.Ticks {
		ticks = append(ticks, tick.N)
	}
	if want := []int{0, 2500, 5000, 7500}; !slices.Equal(threads, want) {
		t.Errorf("threads at %v, want %v", threads, want)
	}
	if want := []int{3, 4, 5, 6}; !slices.Equal(ticks, want) {
		t.Errorf("labels of turns %v, want %v", ticks, want)
	}
	for n, want := range map[int]bool{0: false, 2: false, 3: true, 6: true, 7: false, 11: false} {
		if l.Shows(n) != want {
			t.Errorf("turn %d is shown: %t", n, !want)
		}
	}
}

func TestSpan(t *testing.T) {
	w := tenths(2, 6)
	const tenth = timeline.Length / 10
	for _, tc := range []struct {
		x, width, place, wide int
		ok                    bool
	}{
		{0, 2 * tenth, 0, 0, false},
		{0, 3 * tenth, 0, 2500, true},
		{3 * tenth, tenth, 2500, 2500, true},
		{5 * tenth, 5 * tenth, 7500, 2500, true},
		{0, 10 * tenth, 0, timeline.Width, true},
		{6 * tenth, tenth, 0, 0, false},
		{2 * tenth, 0, 0, 0, true},
	} {
		if place, wide, ok := w.Span(tc.x, tc.width); place != tc.place || wide != tc.wide || ok != tc.ok {
			t.Errorf("%d+%d: %d+%d, %t; want %d+%d, %t", tc.x, tc.width, place, wide, ok, tc.place, tc.wide, tc.ok)
		}
	}
}

func TestZoom(t *testing.T) {
	l := even(100, timeline.Window{})
	for _, tc := range []struct {
		name            string
		w               timeline.Window
		from, to, scale int
		want            timeline.Window
	}{
		{"in around a point", timeline.Whole(), 5000, 5000, 200, tenths(4, 6)},
		{"in at an end", timeline.Whole(), 0, 0, 500, tenths(0, 5)},
		{"no further than four turns", timeline.Whole(), 0, 0, 1, timeline.Window{To: 400_000}},
		{"out", tenths(4, 6), 5000, 5000, 2000, tenths(3, 7)},
		{"out over an end", tenths(0, 4), 5000, 5000, 2000, tenths(0, 8)},
		{"out to the whole", tenths(4, 6), 5000, 5000, 100_000, timeline.Whole()},
		{"along", tenths(4, 6), 0, 5000, 1000, tenths(3, 5)},
		{"along to the end", tenths(4, 6), 10_000, -30_000, 1000, tenths(8, 10)},
	} {
		if got := l.Zoom(tc.w, tc.from, tc.to, tc.scale); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
	for _, tc := range []struct {
		name      string
		got, want timeline.Window
	}{
		{"between", l.Between(7_000_000, 2_000_000), tenths(2, 7)},
		{"between beyond the ends", l.Between(-1, timeline.Length+1), timeline.Whole()},
		{"between the same", l.Between(5_000_000, 5_000_000), timeline.Window{From: 4_800_000, To: 5_200_000}},
		{"moved", tenths(2, 4).Moved(timeline.Length), tenths(8, 10)},
		{"holding what it shows", l.Holding(tenths(2, 4), 25), tenths(2, 4)},
		{"holding what it does not", l.Holding(tenths(2, 4), 61), timeline.Window{From: 5_500_000, To: 7_500_000}},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, tc.got, tc.want)
		}
	}
}

// Zooming must also work with no turns, with one turn and with two turns.
func TestZoomOfLittle(t *testing.T) {
	for n := range 3 {
		l := even(n, timeline.Window{})
		if got := l.Zoom(timeline.Whole(), 0, 0, 1); got != timeline.Whole() {
			t.Errorf("%d turns: %v", n, got)
		}
		if l.Stop() != min(n, 1) {
			t.Errorf("%d turns: Tab reaches %d", n, l.Stop())
		}
	}
}

func TestDenseWindow(t *testing.T) {
	if l := even(1000, timeline.Window{}); !l.Crowded || len(l.Threads) > 0 {
		t.Errorf("1000 turns: crowded %t, %d threads", l.Crowded, len(l.Threads))
	}
	l := even(1000, tenths(4, 5))
	if l.Crowded || l.Last-l.First+1 != 100 || len(l.Threads) < 99 {
		t.Errorf("turns %d to %d: crowded %t, %d threads", l.First, l.Last, l.Crowded, len(l.Threads))
	}
}

// A reader reaches one turn of the timeline with the Tab key: the current turn, or the
// nearest turn that has a speaker.
func TestStop(t *testing.T) {
	script := conversation("host: why", "a: so", "host: and", "a: no")
	for _, i := range []int{0, 2} {
		script.Turns[i].Speaker = ""
	}
	for at, want := range map[int]int{0: 2, 2: 2, 3: 4, 4: 4} {
		if got := timeline.Lay(script, &timeline.View{At: at}).Stop(); got != want {
			t.Errorf("at %d: %d, want %d", at, got, want)
		}
	}
	l := timeline.Lay(script, &timeline.View{At: 1, Window: tenths(8, 10)})
	if l.Stop() != 4 {
		t.Errorf("in another window: %d, want 4", l.Stop())
	}
}
