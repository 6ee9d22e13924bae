package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
)

// appendCalendar appends a scale of days above the line (the timeline graphic). Each day
// with turns is a dot at its date. If l has no calendar, appendCalendar appends nothing.
func appendCalendar(dst []byte, l *timeline.Layout, o Options) []byte {
	if l.Calendar == nil {
		return dst
	}
	dst = append(dst, `<div class="line" aria-hidden="true"><p class="scale">`...)
	dst = o.say(dst, messages.ByDate)
	dst = append(dst, `</p><div class="plotbox"><svg class="days" height="72" font-size="12" fill="currentColor" stroke="currentColor" stroke-opacity=".5">`...)
	dst = AppendDays(dst, l, o)
	return append(dst, `</svg></div></div>`...)
}

// AppendDays appends the names of the months and a dot for each day. If turns of the
// day are in the visible stretch of the timeline, AppendDays also appends a leader: a
// thin line from the day's dot down to those turns.
func AppendDays(dst []byte, l *timeline.Layout, o Options) []byte {
	dst = append(dst, `<line x2="100%" y1="28" y2="28"/>`...)
	for i := range l.Calendar.Months {
		dst = appendMonth(dst, o, &l.Calendar.Months[i])
	}
	for i := range l.Bands {
		band := &l.Bands[i]
		if band.Date == "" {
			continue
		}
		day := l.Calendar.Place(band.Date)
		dst = append(dst, `<circle r="4" cy="28" cx="`...)
		dst = AppendPercent(dst, day)
		dst = append(dst, `"/>`...)
		last := &l.Segments[band.Last-1]
		if place, wide, ok := l.Window.Span(band.X, last.X+last.W-band.X); ok {
			dst = appendLeader(dst, day, place, wide)
		}
	}
	return dst
}

func appendMonth(dst []byte, o Options, month *timeline.Month) []byte {
	dst = append(dst, `<g`...)
	if !month.Narrow {
		dst = append(dst, ` class="roomy"`...)
	}
	dst = append(dst, `><rect y="23" width="1" height="5" stroke="none" x="`...)
	dst = AppendPercent(dst, month.Place)
	dst = append(dst, `"/>`...)
	if month.Named {
		dst = appendMonthName(dst, o, month)
	}
	return append(dst, `</g>`...)
}

func appendMonthName(dst []byte, o Options, month *timeline.Month) []byte {
	dst = append(dst, `<text y="14" stroke="none" x="`...)
	dst = AppendPercent(dst, month.Place)
	dst = append(dst, `">`...)
	if month.Month == 1 {
		dst = appendInt(dst, month.Year)
	} else {
		dst = append(dst, o.words().Month(month.Month)...)
	}
	return append(dst, `</text>`...)
}

// appendLeader appends a thin line from the dot of a day down to the timeline, and a
// horizontal line over the day's turns there. All three numbers are in ten-thousandths
// of the timeline's width: day is the place of the dot, and place and wide are the
// start and the width of the day's turns.
func appendLeader(dst []byte, day, place, wide int) []byte {
	dst = append(dst, `<line y1="32" y2="64" x1="`...)
	dst = AppendPercent(dst, day)
	dst = append(dst, `" x2="`...)
	dst = AppendPercent(dst, place+wide/2)
	dst = append(dst, `"/><rect y="64" height="2" stroke="none`...)
	dst = appendSpan(dst, place, wide)
	return append(dst, `"/>`...)
}

// bandName returns the heading of a band, which is a run of turns on one topic or day.
// The heading is the date or the topic, or "" if the band has neither.
func bandName(t *transcript.Transcript, o Options, band *timeline.Band) string {
	switch {
	case band.Date != "":
		return string(o.words().AppendDate(nil, band.Date))
	case band.Topic >= 0:
		return t.Topics[band.Topic].Label
	}
	return ""
}
