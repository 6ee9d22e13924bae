package timeline_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// dated makes a transcript with one turn for each of the given days. All turns are
// equally long. If "note" is given instead of a day, the turn is a stage direction
// without a speaker and without a day.
func dated(days ...string) *transcript.Transcript {
	lines := make([]string, len(days))
	for i := range days {
		lines[i] = []string{"host: why", "a: so"}[i%2]
	}
	t := conversation(lines...)
	for i, day := range days {
		if t.Turns[i].Date = day; day == "note" {
			t.Turns[i].Date, t.Turns[i].Speaker = "", ""
		}
	}
	return t
}

func TestCalendar(t *testing.T) {
	l := timeline.Lay(dated("2025-03-14", "2025-03-14", "note", "2025-07-02", "2025-11-21"), &timeline.View{})
	if l.Calendar == nil {
		t.Fatal("no calendar")
	}
	var got []string
	for _, band := range l.Bands {
		got = append(got, fmt.Sprint(band.Date, " ", band.First, "-", band.Last))
	}
	if want := "2025-03-14 1-3, 2025-07-02 4-4, 2025-11-21 5-5"; strings.Join(got, ", ") != want {
		t.Errorf("bands %v, want %s", got, want)
	}
	gap := l.Segments[3].X - l.Segments[2].X - l.Segments[2].W
	if gap != timeline.Length/50 {
		t.Errorf("%d between the first days, want %d", gap, timeline.Length/50)
	}
	if last := l.Segments[4]; last.X+last.W != timeline.Length {
		t.Errorf("the last day ends at %d", last.X+last.W)
	}
	if len(l.Threads) != 1 {
		t.Errorf("%d threads, want one, and none from a day to another", len(l.Threads))
	}
	// The calendar has 275 days: 1 March to 30 November 2025.
	for date, want := range map[string]int{"2025-03-01": 18, "2025-07-02": 4490, "2025-11-30": 9981} {
		if got := l.Calendar.Place(date); got != want {
			t.Errorf("%s at %d, want %d", date, got, want)
		}
	}
}

func TestNoCalendar(t *testing.T) {
	for name, days := range map[string][]string{
		"no days":           {"", ""},
		"one day":           {"2025-03-14", "2025-03-14"},
		"a day missing":     {"2025-03-14", "", "2025-03-15"},
		"the first missing": {"", "2025-03-14", "2025-03-15"},
		"days go back":      {"2025-03-15", "2025-03-14"},
		"no full-dates":     {"2025-03", "2025-04"},
		"notes alone":       {"note", "note"},
	} {
		l := timeline.Lay(dated(days...), &timeline.View{})
		if l.Calendar != nil || l.Bands[0].Date != "" {
			t.Errorf("%s: a calendar", name)
		}
	}
}

func TestMonths(t *testing.T) {
	for _, tc := range []struct{ name, from, to, want string }{
		{"days of a month", "2025-03-14", "2025-03-15", "2025-3"},
		{"over the end of a year", "2024-11-30", "2025-02-01", "2024-11 2024-12 2025-1 2025-2"},
		{"two years", "2023-05-01", "2025-04-30", "2023-5 2023-7 2023-9 2023-11 2024-1 2024-3 2024-5 2024-7 2024-9 2024-11 2025-1 2025-3"},
		{"thirty years", "1990-06-01", "2020-06-01", "1992-1 1995-1 1998-1 2001-1 2004-1 2007-1 2010-1 2013-1 2016-1 2019-1"},
	} {
		c := timeline.Lay(dated(tc.from, tc.to), &timeline.View{}).Calendar
		var got []string
		last := -1
		for _, m := range c.Months {
			got = append(got, fmt.Sprint(m.Year, "-", m.Month))
			if m.Place <= last {
				t.Errorf("%s: %v is not after the one before", tc.name, m)
			}
			last = m.Place
		}
		if strings.Join(got, " ") != tc.want {
			t.Errorf("%s: %v, want %s", tc.name, got, tc.want)
		}
	}
}

// The calendar must count days as package time does, even over leap years and
// centuries.
func TestDaysAreToScale(t *testing.T) {
	start := time.Date(1896, time.January, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(2104, time.December, 31, 0, 0, 0, 0, time.UTC)
	days := int(end.Sub(start).Hours()/24) + 1
	c := timeline.Lay(dated(start.Format(time.DateOnly), end.Format(time.DateOnly)), &timeline.View{}).Calendar
	for i := range days {
		date := start.AddDate(0, 0, i).Format(time.DateOnly)
		if got, want := c.Place(date), (2*i+1)*timeline.Width/(2*days); got != want {
			t.Fatalf("%s at %d, want %d", date, got, want)
		}
	}
}
