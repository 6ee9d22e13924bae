//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// elements are the nodes of the markup that change.
type elements struct {
	body, input, count, steps dom.Element
	chips, preview, status    dom.Element
	box                       dom.Element // of the menu
	labels, plot, hits        dom.Element
	line, where, mini         dom.Element
	axis, overview            dom.Element
	days                      dom.Element // of a calendar, which few transcripts have
	active                    dom.Element
	tools, topic              dom.Element
	switches, shares          []dom.Element // by lane
	bands                     dom.List
}

// findElements looks in the whole markup only for what comes before the list, which may be
// a hundred thousand elements, and for the few things after it.
func findElements(root dom.Element) elements {
	tools, chips, line := root.Query(".tools"), root.Query(".chips"), root.Query(".line[part]")
	// A calendar is in a .line of its own before the line, which has a part.
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
func (e *elements) complete() bool {
	for _, element := range [...]dom.Element{
		e.tools, e.input, e.count, e.steps, e.chips, e.line, e.where, e.mini, e.labels,
		e.plot, e.hits, e.axis, e.overview, e.preview, e.active, e.box, e.status,
	} {
		if !element.Exists() {
			return false
		}
	}
	return true
}

// enable turns the controls on or off.
func (e *elements) enable(on bool) {
	e.body.SetFlag("data-live", on)
	e.tools.SetFlag("disabled", !on)
	e.chips.SetFlag("disabled", !on)
}
