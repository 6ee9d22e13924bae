package timeline

import "quoteline/shared/transcript"

// Calendar is the axis for turns of several days. It consists of whole months: from the
// month of the first day that has turns to the month of the last such day.
type Calendar struct {
	start, length int // first day as dayNumber counts it, and number of days
	Months        []Month
}

// Month is the label of a month on a calendar, which is the axis for turns of several
// days.
type Month struct {
	Place       int // of its first day, in steps of the drawing
	Year, Month int
	Named       bool // there is room for its name
	Narrow      bool // there is room on a phone as well
}

// Place returns the position of the middle of a day on the calendar, in steps. The
// calendar is [Width] steps wide. date is an RFC 3339 full-date, as in "2023-11-29".
func (c *Calendar) Place(date string) int {
	year, month, day := civil(date)
	return ((dayNumber(year, month, day)-c.start)*2 + 1) * Width / (2 * c.length)
}

// layCalendar places the turns of a transcript of several days. It makes a gap wherever
// a new day begins, and labels the months. It returns false and places nothing if all
// turns have the same day, if a turn with a speaker has no day, or if the turns are not
// in the order of their days.
func (l *Layout) layCalendar(t *transcript.Transcript) bool {
	first, last, days := "", "", 0
	for i := range t.Turns {
		switch date := t.Turns[i].Date; {
		case date == "" && l.Segments[i].Lane == noLane:
		case len(date) != len("2006-01-02") || date < last:
			return false
		case date > last:
			if days++; days == 1 {
				first = date
			}
			last = date
		}
	}
	if days < 2 {
		return false
	}
	l.layWidths()
	l.layDaysApart(t, first, days)
	l.Calendar = newCalendar(first, last)
	return true
}

// layDaysApart makes a gap between the turns of different days. The argument days is the
// number of different days. The argument last is the first day of the transcript. In the
// loop, the variable last becomes the day of the previous turn.
func (l *Layout) layDaysApart(t *transcript.Transcript, last string, days int) {
	gap := min(Length/50, Length/4/days)
	rest := int64(Length - gap*(days-1))
	shift := 0
	for i := range l.Segments {
		if date := t.Turns[i].Date; date != last && date != "" {
			shift += gap
			last = date
		}
		s := &l.Segments[i]
		end := int(int64(s.ends())*rest/Length) + shift
		s.X = int(int64(s.X)*rest/Length) + shift
		s.W = end - s.X
	}
}

// monthLabels is the greatest number of labels on a calendar. There is a label for every
// month, or for every few months. A label without enough room does not show the month's
// name. monthRoom and monthNarrow say how much room is enough, in ten-thousandths of the
// calendar's width. On a wide screen, there must be monthRoom between the label and the
// end of the calendar.
//
// On a phone, there must be monthNarrow between the label and the end of the calendar.
// There must also be monthNarrow between the label and the previous label that shows a
// name.
const monthLabels, monthRoom, monthNarrow = 12, 800, 2200

func newCalendar(first, last string) *Calendar {
	year, month, _ := civil(first)
	from := 12*year + month - 1
	year, month, _ = civil(last)
	to := 12*year + month
	c := &Calendar{start: monthStart(from)}
	c.length = monthStart(to) - c.start
	step := monthStep(to - from)
	narrow := 0
	for m := (from + step - 1) / step * step; m < to; m += step {
		label := Month{Place: (monthStart(m) - c.start) * Width / c.length, Year: m / 12, Month: m%12 + 1}
		if label.Narrow = label.Place >= narrow && label.Place <= Width-monthNarrow; label.Narrow {
			narrow = label.Place + monthNarrow
		}
		label.Named = label.Place <= Width-monthRoom
		c.Months = append(c.Months, label)
	}
	return c
}

// monthStep returns how many months are between two labels on a calendar with the given
// number of months: 1, 2, 3, 6, or a multiple of 12.
func monthStep(months int) int {
	for _, step := range [...]int{1, 2, 3, 6} {
		if months <= step*monthLabels {
			return step
		}
	}
	return 12 * ((months-1)/(12*monthLabels) + 1)
}

// civil returns the year, month and day of an RFC 3339 full-date, as in "2023-11-29".
func civil(date string) (year, month, day int) {
	return decimal(date[:4]), decimal(date[5:7]), decimal(date[8:])
}

func decimal(digits string) (n int) {
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// monthStart returns the day number of the first day of month m, see dayNumber. Month 0
// is January of the year 0.
func monthStart(m int) int { return dayNumber(m/12, m%12+1, 1) }

// dayNumber returns a number for a day of the Gregorian calendar. The next day has the
// next number. In this calculation years begin in March, so that the leap day is the
// last day of a year.
func dayNumber(year, month, day int) int {
	if month < 3 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*month-457)/5 + day
}
