package timeline

// Length is the length of the whole axis of the timeline, in units. A reader may zoom in,
// so that only a few turns among ten thousand are visible. A unit is so small that the
// timeline is exact even then.
const Length = 10_000_000

// Width is the width of the drawing of the timeline, in steps. A step is a hundredth of a
// percent of the width. The drawing shows the window, which is the visible stretch of the
// axis, and has the same width for every window.
const Width = 10_000

// Window is the visible stretch of the timeline's axis: From ≤ x < To, in units. In a
// [View], which is the reader's choice, the zero Window means the whole axis.
type Window struct{ From, To int }

// MostSegments is the greatest number of turns that are drawn one by one in a window (the
// visible stretch of the timeline), if the timeline has more than DenseAbove turns. A
// window with more turns is crowded.
const MostSegments = 120

// leastTurns is how many turns of average width are visible at the closest zoom.
const leastTurns = 4

// Whole returns the window (visible stretch of the timeline) that shows the whole axis.
func Whole() Window { return Window{0, Length} }

// IsWhole reports whether the window w shows the whole axis.
func (w Window) IsWhole() bool { return w.To-w.From == Length }

// Place converts x units of the axis to the position in the drawing, in
// ten-thousandths of its width. If x is in the window, which is the visible stretch
// of the axis, the result is from 0 to Width.
func (w Window) Place(x int) int {
	return floor(int64(x-w.From)*Width, int64(w.To-w.From))
}

// floor returns a divided by b, rounded down even if a is negative.
func floor(a, b int64) int {
	if a < 0 {
		a -= b - 1
	}
	return int(a / b)
}

// At is the reverse of Place: it converts a position in the drawing, in steps, to units
// of the axis.
func (w Window) At(place int) int {
	return w.From + int(int64(place)*int64(w.To-w.From)/Width)
}

// Span returns where a stretch of the axis is in the drawing of the window, which shows
// only a part of the axis. The results are the position and the width of the stretch, in
// ten-thousandths of the drawing's width. The arguments are in units. If only a part of
// the stretch is in the window, the results are for that part. ok is false if no part is
// in the window.
func (w Window) Span(x, width int) (place, wide int, ok bool) {
	if !w.shows(x, width) {
		return 0, 0, false
	}
	place = max(0, w.Place(x))
	return place, min(Width, w.Place(x+width)) - place, true
}

// shows reports whether the stretch of the axis from x to x+width, or a part of it, is in
// the window w, which is the visible stretch of the axis.
func (w Window) shows(x, width int) bool {
	return x < w.To && (x+width > w.From || x == w.From)
}

// fit returns a window (a visible stretch of the axis) with the given start and length.
// If the window would extend beyond an end of the axis, fit moves it to that end.
func fit(from, length int) Window {
	from = max(0, min(from, Length-length))
	return Window{from, from + length}
}

// least returns the length of the narrowest window in units of the axis. The window is
// the visible stretch of the axis, and it is narrowest at the closest zoom.
func (l *Layout) least() int {
	return min(Length, leastTurns*(Length/max(1, len(l.Segments))))
}

// Zoom returns the window (the visible stretch of the timeline) after the reader zooms.
// Its length is the length of w times scale/1000, but at least that of the narrowest
// window and at most that of the axis. One point of the axis remains under the reader's
// fingers. The argument from is the position of this point in the drawing of w, and the
// argument to is its position in the drawing of the result. Both are in ten-thousandths
// of the timeline's width. If the result would extend beyond an end of the axis, it is
// moved to that end instead.
func (l *Layout) Zoom(w Window, from, to, scale int) Window {
	length := int64(w.To-w.From) * int64(scale) / 1000
	length = max(int64(l.least()), min(length, Length))
	return fit(w.At(from)-int(length*int64(to)/Width), int(length))
}

