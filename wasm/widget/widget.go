//go:build js && wasm

// Package widget is the interactive timeline: what a reader does changes the
// view, the view gives a layout, the layout is compared with the one shown, and
// what differs is rendered again.
package widget

import (
	"strconv"

	"quoteline/shared/address"
	"quoteline/shared/render"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/shared/words"
	"quoteline/wasm/dom"
)

// Widget is one mounted element.
type Widget struct {
	host       dom.Host
	scope      *dom.Scope
	transcript *transcript.Transcript
	finder     *search.Finder // made when the reader first searches
	options    render.Options

	list    list
	inView  []bool        // by turn: is it where one reads
	stuck   bool          // the line has left the viewport, the strip is there
	reading dom.Watcher   // of the items near the viewport
	names   address.Names // of the element's values in the page's address
	given   given         // what the element's attributes say
	arrived arrival       // what the page's address said last
	typing  bool          // the search is not yet in the address
	line    *timeline.Line
	view    timeline.View
	layout  *timeline.Layout
	spare   *timeline.Layout // the one before, whose memory the next one takes
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

// Mount takes over the server's markup in m.Root, or writes it where there is
// none or it shows another version. It fails where the transcript cannot be
// read.
func Mount(host dom.Host, m dom.Mounting) (*Widget, error) {
	t, err := transcript.Parse(m.JSON)
	if err != nil {
		return nil, err
	}
	language, err := languageOf(m.Options.Words)
	if err != nil {
		return nil, err
	}
	w := &Widget{
		host:       host,
		scope:      host.NewScope(),
		transcript: t,
		options:    render.Options{Base: m.Options.Base, Words: language, Highlights: host.Highlights()},
		spare:      &timeline.Layout{},
	}
	if m.Options.For != "" {
		w.options.Player = render.PagePlayer
	}
	w.give(m.Options)
	w.view.Linked, w.view.At = w.given.turn, w.given.turn
	w.line = timeline.New(t)
	w.layout = w.line.Lay(&w.view)
	if err := w.takeOver(m.Root); err != nil {
		return nil, err
	}
	if w.parts = findParts(m.Root); !w.parts.complete() {
		// The page's script is of another make than the endpoint that wrote the markup.
		if err := w.host.SetOuterHTML(w.parts.body, w.markup()); err != nil {
			return nil, err
		}
		w.parts = findParts(m.Root)
	}
	w.list = findList(m.Root, w.layout)
	w.inView = make([]bool, len(w.layout.Rows))
	w.drawing = w.scope.NewIdle(w.drawNext)
	w.speaking = w.scope.NewTimer(w.pause)
	w.looking = w.scope.NewTimer(w.sayWindow)
	w.copied = w.scope.NewTimer(w.takeCopiedBack)
	w.listen()
	w.parts.enable(true)
	w.watch()
	w.arrive()
	w.attach(m.Root, m.Options.For)
	w.showRows()
	return w, nil
}

// languageOf reads the words of the interface; without any it speaks English.
func languageOf(text string) (*words.Table, error) {
	if text == "" {
		return words.English(), nil
	}
	return words.Parse(text)
}

// takeOver leaves the markup of this version as it is, replaces that of
// another, and writes it where there is none.
func (w *Widget) takeOver(root dom.Element) error {
	body := root.Query(".ql")
	switch {
	case !body.Exists():
		return w.host.SetHTML(root, w.markup())
	case body.Attr("data-version") != strconv.Itoa(w.transcript.Version):
		return w.host.SetOuterHTML(body, w.markup())
	}
	return nil
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
			w.host.Highlight(w.list.chunks[c].element, nil)
		}
	}
	w.scope.Release()
}
