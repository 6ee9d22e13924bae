package timeline_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// timed makes a transcript with one turn for each of the given times. A time is
// "start-end" or "start-" in seconds, or "" for a turn without times. The turns alternate
// between two speakers. If "note" is given instead of a time, the turn is a stage
// direction without a speaker.
func timed(times ...string) *transcript.Transcript {
	lines := make([]string, len(times))
	for i := range times {
		lines[i] = []string{"host: why", "a: so"}[i%2]
	}
	t := conversation(lines...)
	t.Timing = transcript.TimingTurn
	for i, time := range times {
		var start, end int64
		switch n, _ := fmt.Sscanf(time, "%d-%d", &start, &end); {
		case time == "note":
			t.Turns[i].Speaker = ""
		case n == 2:
			t.Turns[i].End = transcript.At(1000 * end)
			fallthrough
		case n == 1:
			t.Turns[i].Start = transcript.At(1000 * start)
		}
	}
	return t
}

func TestClock(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		times      []string
	}{
		{"one after the other", "0+2500 2500+7500", []string{"0-25", "25-100"}},
		{"from where the recording begins to be spoken", "0+5000 5000+5000", []string{"-50-0", "0-50"}},
		{"pauses stay open", "0+1000 3000+7000 pause 1000+2000 20s", []string{"0-10", "30-100"}},
		{"short ones without a name", "0+1000 1400+8600", []string{"0-10", "14-100"}},
		{"at once", "0+8000 2000+3000 9000+1000 pause 8000+1000 10s", []string{"0-80", "20-50", "90-100"}},
		{"without ends until the next, the last as the mean", "0+4000 4000+1000 5000+2500 7500+2500", []string{"0-", "40-", "50-", "75-"}},
		{"an end before the beginning counts for none", "0+5000 5000+5000", []string{"10-5", "60-110"}},
		{"a note before what follows it, and at the end", "0+5000 5000+0 5000+5000 10000+0", []string{"0-50", "note", "50-100", "note"}},
	} {
		l := timeline.Lay(timed(tc.times...), &timeline.View{})
		if l.Clock == nil {
			t.Errorf("%s: no clock", tc.name)
		}
		var got []string
		for _, s := range l.Segments {
			place := l.Window.Place(s.X)
			got = append(got, fmt.Sprint(place, "+", l.Window.Place(s.X+s.W)-place))
		}
		for _, p := range l.Pauses {
			place := l.Window.Place(p.X)
			got = append(got, fmt.Sprint("pause ", place, "+", l.Window.Place(p.X+p.W)-place, " ", p.Millis/1000, "s"))
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, strings.Join(got, " "), tc.want)
		}
	}
}

// If turns have no usable times, they are placed in the order of speaking.
func TestNoClock(t *testing.T) {
	for name, times := range map[string][]string{
		"no times":        {"", "", ""},
		"a time missing":  {"0-10", "", "20-30"},
		"times that jump": {"0-10", "50-60", "20-30"},
		"one turn":        {"0-10"},
		"one moment":      {"5-9", "5-8"},
		"notes alone":     {"note", "note"},
	} {
		script := timed(times...)
		l := timeline.Lay(script, &timeline.View{})
		if l.Clock != nil || len(l.Pauses) > 0 {
			t.Errorf("%s: a clock with %d pauses", name, len(l.Pauses))
		}
		if last := l.Segments[len(times)-1]; last.X+last.W != timeline.Length {
			t.Errorf("%s: the turns end at %d", name, last.X+last.W)
		}
	}
}

