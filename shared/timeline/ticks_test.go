package timeline_test

import (
	"fmt"
	"testing"

	"quoteline/shared/timeline"
)

// The labels of the axis must not overlap: neither on the smallest phone, whose
// timeline is 236 px wide, nor at the least width that shows all labels, 684 px. The
// last label needs special care, because it ends at its tick. An earlier version drew
// "4:00:00" over "5:00:00" for a recording of five hours.
func TestLabelsDoNotOverlap(t *testing.T) {
	for seconds := 3; seconds < 1_000_000; seconds += 1 + seconds/7 {
		script := timed("0-1", fmt.Sprintf("%d-%d", seconds-1, seconds))
		for _, w := range []timeline.Window{timeline.Whole(), tenths(3, 4)} {
			checkLabels(t, fmt.Sprint(seconds, " s, ", w), timeline.Lay(script, &timeline.View{Window: w}))
		}
	}
	for _, turns := range []int{1, 2, 9, 30, 101, 185, 399, 1000, 1749, 10_000} {
		for _, w := range []timeline.Window{timeline.Whole(), tenths(3, 4), tenths(9, 10)} {
			checkLabels(t, fmt.Sprint(turns, " turns, ", w), even(turns, w))
		}
	}
	checkLabels(t, "the flight of Mercury 6", timeline.Lay(timed("0-1", "18000-18310"), &timeline.View{}))
}

// checkLabels reports a fault for each label that overlaps the previous one, on a
// phone or on a wide screen. It also reports an axis without a label.
func checkLabels(t *testing.T, name string, l *timeline.Layout) {
	t.Helper()
	for _, screen := range []struct {
		width  float64
		narrow bool
	}{{236, true}, {684, false}} {
		end, shown := -1e9, 0
		for i, tick := range l.Ticks {
			if screen.narrow && !tick.Narrow {
				continue
			}
			wide := labelWidth(l, i)
			from := float64(l.Window.Place(tick.X)) / timeline.Width * screen.width
			switch tick.Align {
			case timeline.Middle:
				from -= wide / 2
			case timeline.End:
				from -= wide
			}
			if from < end {
				t.Errorf("%s: label %d of %d begins %.1f px before the end of the one before, on %g px", name, i, len(l.Ticks), end-from, screen.width)
			}
			end, shown = from+wide, shown+1
		}
		if shown == 0 && len(l.Ticks) > 0 {
			t.Errorf("%s: no label on %g px", name, screen.width)
		}
	}
}

// labelWidth returns the width of a label in pixels. A digit of the font at 12 px is 6.7 px
// wide, and a colon or a comma half of that.
func labelWidth(l *timeline.Layout, i int) float64 {
	const digit = 6.7
	tick := &l.Ticks[i]
	if l.Clock == nil {
		n := len(fmt.Sprint(tick.N))
		wide := digit * (float64(n) + 0.5*float64((n-1)/3))
		if i == 0 {
			wide += 28 // "Turn "
		}
		return wide
	}
	minutes, hours := tick.Millis/60_000, tick.Millis/3_600_000
	switch {
	case hours > 0:
		return digit * (float64(len(fmt.Sprint(hours))) + 5)
	case minutes >= 10:
		return digit * 4.5
	}
	return digit * 3.5
}
