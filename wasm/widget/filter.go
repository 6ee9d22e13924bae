//go:build js && wasm

package widget

import "quoteline/wasm/dom"

// filter is what the reader chooses with the controls: speakers, topic and search.
type filter struct {
	*urlState
}

// search looks for query and shows what is found.
func (f *filter) search(query string) {
	f.state.Search(query)
	f.showQuery()
	f.show()
}

// searchTyped searches for what is in the field, if it is other than before.
func (f *filter) searchTyped() {
	if query := f.elements.input.Value(); query != f.state.View.Query {
		f.state.Type(query)
		f.playback.stopFollowing()
		f.show()
	}
}

// clear ends the search.
func (f *filter) clear() {
	f.search("")
	f.writeURL(true)
}

// choose shows what the reader has chosen, as a step that Back undoes.
func (f *filter) choose() {
	f.show()
	f.writeURL(true)
}

// showAll clears every filter; the search stays.
func (f *filter) showAll() {
	f.state.ShowAll()
	if f.elements.topic.Exists() {
		f.elements.topic.SetValue("")
	}
	f.choose()
	f.elements.input.Focus()
}

// reveal shows the run of hidden turns that begins at turn n, and moves the focus to it,
// since the stub is gone.
func (f *filter) reveal(n int) {
	if f.state.Reveal(n) {
		f.show()
		f.list.row(n).Query(".num").Focus()
	}
}

// change takes the topic or "Only turns with a hit".
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
