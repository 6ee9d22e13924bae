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

// Mount starts (mounts) a widget in m.Root, the shadow root of a <quote-timeline>
// element. It returns a function that does one short step of the work, so that the page
// stays responsive. That function returns nil, nil while there is more to do. At the
// end it returns the widget, or an error if the transcript cannot be read.
//
// If the server's markup in m.Root shows the same version of the transcript, the widget
// leaves the markup in the page. Otherwise it writes new markup.
func Mount(host dom.Host, m dom.Mounting) func() (*dom.Program, error) {
	parser := transcript.NewParser(m.JSON)
	m.JSON = nil // lets the garbage collector free the JSON as soon as the parser no longer needs it
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

// newWidget does the last step of Mount: it makes the widget. The earlier steps have read
// the transcript and made the timeline from it, which is the argument line.
func newWidget(host dom.Host, m dom.Mounting, line *timeline.Line) (*dom.Program, error) {
	language, err := languageOf(m.Options.Words)
	if err != nil {
		return nil, err
	}
	w := &widget{page: page{
		host:    host,
		scope:   host.NewScope(),
		options: render.Options{Base: m.Options.Base, Words: language, Highlights: host.Highlights()},
		aside:   m.Options.Address == "none",
	}}
	_, fragment := w.page.address()
	w.page.state = reader.New(line, reader.Start{
		Nth:      m.Options.Nth,
		Fragment: fragment,
		Turn:     m.Options.Turn,
		Speakers: m.Options.Speaker,
		Topic:    m.Options.Topic,
		Query:    m.Options.Q,
	})
	if m.Options.For != "" {
		w.page.options.Player = render.PagePlayer
	}
	w.connect()
	// No listeners have been added yet. So if the markup cannot be written, there are
	// none to remove.
	if err := w.page.takeOver(m.Root); err != nil {
		return nil, err
	}
	w.list.find(m.Root)
	w.start(m)
	return w.program(), nil
}

// start makes the widget interactive. The widget's markup must already be in the page.
// start adds the timers and listeners, and shows what the page's address names.
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
	p.state.Land(0) // from now on, the page scrolls for every link that the reader follows
	w.playback.attach(m.Root, m.Options.For)
	w.list.show()
	w.list.drawing.Start() // needed even if the whole list is drawn, because this task also prepares the search
}

// languageOf returns the texts of the interface in one language. It reads the texts from
// its argument. If the argument is "", it returns the English texts.
func languageOf(text string) (*messages.Table, error) {
	if text == "" {
		return messages.English(), nil
	}
	return messages.Parse(text)
}

// partial is a selector that matches if the server wrote the markup with a filter or a
// search. Such markup lacks some turns, or has marks in them.
const partial = ".active:not(:empty), .steps:not(:empty)"

// takeOver decides whether the server's markup can remain in the page. It can if it
// shows the same version of the transcript, with no filter and no search. Otherwise
// takeOver writes new markup. In both cases it finds the nodes that the program
// changes.
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
	// The nodes are not those that this program expects. The server that wrote the
	// markup has an older or newer version than the program. So the program replaces
	// the markup.
	if err := p.host.SetOuterHTML(p.elements.body, p.markup()); err != nil {
		return err
	}
	p.state.Land(0)
	p.elements = findElements(root)
	return nil
}

// landedAt returns the number of the turn that the server has marked in its markup
// (class "linked"), because a link leads to that turn. It returns 0 if no turn is
// marked.
func landedAt(body dom.Element) int {
	turn := body.Query(".linked")
	if !turn.Exists() {
		return 0
	}
	return turn.Closest("li").AttrInt("value")
}
