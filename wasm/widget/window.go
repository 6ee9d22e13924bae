//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
)

// setWindow makes window the visible stretch of the line, and announces it after a pause.
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

// scrollWindowTo changes the visible stretch of the line without an announcement, since
// the reader has not asked for the change.
func (l *line) scrollWindowTo(window timeline.Window) {
	if window != l.state.Layout.Window {
		l.setWindow(window)
		l.region.window.Stop()
	}
}

// moveTo makes turn n the current turn, and moves the marks of the line to it.
func (l *line) moveTo(n int) {
	l.scrollWindowTo(l.state.MoveTo(n))
	l.moveMiniMark(l.elements.overview)
	l.showPosition()
}

// showPosition moves the mark of the current turn on the line. If there is no mark to
// move, it draws the line again.
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

// zoomButton zooms in or out around the current turn, or shows the whole line. The focus
// stays on the button. If the button is then hidden, because the whole line is visible,
// the focus moves to the button that zooms in.
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
