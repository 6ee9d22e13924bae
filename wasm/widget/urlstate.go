//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// urlState keeps the page's address in agreement with what the reader has chosen.
type urlState struct {
	*reading
	playback *playback
}

// readURL shows what the page's address names, at the start and when the address changes:
// the filter, the search, and a turn or some words of a turn.
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

// applyChoice updates the controls after a choice that a script, an attribute or the
// address made. Searched is true if the search is different.
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

// showQuery writes the search into its field. It also makes the page stop following the
// recording, so that the hits stay visible.
func (u *urlState) showQuery() {
	if query := u.state.View.Query; u.elements.input.Value() != query {
		u.elements.input.SetValue(query)
	}
	u.playback.stopFollowing()
}

// writeURL writes the present choice into the page's address, and reports it to the page in an
// event. With push the choice becomes a step that the Back button undoes; otherwise it replaces
// the last step. If the page may not write its history, the choice still applies.
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

// writeTyping writes the search into the page's address while the reader is still typing it. It
// is called before another choice becomes a step, so that Back returns to this search.
func (u *urlState) writeTyping() {
	if u.state.Typing() {
		u.writeURL(false)
	}
}

// filter applies the filter criteria that a script of the page sets.
func (u *urlState) filter(criteria dom.Criteria) {
	u.showChoice(u.state.Filter(reader.Criteria(criteria)))
}

// attribute applies the new value of one of the element's attributes.
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
