//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// filter handles the controls with which the reader chooses speakers, a topic and words
// to search for.
type filter struct {
	*urlState
}

// search searches for query, and shows the result in the list and on the timeline.
func (f *filter) search(query string) {
	f.state.Search(query)
	f.showQuery()
	f.show()
}

// searchTyped searches for the text in the search field. If that is already the present
// search, it does nothing.
func (f *filter) searchTyped() {
	if query := f.elements.input.Value(); query != f.state.View.Query {
		f.state.Type(query)
		f.playback.stopFollowing()
		f.show()
	}
}

// clear ends the search. It adds an entry to the browser's history, so that the Back
// button returns to the search.
func (f *filter) clear() {
	f.search("")
	f.writeURL(true)
}

// choose shows the result after the reader has changed a filter. It adds an entry to
// the browser's history, so that the Back button undoes the change.
func (f *filter) choose() {
	f.show()
	f.writeURL(true)
}

// showAll removes every filter. The search remains.
func (f *filter) showAll() {
	f.state.ShowAll()
	if f.elements.topic.Exists() {
		f.elements.topic.SetValue("")
	}
	f.choose()
	f.elements.input.Focus()
}

// reveal shows the hidden turns from turn n up to the next visible turn, after the
// reader has pressed their placeholder (stub). The placeholder disappears, so the focus
// moves from it to turn n.
func (f *filter) reveal(n int) {
	if f.state.Reveal(n) {
		f.show()
		f.list.row(n).Query(".num").Focus()
	}
}

// change is called when the reader chooses a topic, or ticks or clears "Only turns with
// a hit". It applies this choice.
func (f *filter) change(e dom.Event) {
	target := e.Target()
	switch {
	case target.Equal(f.elements.topic):
		f.writeTyping()
		f.state.SetTopic(target.Value())
		f.choose()
	case target.Attr("data-act") == "only":
		f.writeTyping()
		f.state.SetOnlyHits(target.Checked())
		f.choose()
	}
}

// searchKey handles a key that is pressed in the search field.
func (f *filter) searchKey(e dom.Event) {
	switch e.Key() {
	case "Enter":
		e.Cancel()
		if e.Shift() {
			f.goToHit(-1)
		} else {
			f.goToHit(1)
		}
	case "Escape":
		if f.state.View.Query != "" {
			e.Cancel()
			f.writeTyping()
			f.clear()
		}
	}
}
