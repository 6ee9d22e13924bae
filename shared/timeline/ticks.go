package timeline

// Align says which point of a label is at its tick.
type Align uint8

// The values of [Align]. Near an end of the axis, a label is beside its tick, so that
// the end does not cut the label off.
const (
	Middle Align = iota
	Start
	End
)

// If a tick is before atStart, its label begins at the tick. If the tick is after
// atEnd, its label ends at the tick. Both limits are in ten-thousandths of the
// timeline's width.
const atStart, atEnd = 250, Width - 400

// These are widths for the labels of the axis, in ten-thousandths of the timeline's width.
// wideLetter is the width of a digit if the timeline is 680 px wide: 6.8 px.
// narrowLetter is its width on a phone, whose timeline is 240 px wide. wideTurn and
// narrowTurn are the widths of the first label, "Turn 1", whose word depends on the
// language.
const (
	wideLetter, wideTurn     = 100, 600
	narrowLetter, narrowTurn = 240, 1600
)

// room is the part of the axis that its labels do not fill yet. Both fields are in
// ten-thousandths of the timeline's width.
type room struct {
	letter int // the width of a digit
	from   int // the start of the free part
}

// take uses up the room for a label of the axis. The argument place is the position of
// its tick, and letters is the number of its digits. take returns false, and uses up
// nothing, if a part of this room is not free. After each label, room of one more digit
// remains empty.
func (r *room) take(place, letters int) bool {
	width := letters * r.letter
	switch alignAt(place) {
	case Middle:
		place -= width / 2
	case End:
		place -= width
	}
	if place < r.from {
		return false
	}
	r.from = place + width + r.letter
	return true
}

func alignAt(place int) Align {
	switch {
	case place < atStart:
		return Start
	case place > atEnd:
		return End
	}
	return Middle
}

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
	l.Ticks = append(l.Ticks, Tick{X: max(l.Window.From, l.Segments[l.First-1].X), N: l.First, Align: Start, Narrow: true})
	more := digits(l.First) - 1 // digits of the first label beyond those of "Turn 1"
	wide, narrow := room{wideLetter, wideTurn + more*wideLetter}, room{narrowLetter, narrowTurn + more*narrowLetter}
	step := tickStep(l.Last - l.First + 1)
	for n := (l.First/step + 1) * step; n <= l.Last; n += step {
		x := l.Segments[n-1].X
		place, letters := l.Window.Place(x), digits(n)
		if wide.take(place, letters) {
			l.Ticks = append(l.Ticks, Tick{X: x, N: n, Align: alignAt(place), Narrow: narrow.take(place, letters)})
		}
	}
}

// digits returns how many digits the number n has. A number of four digits or more also
// has a comma, as in "1,000", which counts as a digit.
func digits(n int) int {
	length := 1
	for ; n >= 10; n /= 10 {
		length++
	}
	return length + (length-1)/3
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
