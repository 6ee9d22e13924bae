package timeline

import "quoteline/shared/transcript"

// minSegment is about the least width of a turn's bar on the timeline, in
// ten-thousandths of the timeline's width (see [Width]). On a timeline of 670 px this
// is 3 px. With many turns the least width is smaller, so that bars of the least width
// never fill more than a third of the timeline.
const minSegment = 45

// layWidths cuts the axis of the timeline into one segment for each turn, in order. The
// segments, which are the bars of the turns, fill the axis without gaps: each begins
// where the previous one ends.
func (l *Layout) layWidths() {
	if len(l.Segments) == 0 {
		return
	}
	weights, total := l.weights()
	sum := int64(0)
	for i := range l.Segments {
		x := int(sum * Length / total)
		sum += weights[i]
		l.Segments[i].X = x
		l.Segments[i].W = int(sum*Length/total) - x
	}
}

// weights returns a weight for each turn, and the sum of the weights. Each turn gets a
// part of the axis: its weight divided by the sum. The weight is proportional to the
// turn's number of words. A turn with few words gets a greater weight, so that its bar
// is not too narrow. The sums need 64 bits, because int has only 32 bits under TinyGo.
func (l *Layout) weights() (weights []int64, total int64) {
	least := int64(min(minSegment, Width/3/len(l.Segments)))
	words := int64(0)
	for _, s := range l.Segments {
		words += int64(s.Words)
	}
	weights = make([]int64, len(l.Segments))
	for i, s := range l.Segments {
		weights[i] = max(int64(s.Words)*Width, words*least, 1)
		total += weights[i]
	}
	return weights, total
}

// TurnAt returns the number of the turn that is spoken at x units of the axis. If
// several turns overlap there, it returns the one that began last. If x is in a pause,
// it returns the last turn that began before x. If there are no turns, it returns 0.
func (l *Layout) TurnAt(x int) int {
	begun := l.begun(x)
	for n := begun; n > 0; n-- {
		if l.Segments[n-1].ends() > x {
			return n
		}
	}
	return begun
}

// begun returns the number of the last turn that begins at or before x, in units of the
// axis. If no turn does, it returns 1, the first turn. If there are no turns, it
// returns 0.
func (l *Layout) begun(x int) int {
	first, last := 0, len(l.Segments)
	for first < last {
		middle := (first + last) / 2
		if l.Segments[middle].X <= x {
			first = middle + 1
		} else {
			last = middle
		}
	}
	return max(first, min(1, len(l.Segments)))
}

// layThreads makes the threads, which are thin lines between the rows of the speakers.
// The window is the visible stretch of the timeline. There is a thread from each turn in
// the window to the next turn, if the next turn is in another row. If the window has too
// many turns to draw each of them, there are no threads.
func (l *Layout) layThreads() {
	if l.Crowded {
		return
	}
	last := noLane
	for i := max(0, l.First-2); i < l.Last; i++ {
		s := &l.Segments[i]
		if l.Calendar != nil && i > 0 && s.X > l.Segments[i-1].ends() {
			last = noLane // another day
		}
		if s.Lane == noLane {
			continue
		}
		if last != noLane && last != s.Lane && s.X >= l.Window.From {
			l.Threads = append(l.Threads, Thread{X: s.X, Top: min(last, s.Lane), End: max(last, s.Lane)})
		}
		last = s.Lane
	}
}

// layBands groups consecutive turns into bands. If the axis is a calendar, a band is a
// run of turns on one day. Otherwise it is a run of turns on one topic. If a turn has
// several topics, only its first one counts. A band extends to the start of the next
// band. A transcript without days and topics has only one band.
func (l *Layout) layBands(t *transcript.Transcript) {
	index := make(map[string]int, len(t.Topics))
	for i := range t.Topics {
		index[t.Topics[i].ID] = i
	}
	for i := range t.Turns {
		band := Band{X: l.Segments[i].X, Topic: -1, First: i + 1}
		turn, k := &t.Turns[i], len(l.Bands)-1
		if l.Calendar != nil {
			// A note (such as a stage direction) without a date belongs to the day
			// of the previous turn.
			if band.Date = turn.Date; band.Date == "" && k >= 0 {
				band.Date = l.Bands[k].Date
			}
		} else if len(turn.Topics) > 0 {
			if topic, ok := index[turn.Topics[0]]; ok {
				band.Topic = topic
			}
		}
		if k < 0 || l.Bands[k].Topic != band.Topic || l.Bands[k].Date != band.Date {
			l.Bands = append(l.Bands, band)
			k++
		}
		l.Bands[k].Last = i + 1
	}
	end := Length
	for k := len(l.Bands) - 1; k >= 0; k-- {
		l.Bands[k].W = end - l.Bands[k].X
		end = l.Bands[k].X
	}
}
