//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// urlState keeps the page's address and what the reader has chosen in step.
type urlState struct {
	*reading
	playback *playback
}

// readURL shows what the page's address says, at first and when it changes: the filter,
// the search, and a turn or words of one with what became of them.
func (u *urlState) readURL() {
	_, fragment := dom.Address()
	arrival := u.state.ReadURL(fragment)
	if arrival.Chosen {
		u.applyChoice(arrival.Searched)
	}
	switch {
	case arrival.Linked:
		u.followLink(arrival.Link)
	case arrival.Chosen:
		u.show()
	}
	if arrival.Chosen {
		u.reportFilter()
	}
}

// applyChoice brings the controls in step with a choice that was not made with them.
func (u *urlState) applyChoice(searched bool) {
	view := &u.state.View
	if u.elements.topic.Exists() {
		u.elements.topic.SetValue(view.Topic)
	}
	if searched {
		u.showQuery()
	}
	if box := u.elements.steps.Query(`[data-act="only"]`); box.Exists() {
		box.SetChecked(view.OnlyHits)
	}
}

// showQuery puts the search into its field. A reader who searches is not taken along with
// the recording.
func (u *urlState) showQuery() {
	if query := u.state.View.Query; u.elements.input.Value() != query {
		u.elements.input.SetValue(query)
	}
	u.playback.stopFollowing()
}

// writeURL puts what is chosen into the address, and reports it to the page. With push it
// is a step that Back undoes, else it replaces the last one. If the page may not write
// its history, the choice is in force all the same.
func (u *urlState) writeURL(push bool) {
	_, fragment := dom.Address()
	next, chosen := u.state.WriteURL(fragment)
	if !chosen {
		return
	}
	if next != fragment {
		_ = u.host.WriteFragment(next, push)
	}
	u.reportFilter()
}

// writeTyping does it for a search that is being typed, before anything else becomes a
// step.
func (u *urlState) writeTyping() {
	if u.state.Typing() {
		u.writeURL(false)
	}
}

// filter shows what a script of the page asks for.
func (u *urlState) filter(wishes dom.Wishes) {
	u.showChoice(u.state.Filter(reader.Wishes(wishes)))
}

// attribute shows the new value of an attribute.
func (u *urlState) attribute(name, value string) {
	if name == "turn" {
		u.nameTurn(value)
	} else if searched, ok := u.state.SetAttribute(name, value); ok {
		u.showChoice(searched)
	}
}

func (u *urlState) showChoice(searched bool) {
	u.applyChoice(searched)
	u.show()
	u.writeURL(false)
}
