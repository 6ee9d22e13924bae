package compose

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// timing decides whether the transcript keeps the times of the source, and reports
// times that contradict each other. It may delete all times, but it never changes a
// time or invents one.
func timing(t *transcript.Transcript, d *draft.Draft, spoken, number []int, l *draft.Ledger) {
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
		keep = l.Decide(draft.Decision{
			ID: "times", Kind: draft.DecideTimes, Applied: 2*timed >= len(t.Turns), Labels: []draft.LabelCount{},
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
func checkTimes(d *draft.Draft, spoken, number []int) (back, lacking int) {
	// These are the start and the end of the last cue with a time, in milliseconds.
	// A cue is the words after one speaker's name or time. Two cues with the same
	// start and end do not overlap, because they can be two speakers in one caption.
	var latest, ended int64
	begun, known := false, false
	var before source.Clock
	for k, i := range spoken {
		c := &d.Cues[i]
		start, ok := c.Clock.Start.Millis()
		at := c.Parts[0].Range
		switch {
		case !ok && k > 0 && number[i] == number[spoken[k-1]]:
			continue
		case !ok:
			lacking++
			d.Remark(at, draft.Remark{Kind: draft.RemarkUntimed, Level: draft.LevelCheck, Done: "left without a time", Alternatives: []string{"add its time"}})
			continue
		case begun && start < latest:
			if back++; d.Omit(draft.RemarkBackwards) {
				break
			}
			d.Remark(at, draft.Remark{
				Kind: draft.RemarkBackwards, Level: draft.LevelCheck,
				Done:         "kept, although its time " + draft.FormatTime(start) + " is before the previous one, " + draft.FormatTime(latest),
				Alternatives: []string{"remove the repeated words", "correct the time", "leave all times out"},
			})
		case known && start < ended && c.Clock != before && !d.Omit(draft.RemarkOverlap):
			d.Remark(at, draft.Remark{
				Kind: draft.RemarkOverlap, Level: draft.LevelInfo,
				Done:         "kept, although it begins at " + draft.FormatTime(start) + ", before the previous one ends at " + draft.FormatTime(ended),
				Alternatives: []string{"correct the time"},
			})
		}
		latest, begun, before = start, true, c.Clock
		ended, known = c.Clock.End.Millis()
	}
	return back, lacking
}
