//go:build js && wasm

package widget

import (
	"strconv"

	"quoteline/shared/messages"
	"quoteline/shared/reader"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// Mount takes over the server's markup in m.Root, or writes it if there is none or it
// shows another version. The function that it returns does one step of that, short enough
// for the page to stay responsive, and returns the widget at the last one. It fails if the
// transcript cannot be read.
func Mount(host dom.Host, m dom.Mounting) func() (*dom.Program, error) {
	parser := transcript.NewParser(m.JSON)
	m.JSON = nil // memory for what comes after the parser
	var line *timeline.Line
	return func() (*dom.Program, error) {
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
func newWidget(host dom.Host, m dom.Mounting, line *timeline.Line) (*dom.Program, error) {
	language, err := languageOf(m.Options.Words)
	if err != nil {
		return nil, err
	}
	_, fragment := dom.Address()
	w := &widget{page: page{
		host:    host,
		scope:   host.NewScope(),
		options: render.Options{Base: m.Options.Base, Words: language, Highlights: host.Highlights()},
		state: reader.New(line, reader.Start{
			Nth:      m.Options.Nth,
			Fragment: fragment,
			Turn:     m.Options.Turn,
			Speakers: m.Options.Speaker,
			Topic:    m.Options.Topic,
			Query:    m.Options.Q,
		}),
	}}
	if m.Options.For != "" {
		w.page.options.Player = render.PagePlayer
	}
	w.connect()
	// Nothing listens yet: if the markup cannot be written, nothing has to be released.
	if err := w.page.takeOver(m.Root); err != nil {
		return nil, err
	}
	w.list.find(m.Root)
	w.start(m)
	return w.program(), nil
}

// start brings a widget to life whose elements are there.
func (w *widget) start(m dom.Mounting) {
	p := &w.page
	w.list.drawing = p.scope.NewIdle(w.list.drawNext)
	w.region.pause = p.scope.NewTimer(func() {
		w.region.announce()
		w.url.writeTyping()
	})
	w.reading.holding = p.scope.NewTimer(w.reading.release)
	w.region.window = p.scope.NewTimer(w.region.announceWindow)
	w.region.copied = p.scope.NewTimer(w.region.clearCopied)
	w.listen()
	p.elements.enable(true)
	w.reading.watch()
	w.url.readURL()
	p.state.Land(0) // from now on links scroll
	w.playback.attach(m.Root, m.Options.For)
	w.list.show()
	w.list.drawing.Start() // even if nothing is left to draw: the search gets ready
}

// languageOf reads the words of the interface, which are English if there are none.
func languageOf(text string) (*messages.Table, error) {
	if text == "" {
		return messages.English(), nil
	}
	return messages.Parse(text)
}

// partial selects what the markup has if only a part of the transcript was asked for.
const partial = ".active:not(:empty), .steps:not(:empty)"

// takeOver finds the elements of the markup. It keeps the markup of this version,
// replaces that of another version or of a part, and writes it if there is none.
func (p *page) takeOver(root dom.Element) error {
	body := root.Query(".ql")
	switch {
	case !body.Exists():
		if err := p.host.SetHTML(root, p.markup()); err != nil {
			return err
		}
	case body.Attr("data-version") != strconv.Itoa(p.state.Transcript.Version), body.Query(partial).Exists():
		if err := p.host.SetOuterHTML(body, p.markup()); err != nil {
			return err
		}
	default:
		p.state.Land(landedAt(body))
	}
	p.elements = findElements(root)
	if p.elements.complete() && root.QueryList(chunks).Len() == len(p.state.Layout.Chunks) {
		return nil
	}
	// The endpoint that wrote the markup has another version than the page's script.
	if err := p.host.SetOuterHTML(p.elements.body, p.markup()); err != nil {
		return err
	}
	p.state.Land(0)
	p.elements = findElements(root)
	return nil
}

// landedAt returns the turn that is marked in the markup, 0 for none.
func landedAt(body dom.Element) int {
	turn := body.Query(".linked")
	if !turn.Exists() {
		return 0
	}
	return turn.Closest("li").AttrInt("value")
}
