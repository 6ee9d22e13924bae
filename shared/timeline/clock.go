package timeline

import "quoteline/shared/transcript"

// Clock is the axis for a transcript whose turns have times. A turn's position on the
// axis is the time at which it is spoken in the recording.
type Clock struct{ start, length int64 } // milliseconds of the recording

// unit converts a time of the recording, in milliseconds, to a position on the axis, in
// units.
func (c *Clock) unit(ms int64) int { return int((ms - c.start) * Length / c.length) }

// at converts x units of the axis to a time of the recording, in milliseconds.
func (c *Clock) at(x int) int64 { return c.start + int64(x)*c.length/Length }

// said is a turn with the times at which it is spoken, in milliseconds of the
// recording.
type said struct {
	turn       int // position of the turn
	start, end int64
}

// layClock places the turns on the axis by their times. It returns false in three cases:
//
//   - A turn with a speaker has no time.
//   - A turn starts before the previous turn.
//   - All turns start at the same time.
func (l *Layout) layClock(t *transcript.Transcript) bool {
	turns := l.spoken(t)
	if turns == nil {
		return false
	}
	l.Clock = &Clock{start: turns[0].start}
	for _, s := range turns {
		l.Clock.length = max(l.Clock.length, s.end-l.Clock.start)
	}
	reach := l.Clock.start
	for _, s := range turns {
		x := l.Clock.unit(s.start)
		l.Segments[s.turn].X, l.Segments[s.turn].W = x, l.Clock.unit(s.end)-x
		if pause := s.start - reach; pause >= leastPause {
			from := l.Clock.unit(reach)
			l.Pauses = append(l.Pauses, Pause{X: from, W: x - from, Millis: pause})
		}
		reach = max(reach, s.end)
	}
	// A turn without a time, such as a stage direction, has no width. It is placed at
	// the start of the next turn.
	x := Length
	for i := len(l.Segments) - 1; i >= 0; i-- {
		if s := &l.Segments[i]; s.W == 0 {
			s.X = x
		}
		x = l.Segments[i].X
	}
	return true
}

// leastPause is the length of the shortest pause that the timeline shows, in
// milliseconds.
const leastPause = 5000

// spoken returns the times of all turns that have a time. It returns nil if the turns
// cannot be placed by their times. A turn whose end is unknown lasts until the next one
// starts. If the last turn's end is unknown, the turn lasts as long as the turns do on
// average.
func (l *Layout) spoken(t *transcript.Transcript) []said {
	var turns []said
	for i := range t.Turns {
		start, timed := t.Turns[i].Start.Millis()
		end, _ := t.Turns[i].End.Millis()
		k := len(turns) - 1
		switch {
		case !timed && l.Segments[i].Lane == noLane: // a note needs no time
			continue
		case !timed || k >= 0 && start < turns[k].start:
			return nil
		case k >= 0 && turns[k].end <= turns[k].start:
			turns[k].end = start
		}
		turns = append(turns, said{i, start, end})
	}
	last := len(turns) - 1
	if last < 1 || turns[last].start == turns[0].start {
		return nil
	}
	if s := &turns[last]; s.end <= s.start {
		s.end = s.start + (s.start-turns[0].start)/int64(last)
	}
	return turns
}

// clockLabels is about how many labels an axis with times has.
const clockLabels = 8

// layClockTicks makes labels for the round times in the window (the visible stretch of
// the timeline), such as "0:30", "1:00", "1:30".
func (l *Layout) layClockTicks() {
	from, to := l.Clock.at(l.Window.From), l.Clock.at(l.Window.To)
	step := clockStep((to - from) / clockLabels)
	first := from / step * step
	if first < from {
		first += step
	}
	for ms := first; from <= ms && ms < to; ms += step { // ms is negative after an overflow
		x := l.Clock.unit(ms)
		l.Ticks = append(l.Ticks, Tick{X: x, Millis: ms, Align: alignAt(l.Window.Place(x))})
	}
	for every := int64(1); !l.narrowClock(step * every); every++ {
	}
}

// narrowClock chooses the labels that a phone shows on a clock, which is an axis with
// times. It chooses the times that are multiples of step, in milliseconds. It returns
// false if there is not enough room for these labels.
func (l *Layout) narrowClock(step int64) bool {
	narrow := room{letter: narrowLetter}
	for i := range l.Ticks {
		tick := &l.Ticks[i]
		tick.Narrow = tick.Millis%step == 0
		if tick.Narrow && !narrow.take(l.Window.Place(tick.X), clockLetters(tick.Millis)) {
			return false
		}
	}
	return true
}

// clockLetters returns how many letters a time has, as in "0:30" or "1:00:00". The time is
// in milliseconds.
func clockLetters(ms int64) int {
	seconds := max(ms, -ms) / 1000
	letters := len("0:00")
	if seconds >= 3600 {
		letters = len(":00:00") + digits(int(seconds/3600))
	} else if seconds >= 600 {
		letters = len("00:00")
	}
	if ms < 0 {
		letters++
	}
	return letters
}

// clockStep returns the smallest round length of time that is not shorter than the
// argument least. Both lengths are in milliseconds.
func clockStep(least int64) int64 {
	for _, seconds := range [...]int32{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200} {
		if step := int64(seconds) * 1000; step >= least {
			return step
		}
	}
	const day = 86_400_000
	return (least + day - 1) / day * day
}