func TestClockTicks(t *testing.T) {
	for _, tc := range []struct {
		name   string
		script *transcript.Transcript
		window timeline.Window
		want   []int64 // seconds
	}{
		{"minutes", timed("0-100", "100-540"), timeline.Window{}, []int64{0, 120, 240, 360, 480}},
		{"from before the beginning", timed("-5-1", "1-6"), timeline.Window{}, []int64{-4, -2, 0, 2, 4}},
		{"finer in a window", timed("0-100", "100-540"), tenths(5, 6), []int64{270, 280, 290, 300, 310, 320}},
		{"days", timed("0-100", "400000-900000"), timeline.Window{}, []int64{0, 172_800, 345_600, 518_400, 691_200, 864_000}},
	} {
		var got []int64
		for _, tick := range timeline.Lay(tc.script, &timeline.View{Window: tc.window}).Ticks {
			got = append(got, tick.Millis/1000)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}

// If the visible window of the timeline begins in a pause, its first turn is the one
// after the pause.
func TestWindowInAPause(t *testing.T) {
	l := timeline.Lay(timed("0-10", "60-70", "70-100"), &timeline.View{Window: tenths(2, 8)})
	if l.First != 2 || l.Last != 3 {
		t.Errorf("turns %d to %d, want 2 to 3", l.First, l.Last)
	}
}

// A window is the visible stretch of the timeline. A long turn is in every window in
// which a part of it is spoken. That is so even if a shorter turn began later and ended
// before the window.
func TestWindowOfOverlappingTurns(t *testing.T) {
	script := timed("0-80", "20-50", "90-100")
	for _, tc := range []struct {
		window            timeline.Window
		first, last, stop int
	}{
		{tenths(0, 10), 1, 3, 2},
		{tenths(3, 4), 2, 2, 2},
		{tenths(4, 10), 2, 3, 2},
		{tenths(6, 8), 1, 1, 1},
		{tenths(6, 10), 3, 3, 3},
		{timeline.Window{From: 8_200_000, To: 8_800_000}, 2, 2, 0},
	} {
		l := timeline.Lay(script, &timeline.View{At: 2, Window: tc.window})
		if l.Stop() != tc.stop {
			t.Errorf("%v: Tab reaches %d, want %d", tc.window, l.Stop(), tc.stop)
		}
		if l.First != tc.first || l.Last != tc.last {
			t.Errorf("%v: turns %d to %d, want %d to %d", tc.window, l.First, l.Last, tc.first, tc.last)
		}
	}
	l := timeline.Lay(script, &timeline.View{})
	for tenth, want := range map[int]int{1: 1, 2: 2, 4: 2, 5: 1, 7: 1, 8: 2, 9: 3, 10: 3} {
		if got := l.TurnAt(tenth * timeline.Length / 10); got != want {
			t.Errorf("at %d tenths: turn %d, want %d", tenth, got, want)
		}
	}
}

// Panning skips pauses. The window moves until a turn or an end of the axis is in it.
func TestPanned(t *testing.T) {
	script := timed("0-10", "10-20", "80-90", "90-100")
	for _, tc := range []struct {
		window timeline.Window
		by     int
		from   int // thousandths of the axis
	}{
		{timeline.Window{To: 3_000_000}, 1, 100},
		{timeline.Window{From: 1_700_000, To: 2_700_000}, 1, 703},
		{timeline.Window{From: 7_300_000, To: 8_300_000}, -1, 196},
		{tenths(8, 9), 1, 833},
		{tenths(9, 10), 1, 900},
		{tenths(0, 1), -1, 0},
	} {
		got := timeline.Lay(script, &timeline.View{Window: tc.window}).Panned(tc.by)
		if got.From/10_000 != tc.from || got.To-got.From != tc.window.To-tc.window.From {
			t.Errorf("%v by %d: %v, want from %d", tc.window, tc.by, got, tc.from)
		}
	}
}

func TestTicksAtTheGreatestTimesEnd(t *testing.T) {
	tr := timed("", "", "")
	for i := range tr.Turns {
		end := int64(math.MaxInt64) - 100_000*int64(len(tr.Turns)-1-i)
		tr.Turns[i].Start, tr.Turns[i].End = transcript.At(end-7000), transcript.At(end)
	}
	if ticks := timeline.Lay(tr, &timeline.View{}).Ticks; len(ticks) > 10 {
		t.Errorf("%d ticks", len(ticks))
	}
}
