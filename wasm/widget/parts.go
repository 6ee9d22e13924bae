//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/wasm/dom"
)

// parts are the nodes of the markup that change.
type parts struct {
	body, input, count, steps dom.Element
	chips, preview, status    dom.Element
	box                       dom.Element // of the menu
	labels, plot, hits        dom.Element
	line, where, mini         dom.Element
	axis, overview            dom.Element
	days                      dom.Element // of a calendar, which few have
	active                    dom.Element
	tools, topic              dom.Element
	switches, shares          []dom.Element // by lane
	bands                     dom.List
}

// findParts looks in the whole markup only for what comes before the list, which may be
// a hundred thousand elements, and for the few things after it.
func findParts(root dom.Element) parts {
	tools, chips, line := root.Query(".tools"), root.Query(".chips"), root.Query(".line[part]")
	return parts{
		body:     root.Query(".ql"),
		tools:    tools,
		input:    root.Query(".search input"),
		count:    root.Query(".count"),
		steps:    root.Query(".steps"),
		topic:    tools.Query(".choice select"),
		chips:    chips,
		switches: chips.QueryAll(".chip .switch"),
		shares:   chips.QueryAll(".chip .share"),
		line:     line,
		where:    root.Query(".where"),
		mini:     root.Query(".mini"),
		labels:   root.Query(".bands"),
		plot:     root.Query(".plot"),
		hits:     root.Query(".hits"),
		axis:     root.Query(".axis"),
		overview: root.Query(".overview"),
		days:     root.Query(".line").Query(".days"),
		preview:  root.Query(".preview"),
		active:   root.Query(".active"),
		bands:    root.Query(".list").Children(),
		box:      root.Query(".box"),
		status:   root.Query("[role=status]"),
	}
}

// complete reports whether everything is there that every transcript has.
func (p *parts) complete() bool {
	for _, part := range [...]dom.Element{
		p.tools, p.input, p.count, p.steps, p.chips, p.line, p.where, p.mini, p.labels,
		p.plot, p.hits, p.axis, p.overview, p.preview, p.active, p.box, p.status,
	} {
		if !part.Exists() {
			return false
		}
	}
	return true
}

// enable turns the controls on or off.
func (p *parts) enable(on bool) {
	p.body.SetFlag("data-live", on)
	p.tools.SetFlag("disabled", !on)
	p.chips.SetFlag("disabled", !on)
}

// show lays the view out and renders what differs from what is shown.
func (w *Widget) show() {
	before := w.layout
	if n := w.view.At; n > 0 && n != before.At {
		w.view.Window = before.Holding(before.Window, n)
	}
	if w.spare == nil {
		w.spare = &timeline.Layout{}
	}
	w.layout, w.spare = w.spare, before
	w.line.LayInto(w.layout, &w.view)
	w.showRows()
	w.showBands(before)
	w.showLanes(before)
	w.showLine(before.Window)
	w.showTools(before)
}

func (w *Widget) showBands(before *timeline.Layout) {
	for b := range w.layout.Bands {
		if before.Bands[b].Empty != w.layout.Bands[b].Empty {
			w.parts.bands.At(b).SetAttr("class", render.BandClass(w.layout, b))
		}
	}
}

func (w *Widget) showLanes(before *timeline.Layout) {
	for i := range w.layout.Lanes {
		was, is := &before.Lanes[i], &w.layout.Lanes[i]
		if was.Off != is.Off {
			w.parts.switches[i].SetAttr("aria-pressed", strconv.FormatBool(!is.Off))
		}
		if before.Searching != w.layout.Searching || was.HitIn != is.HitIn {
			w.buf = render.AppendShare(w.buf[:0], w.layout, w.options, i)
			w.replace(w.parts.shares[i])
		}
	}
}

// showLine renders what the view changes of the drawings, which showed that window
// before; their parts are small.
func (w *Widget) showLine(before timeline.Window) {
	if w.layout.Window != before {
		w.showWindow()
	} else {
		if w.bandAt() != w.band {
			w.showLabels()
		}
		w.showMarks()
	}
	if !w.layout.Window.IsWhole() {
		w.showOverview()
	}
	w.showStrip()
}

// showWindow renders what is in the line's window, and tells the overview where it is.
func (w *Widget) showWindow() {
	window, whole := w.layout.Window, timeline.Whole()
	w.place(w.parts.overview, whole.Place(window.From), whole.Place(window.To))
	w.showLabels()
	w.buf = render.AppendTicks(w.buf[:0], w.layout, w.options)
	w.replace(w.parts.axis)
	if w.parts.days.Exists() {
		w.buf = render.AppendDays(w.buf[:0], w.layout, w.options)
		w.replace(w.parts.days)
	}
	w.showMarks()
}

// showMarks renders the segments and the marks of the hits. The focus stays on the line.
func (w *Widget) showMarks() {
	focused := w.focusedSegment()
	w.showPlot()
	w.buf = render.AppendHits(w.buf[:0], w.layout)
	w.replace(w.parts.hits)
	if focused > 0 {
		w.refocus(focused)
	}
}

// refocus gives the focus to the segment of turn n, or where there is none any more to
// the one that Tab reaches; in a window in which nobody speaks, to the button that leads
// out of it.
func (w *Widget) refocus(n int) {
	to := w.segment(n)
	if !to.Exists() {
		to = w.parts.plot.Query(tabStop)
	}
	if !to.Exists() {
		w.parts.line.Query(`[data-act="out"]`).Focus()
		return
	}
	w.stopAt(to)
	to.Focus()
}

func (w *Widget) showPlot() {
	w.completeSegments()
	w.buf = render.AppendPlot(w.buf[:0], w.transcript, w.layout, w.options)
	w.replace(w.parts.plot)
}

func (w *Widget) showTools(before *timeline.Layout) {
	w.buf = render.AppendCount(w.buf[:0], w.layout, w.options)
	w.replace(w.parts.count)
	if before.Searching != w.layout.Searching || (before.HitTurns == 0) != (w.layout.HitTurns == 0) {
		w.buf = render.AppendSteps(w.buf[:0], w.layout, w.options)
		w.replace(w.parts.steps)
	}
	w.buf = render.AppendActive(w.buf[:0], w.transcript, w.layout, w.options)
	w.replace(w.parts.active)
	w.speaking.Start(pauseAfter)
}

// replace puts the buffer into e. The page's policy was asked when the widget
// was mounted, so a refusal here is not expected; the loader takes over.
func (w *Widget) replace(e dom.Element) {
	if err := w.host.SetHTML(e, w.buf); err != nil {
		panic(err)
	}
}
