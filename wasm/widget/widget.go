//go:build js && wasm

// Package widget is the interactive timeline in a page. It consists of controllers, one
// for each part of the timeline. They listen to the reader, and pass what the reader
// does to the state (package reader). The state computes a new layout, which says where
// and how each turn is drawn. The controllers then change the document where the new
// layout differs from the old one.
//
// All controllers of an element share one value of the type page. It has the state and
// the nodes. A controller uses only controllers that come before it in this order:
// liveRegion, list, line, view, reading, playback, urlState, filter, gesture. When the
// layout changes (where and how each turn is drawn), the view updates the three
// controllers before it. The copy menu uses only the liveRegion.
package widget

import "quoteline/wasm/dom"

// widget is the timeline in one <quote-timeline> element.
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

// connect sets the references of the controllers (the parts of the widget) to the page
// and to each other.
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

// program returns the functions of the widget that JavaScript can call.
func (w *widget) program() *dom.Program {
	return &dom.Program{
		Unmount:   w.unmount,
		GoTo:      w.goTo,
		Filter:    w.url.filter,
		Attribute: w.url.attribute,
		HTML:      func() string { return string(w.page.markup()) },
	}
}

// unmount removes the listeners and disables the controls. The turns remain in the
// page.
func (w *widget) unmount() {
	w.page.elements.enable(false)
	w.list.clearHighlights()
	w.page.scope.Release()
}

// goTo shows the turn with this id and scrolls to it. It returns false if there is no
// such turn.
func (w *widget) goTo(id string) bool {
	n := w.page.state.Transcript.TurnIndex(id) + 1
	if n > 0 {
		w.reading.scrollToTurn(n, true)
	}
	return n > 0
}
