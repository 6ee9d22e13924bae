package draft

import (
	"strconv"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// ClockOf returns a start and an end as a pair. If the end is before the start, it
// leaves the end out and adds an entry to the report about the range r. If the start
// is unknown, it leaves the end out as well.
func (d *Draft) ClockOf(start, end transcript.Offset, r transcript.Range) source.Clock {
	from, ok := start.Millis()
	to, has := end.Millis()
	if ok && has && to < from {
		d.Remark(r, Remark{
			Kind: RemarkEnd, Level: LevelCheck,
			Done:         "the end " + FormatTime(to) + " is left out, because it is before the start " + FormatTime(from),
			Alternatives: []string{"correct the times"},
		})
		end = transcript.Offset{}
	}
	if !ok {
		end = transcript.Offset{}
	}
	return source.Clock{Start: start, End: end}
}

// FormatTime returns a time in milliseconds as text, in the form m:ss.mmm.
func FormatTime(ms int64) string {
	sign := ""
	if ms < 0 {
		sign, ms = "-", -ms
	}
	return sign + strconv.FormatInt(ms/60_000, 10) + ":" + padZeros(ms/1000%60, 2) + "." + padZeros(ms%1000, 3)
}

// padZeros returns n with leading zeros, so that it has at least width digits.
func padZeros(n int64, width int) string {
	s := strconv.FormatInt(n, 10)
	for len(s) < width {
		s = "0" + s
	}
	return s
}
