package timeline

// These are the least distances between two neighbouring labels of the axis, in
// ten-thousandths of the timeline's width. wideGap is for a wide screen, and narrowGap
// for a phone. The distance after the first label is greater, because "Turn 1" is the
// widest label: wideFirstGap and narrowFirstGap.
const (
	wideGap, wideFirstGap     = 350, 600
	narrowGap, narrowFirstGap = 1000, 1500
)

// layTicks makes labels for the part of the axis that is in the window, the visible
// stretch of the timeline. If the turns have times, the labels are round times. Otherwise
// they are the number of the first turn in the window, and multiples of a round number. A
// label without enough room is left out.
func (l *Layout) layTicks() {
	switch {
	case l.First == 0:
		return
	case l.Clock != nil:
		l.layClockTicks()
		return
	}
	l.Ticks = append(l.Ticks, Tick{X: max(l.Window.From, l.Segments[l.First-1].X), N: l.First, Narrow: true})
	wide, narrow := wideFirstGap-wideGap, narrowFirstGap-narrowGap // of the previous label
	step := tickStep(l.Last - l.First + 1)
	for n := (l.First/step + 1) * step; n <= l.Last; n += step {
		place := l.Window.Place(l.Segments[n-1].X)
		if place < wide+wideGap {
			continue
		}
		tick := Tick{X: l.Segments[n-1].X, N: n, Narrow: place >= narrow+narrowGapOf(n)}
		l.Ticks = append(l.Ticks, tick)
		wide = place
		if tick.Narrow {
			narrow = place
		}
	}
}

// narrowGapOf returns the least distance on a phone between the label of turn n and the
// previous label, in ten-thousandths of the timeline's width. Labels of four digits need
// twice the room.
func narrowGapOf(n int) int {
	if n >= 1000 {
		return 2 * narrowGap
	}
	return narrowGap
}

// tickStep returns the distance between two labels of the axis, in turns. It is the
// smallest round number with which n turns need at most ten labels. A round number is
// 1, 2 or 5 times a power of ten.
func tickStep(n int) int {
	for step := 1; ; step *= 10 {
		for _, s := range [...]int{step, 2 * step, 5 * step} {
			if n/s <= 10 {
				return s
			}
		}
	}
}
