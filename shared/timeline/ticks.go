package timeline

// Least distances between the labels of ticks, in steps of the drawing, on a wide
// screen and on a phone. After the first label ("Turn 1"), which is the widest, they
// are larger.
const (
	wideGap, wideFirstGap     = 350, 600
	narrowGap, narrowFirstGap = 1000, 1500
)

// layTicks labels the axis in the window. A clock has labels at round times. Any other
// axis has a label at the first turn and at multiples of a round number, where there is
// room.
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
// previous label. Labels of four digits need twice the room.
func narrowGapOf(n int) int {
	if n >= 1000 {
		return 2 * narrowGap
	}
	return narrowGap
}

// tickStep returns the smallest round step that gives at most ten labels for n turns.
func tickStep(n int) int {
	for step := 1; ; step *= 10 {
		for _, s := range [...]int{step, 2 * step, 5 * step} {
			if n/s <= 10 {
				return s
			}
		}
	}
}
