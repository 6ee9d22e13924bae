//go:build js && wasm

// Package widget is the interactive timeline in a page. Its controllers listen to the
// reader, pass what the reader does to the state (package reader), and change the
// document where the new layout differs from the one before.
//
// All controllers of an element share one page. In the following order each controller
// uses only controllers before it: liveRegion, list, line; view, which shows these three;
// reading, playback; urlState; filter, gesture. The copy menu uses only the liveRegion.
package widget

import "quoteline/wasm/dom"

// widget is one mounted <quote-timeline> element.
type widget struct {
	page     page
	region   liveRegion
	list     list
	line     line
	view     view
	reading  reading
	playback playback
	url      urlState
	filter   filter
	gesture  gesture
	menu     copyMenu
}

// connect sets the controllers' references to the page and to each other.
func (w *widget) connect() {
	p := &w.page
	w.region.page = p
	w.list.page = p
	w.line = line{page: p, region: &w.region, band: -1}
	w.view = view{p, &w.list, &w.line, &w.region}
	w.reading.view = &w.view
	w.playback.view = &w.view
	w.url = urlState{&w.reading, &w.playback}
	w.filter.urlState = &w.url
	w.gesture.urlState = &w.url
	w.menu.page, w.menu.region = p, &w.region
}

// program returns the functions of the widget that JavaScript calls.
func (w *widget) program() *dom.Program {
	return &dom.Program{
		Unmount:   w.unmount,
		GoTo:      w.goTo,
		Filter:    w.url.filter,
		Attribute: w.url.attribute,
		HTML:      func() string { return string(w.page.markup()) },
	}
}

// unmount removes the listeners and disables the controls. The text stays in the page.
func (w *widget) unmount() {
	w.page.elements.enable(false)
	w.list.clearHighlights()
	w.page.scope.Release()
}

// goTo shows the turn with that id and scrolls to it. It reports whether there is such a turn.
func (w *widget) goTo(id string) bool {
	n := w.page.state.Transcript.TurnIndex(id) + 1
	if n > 0 {
		w.reading.scrollToTurn(n, true)
	}
	return n > 0
}
