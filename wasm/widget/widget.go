//go:build js && wasm

// Package widget is the interactive timeline: what a reader does changes the
// view, the view gives a layout, the layout is compared with the one shown, and
// what differs is rendered again.
package widget

import (
	"quoteline/shared/address"
	"quoteline/shared/render"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// Widget is one mounted element.
type Widget struct {
	host       dom.Host
	scope      *dom.Scope
	transcript *transcript.Transcript
	finder     *search.Finder
	options    render.Options

	list    list
	inView  []int         // positions of the turns that are where one reads, in order
	band    int           // whose label stands out
	landed  int           // number of the turn to which the loader has brought the reader; 0 for none
	holding *dom.Timer    // runs while the page scrolls to the turn that one goes to
	stuck   bool          // the line has left the viewport, the strip is there
	reading dom.Watcher   // of the items near the viewport
	names   address.Names // of the element's values in the page's address
	given   given         // what the element's attributes say
	arrived arrival       // what the page's address said last
	typing  bool          // the search is not yet in the address
	line    *timeline.Line
	view    timeline.View
	layout  *timeline.Layout
	spare   *timeline.Layout // the one before, whose memory the next one takes; nil until there is one
	parts   parts
	buf     []byte // one buffer for all markup: a new one a keystroke would grow the heap

	playback playback

	dragging bool            // a gesture goes on along the line
	dragged  timeline.Window // in which it began
	looking  *dom.Timer      // delays what is said of the window

	drawing  dom.Idle   // draws the chunks of the list that are not near
	speaking *dom.Timer // delays what is done once the reader pauses
	copied   *dom.Timer // takes "Copied" back
	copyMark dom.Element
	menu     menu
}

// markup renders the present view as the endpoint would. It is valid until the next
// rendering.
func (w *Widget) markup() []byte {
	for i := range w.layout.Rows {
		w.complete(i)
	}
	o := w.options
	o.Highlights, o.Turns = false, render.FirstTurns
	w.buf = render.AppendWidget(w.buf[:0], w.transcript, w.layout, o)
	return w.buf
}

// HTML returns the markup of the present view.
func (w *Widget) HTML() string { return string(w.markup()) }

// Unmount releases the listeners and disables the controls; the text stays.
func (w *Widget) Unmount() {
	w.parts.enable(false)
	for c := range w.list.chunks {
		if w.list.chunks[c].marked {
			w.host.Highlight(w.list.elements.At(c), nil)
		}
	}
	w.scope.Release()
}
