//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
)

// setWindow shows the given window, a stretch of the timeline. After a pause it
// announces the turns in the window to screen readers.
func (l *line) setWindow(window timeline.Window) {
	change := l.state.Look(window)
	if change == reader.SameWindow {
		return
	}
	if change == reader.OpenWindow {
		l.elements.line.SetFlag("data-zoomed", !window.IsWhole())
		l.showOverview()
	}
	l.showWindow()
	l.region.window.Start(pauseAfter)
}

// scrollWindowTo shows another stretch of the timeline. Screen readers do not announce
// the change, because the reader has not asked for it.
func (l *line) scrollWindowTo(window timeline.Window) {
	if window != l.state.Layout.Window {
		l.setWindow(window)
		l.region.window.Stop()
	}
}

// moveTo makes turn n the current turn, and moves the marks on all drawings of the
// timeline to it.
func (l *line) moveTo(n int) {
	l.scrollWindowTo(l.state.MoveTo(n))
	l.moveMiniMark(l.elements.overview)
	l.showPosition()
}

// showPosition moves the mark on the timeline to the current turn. If the turn is
// outside the visible stretch of the timeline, the mark does not move. If the timeline
// has no mark, showPosition draws the timeline again.
func (l *line) showPosition() {
	layout := l.state.Layout
	at := layout.At
	switch mark := l.elements.plot.Query(".at"); {
	case !layout.Shows(at):
	case mark.Exists():
		l.buf = render.AppendPercent(l.buf[:0], layout.Window.Place(layout.Segments[at-1].X))
		mark.SetAttr("x", string(l.buf))
		l.moveTabStop(at)
	default:
		l.showPlot()
	}
	if l.state.Band() != l.band {
		l.showLabels()
	}
	l.showPlace()
}

// zoomButton zooms in or out around the current turn, or shows the whole timeline. The
// focus stays on the pressed button. But if the whole timeline is visible afterwards,
// that button is hidden, and the focus moves to the button that zooms in.
func (l *line) zoomButton(act string) {
	switch act {
	case "in":
		l.setWindow(l.state.Zoomed(l.state.Layout.At, reader.StepIn))
	case "out":
		l.setWindow(l.state.Zoomed(l.state.Layout.At, reader.StepOut))
	default:
		l.setWindow(timeline.Whole())
	}
	if l.state.Layout.Window.IsWhole() {
		l.elements.line.Query(`[data-act="in"]`).Focus()
	}
}

func (l *line) showOverview() {
	l.buf = render.AppendOverview(l.buf[:0], l.state.Transcript, l.state.Layout)
	l.replace(l.elements.overview)
}
