package ingest

import (
	"strconv"

	"quoteline/shared/transcript"
)

// timing decides whether the times of the source are kept, and adds remarks about
// times that contradict each other. Times are never changed and never invented.
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
	back, lacking := d.checkTimes(spoken, number)
	// If all times are present and in order, no decision is needed. Otherwise the
	// times are kept by default if at least half of the turns have one; see
	// testdata/meet.txtar.
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

// stripTimes deletes all times from t.
func stripTimes(t *transcript.Transcript) {
	t.Timing = transcript.TimingNone
	for i := range t.Turns {
		t.Turns[i].Start, t.Turns[i].End = transcript.Offset{}, transcript.Offset{}
	}
}

// checkTimes adds a remark for each time that goes back, overlaps with the time
// before, or is missing. It returns the number of times that go back and the number
// of missing times. A cue that continues a turn needs no time.
func (d *draft) checkTimes(spoken, number []int) (back, lacking int) {
	// latest and ended are the start and the end of the cue before, in milliseconds.
	// Two cues with the same start and end, as in a caption with two speakers, do not
	// overlap.
	var latest, ended int64
	begun, known := false, false
	var before clock
	for k, i := range spoken {
		c := &d.cues[i]
		start, ok := c.clock.start.Millis()
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
		ended, known = c.clock.end.Millis()
	}
	return back, lacking
}

// formatTime returns milliseconds as m:ss.mmm.
func formatTime(ms int64) string {
	sign := ""
	if ms < 0 {
		sign, ms = "-", -ms
	}
	return sign + strconv.FormatInt(ms/60_000, 10) + ":" + padZeros(ms/1000%60, 2) + "." + padZeros(ms%1000, 3)
}

// padZeros returns n with leading zeros, at least width digits long.
func padZeros(n int64, width int) string {
	s := strconv.FormatInt(n, 10)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// clockOf returns the clock of a cue from start to end. If the end is before the
// start, it leaves the end out and adds a remark at r.
func (d *draft) clockOf(start, end transcript.Offset, r transcript.Range) clock {
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
	return clock{start, end}
}

// extend replaces the end of c by a later one. It does nothing if the new end is
// before the start or the present end of c, because then the times of the source go
// back.
func (c *clock) extend(end transcript.Offset) {
	start, begun := c.start.Millis()
	before, _ := c.end.Millis()
	if to, ok := end.Millis(); ok && begun && to >= start && (c.end.IsZero() || to > before) {
		c.end = end
	}
}
