//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/render"
	"quoteline/shared/timeline"
)

// view shows everything that depends on the reader's filters, search and position: the
// list, the timeline and the controls.
type view struct {
	*page
	list   *list
	line   *line
	region *liveRegion
}

// show computes the layout (where and how each turn is drawn) for the reader's present
// filters, search and position. It then renders what has changed.
func (v *view) show() {
	before := v.state.Lay()
	if v.state.StepsDiffer(before) {
		v.line.nameSteps()
		v.line.stick() // here, because it asks where elements are, and nothing has changed yet
	}
	v.list.show()
	v.showBands(before)
	v.showLanes(before)
	v.line.show(before.Window)
	v.showTools(before)
}

func (v *view) showBands(before *timeline.Layout) {
	layout := v.state.Layout
	for b := range layout.Bands {
		if before.Bands[b].Empty != layout.Bands[b].Empty {
			v.elements.bands.At(b).SetAttr("class", render.BandClass(layout, b))
		}
	}
}

func (v *view) showLanes(before *timeline.Layout) {
	layout := v.state.Layout
	for i := range layout.Lanes {
		if off := layout.Lanes[i].Off; off != before.Lanes[i].Off {
			v.elements.switches[i].SetAttr("aria-pressed", strconv.FormatBool(!off))
		}
		if v.state.ShareDiffers(before, i) {
			v.buf = render.AppendShare(v.buf[:0], layout, v.options, i)
			v.replace(v.elements.shares[i])
		}
	}
}

func (v *view) showTools(before *timeline.Layout) {
	layout := v.state.Layout
	v.buf = render.AppendCount(v.buf[:0], layout, v.options)
	v.replace(v.elements.count)
	if v.state.StepsDiffer(before) {
		v.buf = render.AppendSteps(v.buf[:0], layout, v.options)
		v.replace(v.elements.steps)
	}
	v.buf = render.AppendActive(v.buf[:0], v.state.Transcript, layout, v.options)
	v.replace(v.elements.active)
	v.region.pause.Start(pauseAfter)
}
