//go:build js && wasm

// Package widget is the interactive timeline in a page. Controllers listen to what a
// reader does, hand it to the state (package reader), and patch the document where the
// new layout differs from the one before.
//
// Every controller holds the page that all share. They build on each other in this
// order, so that none needs one after it: liveRegion, list, line; view, which shows all
// of them; reading, playback; urlState; filter, gesture. The copy menu is on its own.
package widget

import "quoteline/wasm/dom"

// widget is one mounted element.
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

// connect gives the controllers each other.
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

// program returns what JavaScript drives of the widget.
func (w *widget) program() *dom.Program {
	return &dom.Program{
		Unmount:   w.unmount,
		GoTo:      w.goTo,
		Filter:    w.url.filter,
		Attribute: w.url.attribute,
		HTML:      func() string { return string(w.page.markup()) },
	}
}

// unmount releases the listeners and disables the controls; the text stays.
func (w *widget) unmount() {
	w.page.elements.enable(false)
	w.list.clearHighlights()
	w.page.scope.Release()
}

// goTo shows the turn with that id.
func (w *widget) goTo(id string) bool {
	n := w.page.state.Transcript.TurnIndex(id) + 1
	if n > 0 {
		w.reading.scrollToTurn(n, true)
	}
	return n > 0
}
