//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/search"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// Mount takes over the server's markup in m.Root, or writes it where there is none or
// it shows another version. What it returns does one step of that, so short that the
// page stays responsive, and gives the widget at the last one. It fails where the
// transcript cannot be read.
func Mount(host dom.Host, m dom.Mounting) func() (dom.Program, error) {
	parser := transcript.NewParser(m.JSON)
	m.JSON = nil // memory for what comes after the parser
	var line *timeline.Line
	return func() (dom.Program, error) {
		if line != nil {
			return newWidget(host, m, line)
		}
		if parser.Next() {
			return nil, nil
		}
		t, err := parser.Result()
		if err != nil {
			return nil, err
		}
		line = timeline.New(t)
		parser = nil
		return nil, nil
	}
}

// newWidget is the last step of Mount.
func newWidget(host dom.Host, m dom.Mounting, line *timeline.Line) (dom.Program, error) {
	language, err := languageOf(m.Options.Words)
	if err != nil {
		return nil, err
	}
	w := &Widget{
		host:       host,
		scope:      host.NewScope(),
		transcript: line.Transcript(),
		finder:     search.NewFinder(line.Transcript()),
		line:       line,
		options:    render.Options{Base: m.Options.Base, Words: language, Highlights: host.Highlights()},
		band:       -1,
	}
	if m.Options.For != "" {
		w.options.Player = render.PagePlayer
	}
	w.give(m.Options)
	w.view.Linked, w.view.At = w.given.turn, w.given.turn
	w.layout = w.line.Lay(&w.view)
	if err := w.takeOver(m.Root); err != nil {
		return nil, err
	}
	w.list = findList(m.Root, w.layout)
	w.drawing = w.scope.NewIdle(w.drawNext)
	w.speaking = w.scope.NewTimer(w.pause)
	w.holding = w.scope.NewTimer(w.settle)
	w.looking = w.scope.NewTimer(w.sayWindow)
	w.copied = w.scope.NewTimer(w.takeCopiedBack)
	w.listen()
	w.parts.enable(true)
	w.watch()
	w.arrive()
	w.landed = 0 // from now on links are gone to
	w.attach(m.Root, m.Options.For)
	w.showRows()
	w.drawing.Start() // also where nothing is left to draw: the search gets ready
	return w, nil
}

// languageOf reads the words of the interface; without any it speaks English.
func languageOf(text string) (*messages.Table, error) {
	if text == "" {
		return messages.English(), nil
	}
	return messages.Parse(text)
}

// partial selects what the markup has where a part of the transcript was asked for.
const partial = ".active:not(:empty), .steps:not(:empty)"

// takeOver finds the parts of the markup. It leaves that of this version as it is,
// replaces that of another or of a part, and writes it where there is none.
func (w *Widget) takeOver(root dom.Element) error {
	body := root.Query(".ql")
	switch {
	case !body.Exists():
		if err := w.host.SetHTML(root, w.markup()); err != nil {
			return err
		}
	case body.Attr("data-version") != strconv.Itoa(w.transcript.Version), body.Query(partial).Exists():
		if err := w.host.SetOuterHTML(body, w.markup()); err != nil {
			return err
		}
	default:
		w.landed = landedAt(body)
	}
	w.parts = findParts(root)
	if w.parts.complete() && root.QueryList(chunks).Len() == len(w.layout.Chunks) {
		return nil
	}
	// The page's script is of another make than the endpoint that wrote the markup.
	if err := w.host.SetOuterHTML(w.parts.body, w.markup()); err != nil {
		return err
	}
	w.landed = 0
	w.parts = findParts(root)
	return nil
}
