package ingest

import (
	"strconv"

	"quoteline/shared/transcript"
)

// timing decides what becomes of the times that the source gives, and remarks
// on those that contradict each other. Times are never changed or made up.
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
	keep := true
	if back+lacking > 0 {
		keep = l.decide(Decision{
			ID: "times", Kind: DecideTimes, Applied: 2*timed >= len(t.Turns), Labels: []LabelCount{},
			Reason: "times are kept as the source has them when at least half of the turns have one; turns with a time: " +
				strconv.Itoa(timed) + " of " + strconv.Itoa(len(t.Turns)) + "; times before an earlier one: " + strconv.Itoa(back),
		})
	}
	if !keep {
		stripTimes(t)
		return
	}
	t.Timing = transcript.TimingTurn
}

func stripTimes(t *transcript.Transcript) {
	t.Timing = transcript.TimingNone
	for i := range t.Turns {
		t.Turns[i].Start, t.Turns[i].End = transcript.Offset{}, transcript.Offset{}
	}
}

// checkTimes remarks on times that go back, overlap or are missing, and counts
// the first and the last of these. What goes on in a turn needs no time.
func (d *draft) checkTimes(spoken, number []int) (back, lacking int) {
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
				Done:         "kept, though its time is " + formatTime(start) + " after one of " + formatTime(latest),
				Alternatives: []string{"remove what is repeated", "correct the time", "leave all times out"},
			})
		case known && start < ended && c.clock != before:
			d.remark(at, Remark{
				Kind: RemarkOverlap, Level: LevelInfo,
				Done:         "kept, though it begins at " + formatTime(start) + " and the one before ends at " + formatTime(ended),
				Alternatives: []string{"correct the time"},
			})
		}
		latest, begun, before = start, true, c.clock
		ended, known = c.clock.end.Millis()
	}
	return back, lacking
}

// formatTime writes a time as m:ss.mmm.
func formatTime(ms int64) string {
	sign := ""
	if ms < 0 {
		sign, ms = "-", -ms
	}
	return sign + strconv.FormatInt(ms/60_000, 10) + ":" + padZeros(ms/1000%60, 2) + "." + padZeros(ms%1000, 3)
}

func padZeros(n int64, width int) string {
	s := strconv.FormatInt(n, 10)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// clockOf returns the clock of a cue from start to end. An end before the start
// is left out, and remarked on at r.
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

// extend moves the end on to that of what follows. An end before the start or
// before the end so far is of a clock that goes back, and moves nothing.
func (c *clock) extend(end transcript.Offset) {
	start, begun := c.start.Millis()
	before, _ := c.end.Millis()
	if to, ok := end.Millis(); ok && begun && to >= start && (c.end.IsZero() || to > before) {
		c.end = end
	}
}
