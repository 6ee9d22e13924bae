//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// elements are the nodes in the widget's markup that the program in the browser
// changes.
type elements struct {
	body, input, count, steps dom.Element
	chips, preview, status    dom.Element
	box                       dom.Element // contains the menu for copying, while it is open at a turn
	labels, plot, hits        dom.Element
	line, strip, where, mini  dom.Element
	axis, overview            dom.Element
	days                      dom.Element // the dots for the days of an interview; few transcripts have them
	active                    dom.Element
	tools, topic              dom.Element
	switches, shares          []dom.Element // indexed by lane, which is a row of the timeline
	bands                     dom.List
}

// findElements finds the nodes that the program changes, below root. The list of turns
// may have a hundred thousand elements. The browser searches from the beginning of the
// markup and ends at the first match. Most of the nodes come before the list, so the
// browser does not search the list for them. It does so only for the few nodes after
// the list.
func findElements(root dom.Element) elements {
	tools, chips, line := root.Query(".tools"), root.Query(".chips"), root.Query(".line[part]")
	// The markup can have two elements of class "line": first the scale of days, then
	// the timeline. Only the timeline has a part attribute, so the selector above finds
	// the timeline.
	return elements{
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
		strip:    root.Query(".strip"),
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

// complete reports whether the page has all the nodes that the program changes. Nodes
// that only some transcripts need may be missing.
func (e *elements) complete() bool {
	for _, element := range [...]dom.Element{
		e.tools, e.input, e.count, e.steps, e.chips, e.line, e.strip, e.where, e.mini, e.labels,
		e.plot, e.hits, e.axis, e.overview, e.preview, e.active, e.box, e.status,
	} {
		if !element.Exists() {
			return false
		}
	}
	return true
}

// enable enables the search and filter controls if on is true, and disables them
// otherwise.
func (e *elements) enable(on bool) {
	e.body.SetFlag("data-live", on)
	e.tools.SetFlag("disabled", !on)
	e.chips.SetFlag("disabled", !on)
}
