//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// filter handles the controls with which the reader chooses speakers, a topic and a search.
type filter struct {
	*urlState
}

// search searches for query and shows the result.
func (f *filter) search(query string) {
	f.state.Search(query)
	f.showQuery()
	f.show()
}

// searchTyped searches for the text in the search field, if it differs from the last search.
func (f *filter) searchTyped() {
	if query := f.elements.input.Value(); query != f.state.View.Query {
		f.state.Type(query)
		f.playback.stopFollowing()
		f.show()
	}
}

// clear ends the search, as a step that the browser's Back button undoes.
func (f *filter) clear() {
	f.search("")
	f.writeURL(true)
}

// choose shows the reader's new choice, and adds it to the browser's history as a step
// that the Back button undoes.
func (f *filter) choose() {
	f.show()
	f.writeURL(true)
}

// showAll removes every filter and keeps the search.
func (f *filter) showAll() {
	f.state.ShowAll()
	if f.elements.topic.Exists() {
		f.elements.topic.SetValue("")
	}
	f.choose()
	f.elements.input.Focus()
}

// reveal shows the run of hidden turns that begins at turn n. The run's placeholder
// (stub) disappears, so the focus moves from there to the turn.
func (f *filter) reveal(n int) {
	if f.state.Reveal(n) {
		f.show()
		f.list.row(n).Query(".num").Focus()
	}
}

// change applies a choice of a topic, or of "Only turns with a hit".
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

// searchKey handles the keys of the search field.
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