// Between returns the window (the visible stretch of the axis) between two points, which
// are in units of the axis and in any order. If the window would be shorter than the
// narrowest one, Between makes it longer.
func (l *Layout) Between(a, b int) Window {
	a, b = min(a, b), max(a, b)
	if short := l.least() - (b - a); short > 0 {
		return fit(a-short/2, b-a+short)
	}
	return Window{max(0, a), min(b, Length)}
}

// Holding returns the window w (a visible stretch of the timeline) if turn n starts in w.
// Otherwise it returns a window of the same length, in which the turn starts at a quarter
// of the length.
func (l *Layout) Holding(w Window, n int) Window {
	if x := l.Segments[n-1].X; x < w.From || x >= w.To {
		length := w.To - w.From
		return fit(x-length/4, length)
	}
	return w
}

// Shows reports whether turn n starts in the visible window. It returns false if there
// is no turn n.
func (l *Layout) Shows(n int) bool {
	return n > 0 && n <= len(l.Segments) && l.Holding(l.Window, n) == l.Window
}

// Moved returns the window w (a visible stretch of the axis) after it is moved by the
// given number of units. At an end of the axis, the move is shorter.
func (w Window) Moved(by int) Window { return fit(w.From+by, w.To-w.From) }

// Panned returns the window (the visible stretch of the timeline) after the reader moves
// it by a third of its length: towards the end of the timeline if by is 1, towards the
// start if by is -1. It repeats the move until a turn is in the window, so that panning
// skips pauses.
func (l *Layout) Panned(by int) Window {
	w, step := l.Window, by*(l.Window.To-l.Window.From)/3
	for {
		before := w
		if w = w.Moved(step); w == before || l.stop(w) > 0 {
			return w
		}
	}
}

// Look sets the visible window of the timeline. It also computes all values that depend
// on the window, such as the labels of the axis.
func (l *Layout) Look(w Window) {
	if l.Window = w; w.To <= w.From {
		l.Window = Whole()
	}
	l.Threads, l.Ticks = l.Threads[:0], l.Ticks[:0]
	l.First, l.Last = l.begun(l.Window.From), l.begun(l.Window.To-1)
	if l.First > 0 && l.Segments[l.First-1].ends() <= l.Window.From {
		l.skipFirst()
	}
	l.Crowded = l.Dense && l.Last-l.First >= MostSegments
	l.layThreads()
	l.layTicks()
}

// ends returns the end of the turn's bar, in units of the axis.
func (s *Segment) ends() int { return s.X + s.W }

// skipFirst corrects First and Last, which [Layout.Look] has set to the turns at the two
// ends of the window, the visible stretch of the timeline. It is called if the turn First
// ended before the window, so that the window begins with a pause. If another turn begins
// in the window, that turn becomes the first one. Otherwise an earlier, long turn may
// still be spoken in the window. Then that turn becomes both the first and the last one.
func (l *Layout) skipFirst() {
	if l.First < l.Last {
		l.First++
		return
	}
	l.First = l.TurnAt(l.Window.From)
	l.Last = l.First
}

// Stop returns the number of the turn whose bar a reader reaches with the Tab key. It is
// the reader's current turn if its bar is in the window (the visible stretch of the
// timeline), and otherwise the nearest turn in the window. It is 0 if no turn in the
// window has a speaker.
func (l *Layout) Stop() int { return l.stop(l.Window) }

func (l *Layout) stop(w Window) int {
	stop, least := 0, 0
	for n := 1; n <= len(l.Segments); n++ {
		if off := max(n-l.At, l.At-n); l.Spoken(n, w) && (stop == 0 || off <= least) {
			stop, least = n, off
		}
	}
	return stop
}

// Spoken reports whether turn n has a bar in the window w (a visible stretch of the
// timeline): the turn has a speaker, and a part of it is in the window.
func (l *Layout) Spoken(n int, w Window) bool {
	s := &l.Segments[n-1]
	return s.Lane != noLane && w.shows(s.X, s.W)
}
