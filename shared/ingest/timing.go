package ingest

import (
	"strconv"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// timing decides whether the transcript keeps the times of the source, and reports
// times that contradict each other. It may delete all times, but it never changes a
// time or invents one.
func timing(t *transcript.Transcript, d *draft, spoken, number []int, l *ledger) {
	timed := 0
	for i := range t.Turns {
		if !t.Turns[i].Start.IsZero() {
			timed++
		}
	}
	if timed == 0 {
		stripTimes(t)
		return
	}
	back, lacking := checkTimes(d, spoken, number)
	// If every turn has a time and the times are in order, there is nothing to
	// decide. Otherwise the default is to keep the times if at least half of the
	// turns have one. See testdata/meet.txtar.
	keep := true
	if back+lacking > 0 {
		keep = l.decide(Decision{
			ID: "times", Kind: DecideTimes, Applied: 2*timed >= len(t.Turns), Labels: []LabelCount{},
			Reason: "times are kept if at least half of the turns have one; turns with a time: " +
				strconv.Itoa(timed) + " of " + strconv.Itoa(len(t.Turns)) + "; times that go back: " + strconv.Itoa(back),
		})
	}
	if !keep {
		stripTimes(t)
		return
	}
	t.Timing = transcript.TimingTurn
}

// stripTimes deletes all times from the transcript t.
func stripTimes(t *transcript.Transcript) {
	t.Timing = transcript.TimingNone
	for i := range t.Turns {
		t.Turns[i].Start, t.Turns[i].End = transcript.Offset{}, transcript.Offset{}
	}
}

// checkTimes checks the times of the cues (the words after one speaker's name or
// time). It adds an entry to the report for each cue that has no time, that starts
// before the start of the previous cue, or that starts before the end of the previous
// cue. A cue that continues a turn needs no time. The result back is the number of
// cues that start before the start of the previous cue. The result lacking is the
// number of cues without a time.
func checkTimes(d *draft, spoken, number []int) (back, lacking int) {
	// These are the start and the end of the last cue with a time, in milliseconds.
	// A cue is the words after one speaker's name or time. Two cues with the same
	// start and end do not overlap, because they can be two speakers in one caption.
	var latest, ended int64
	begun, known := false, false
	var before source.Clock
	for k, i := range spoken {
		c := &d.cues[i]
		start, ok := c.clock.Start.Millis()
		at := c.parts[0].Range
		switch {
		case !ok && k > 0 && number[i] == number[spoken[k-1]]:
			continue
		case !ok:
			lacking++
			d.remark(at, Remark{Kind: RemarkUntimed, Level: LevelCheck, Done: "left without a time", Alternatives: []string{"add its time"}})
			continue
		case begun && start < latest:
			back++
			d.remark(at, Remark{
				Kind: RemarkBackwards, Level: LevelCheck,
				Done:         "kept, although its time " + formatTime(start) + " is before the previous one, " + formatTime(latest),
				Alternatives: []string{"remove the repeated words", "correct the time", "leave all times out"},
			})
		case known && start < ended && c.clock != before:
			d.remark(at, Remark{
				Kind: RemarkOverlap, Level: LevelInfo,
				Done:         "kept, although it begins at " + formatTime(start) + ", before the previous one ends at " + formatTime(ended),
				Alternatives: []string{"correct the time"},
			})
		}
		latest, begun, before = start, true, c.clock
		ended, known = c.clock.End.Millis()
	}
	return back, lacking
}

// formatTime returns a time in milliseconds as text, in the form m:ss.mmm.
func formatTime(ms int64) string {
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

// clockOf returns a start and an end as a pair. If the end is before the start, it
// leaves the end out and adds an entry to the report about the range r. If the start
// is unknown, it leaves the end out as well.
func (d *draft) clockOf(start, end transcript.Offset, r transcript.Range) source.Clock {
	from, ok := start.Millis()
	to, has := end.Millis()
	if ok && has && to < from {
		d.remark(r, Remark{
			Kind: RemarkEnd, Level: LevelCheck,
			Done:         "the end " + formatTime(to) + " is left out, because it is before the start " + formatTime(from),
			Alternatives: []string{"correct the times"},
		})
		end = transcript.Offset{}
	}
	if !ok {
		end = transcript.Offset{}
	}
	return source.Clock{Start: start, End: end}
}
