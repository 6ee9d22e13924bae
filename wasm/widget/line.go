//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// line draws the line (the timeline graphic) and everything that shows the same data: the
// overview, the names of topics, the marks of search hits, and the strip. The overview is
// a small drawing of the whole line. The strip is a small timeline that appears at the
// top of the browser window when the line has left the viewport.
type line struct {
	*page
	region *liveRegion
	band   int  // position of the topic or day whose name is emphasised; -1 at first
	stuck  bool // the timeline has left the viewport, so the small timeline (strip) at the top is visible
}

// show renders the parts of the timeline that have changed after a filter, a search or
// another choice. The argument before is the window (the visible stretch of the timeline)
// that the page still shows.
func (l *line) show(before timeline.Window) {
	if l.state.Layout.Window != before {
		l.showWindow()
	} else {
		if l.state.Band() != l.band {
			l.showLabels()
		}
		l.showMarks()
	}
	if !l.state.Layout.Window.IsWhole() {
		l.showOverview()
	}
	l.showStrip()
}

// showWindow renders the visible stretch of the timeline (its window). It also marks
// this stretch in the overview, the small drawing of the whole timeline.
func (l *line) showWindow() {
	window, whole := l.state.Layout.Window, timeline.Whole()
	l.place(l.elements.overview, whole.Place(window.From), whole.Place(window.To))
	l.showLabels()
	l.buf = render.AppendTicks(l.buf[:0], l.state.Layout, l.options)
	l.replace(l.elements.axis)
	if l.elements.days.Exists() {
		l.buf = render.AppendDays(l.buf[:0], l.state.Layout, l.options)
		l.replace(l.elements.days)
	}
	l.showMarks()
}

// showLabels renders the names of the topics above the timeline. The topic of the
// current turn is emphasised.
func (l *line) showLabels() {
	l.band = l.state.Band()
	l.buf = render.AppendBandLabels(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
	l.replace(l.elements.labels)
}

// showMarks renders the turns' bars (segments) on the timeline, and the marks of the
// search hits. If a segment had the focus, the focus does not leave the timeline.
func (l *line) showMarks() {
	focused := l.focusedSegment()
	l.showPlot()
	l.buf = render.AppendHits(l.buf[:0], l.state.Layout)
	l.replace(l.elements.hits)
	if focused > 0 {
		l.refocus(focused)
	}
}

func (l *line) showPlot() {
	l.state.CompleteSegments()
	l.buf = render.AppendPlot(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
	l.replace(l.elements.plot)
}

// refocus moves the focus to the segment (the bar on the timeline) of turn n. If that
// segment is not drawn, the focus moves to the segment that the Tab key reaches. If no
// segment is drawn, the focus moves to the button that zooms out.
func (l *line) refocus(n int) {
	to := l.segment(n)
	if !to.Exists() {
		to = l.elements.plot.Query(tabStop)
	}
	if !to.Exists() {
		l.elements.line.Query(`[data-act="out"]`).Focus()
		return
	}
	l.stopAt(to)
	to.Focus()
}

// segment returns the segment (the bar on the timeline) of turn n. It returns the zero
// Element if that segment is not drawn.
func (l *line) segment(n int) dom.Element {
	return l.elements.plot.Query(`.seg[data-n="` + strconv.Itoa(n) + `"]`)
}

// focusedSegment returns the number of the turn whose segment (bar on the timeline) has
// the focus. It returns 0 if no segment has the focus.
func (l *line) focusedSegment() int {
	if active := l.elements.plot.Active(); active.Exists() {
		if seg := active.Closest(".seg"); seg.Exists() {
			return number(seg)
		}
	}
	return 0
}

// focusSegment moves the focus to the segment (the bar on the timeline) of turn n. From
// then on, this is the segment that the Tab key reaches. If the visible stretch of the
// timeline has too many turns to draw a bar for each, only the current turn has a bar. So
// turn n then becomes the current turn.
func (l *line) focusSegment(n int) {
	l.scrollWindowTo(l.state.Holding(n))
	if l.state.Layout.Crowded && n != l.state.Layout.At {
		l.moveTo(n)
	}
	if to := l.moveTabStop(n); to.Exists() {
		to.Focus()
	}
}

// moveTabStop makes the segment (the bar on the timeline) of turn n the one that the
// Tab key reaches, and returns it. Turn n must be in the visible stretch of the
// timeline.
func (l *line) moveTabStop(n int) dom.Element {
	to := l.segment(n)
	if !to.Exists() && l.state.Layout.Crowded {
		l.showStop()
		to = l.segment(n)
	}
	if to.Exists() {
		l.stopAt(to)
	}
	return to
}

// tabStop is a selector for the one segment (bar on the timeline) that the Tab key
// reaches.
const tabStop = `.seg[tabindex="0"]`

// stopAt makes the given segment (bar on the timeline) the one that the Tab key
// reaches, instead of the present one.
func (l *line) stopAt(segment dom.Element) {
	if stop := l.elements.plot.Query(tabStop); stop.Exists() {
		stop.SetAttr("tabindex", "-1")
	}
	segment.SetAttr("tabindex", "0")
}

// showStop replaces the only bar (segment) of a timeline that has too many turns to draw
// a bar for each. The only bar is the bar of the current turn. So it must be drawn anew
// after another turn has become the current one.
func (l *line) showStop() {
	if was := l.elements.plot.Query(".seg"); was.Exists() {
		l.state.CompleteSegments()
		l.buf = render.AppendStop(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
		if err := l.host.SetOuterHTML(was, l.buf); err != nil {
			panic(err) // does not happen, see the comment of page.replace
		}
	}
}
