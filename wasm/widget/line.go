//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// line draws the line (the timeline graphic) and what belongs to it: the overview, the
// names of topics, the marks of hits, and the strip. The strip is the condensed line that
// stays at the top when the line has left the viewport.
type line struct {
	*page
	region *liveRegion
	band   int  // position of the band whose label is emphasised, -1 at first
	stuck  bool // the line has left the viewport, and the strip is visible
}

// show renders the parts of the line that the new view changes. Before is the window, the
// visible stretch of the line, that they show now.
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

// showWindow renders the visible stretch of the line (its window), and marks in the
// overview where it is.
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

// showLabels renders the names of the topics. The name of the current turn's topic is
// emphasised.
func (l *line) showLabels() {
	l.band = l.state.Band()
	l.buf = render.AppendBandLabels(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
	l.replace(l.elements.labels)
}

// showMarks renders the segments of the turns, and the marks of the hits. If a segment
// had the focus, the focus stays on the line.
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

// refocus moves the focus to the segment of turn n. If that segment is not drawn, it
// moves the focus to the line's tab stop. If no segment is drawn, there is no tab stop,
// and the focus moves to the button that zooms out.
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

// segment returns the node of turn n on the line, the zero Element if it is not drawn.
func (l *line) segment(n int) dom.Element {
	return l.elements.plot.Query(`.seg[data-n="` + strconv.Itoa(n) + `"]`)
}

// focusedSegment returns the number of the turn whose segment has the focus, 0 for none.
func (l *line) focusedSegment() int {
	if active := l.elements.plot.Active(); active.Exists() {
		if seg := active.Closest(".seg"); seg.Exists() {
			return number(seg)
		}
	}
	return 0
}

// focusSegment moves the focus and the line's tab stop to the segment of turn n. A dense line
// has only the segment of the current turn, so turn n becomes the current turn there.
func (l *line) focusSegment(n int) {
	l.scrollWindowTo(l.state.Holding(n))
	if l.state.Layout.Crowded && n != l.state.Layout.At {
		l.moveTo(n)
	}
	if to := l.moveTabStop(n); to.Exists() {
		to.Focus()
	}
}

// moveTabStop makes the segment of turn n the line's tab stop, and returns it. The turn
// must be in the window, the visible stretch of the line.
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

// tabStop is the selector of the segment that the Tab key reaches.
const tabStop = `.seg[tabindex="0"]`

// stopAt makes a segment the line's tab stop, instead of the present one.
func (l *line) stopAt(segment dom.Element) {
	if stop := l.elements.plot.Query(tabStop); stop.Exists() {
		stop.SetAttr("tabindex", "-1")
	}
	segment.SetAttr("tabindex", "0")
}

// showStop renders the only segment of a dense line once more.
func (l *line) showStop() {
	if was := l.elements.plot.Query(".seg"); was.Exists() {
		l.state.CompleteSegments()
		l.buf = render.AppendStop(l.buf[:0], l.state.Transcript, l.state.Layout, l.options)
		if err := l.host.SetOuterHTML(was, l.buf); err != nil {
			panic(err) // does not happen, see replace
		}
	}
}
