//go:build js && wasm

package widget

import (
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// urlState makes the page's address agree with what the reader has chosen, and applies
// changes of the address.
type urlState struct {
	*reading
	playback *playback
}

// readURL shows what the page's address names: the filter, the search, and a turn or
// some words of a turn. It is called at the start and when the address changes.
func (u *urlState) readURL() {
	_, fragment := u.address()
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

// applyChoice updates the search field and the other controls after a script, an
// attribute or the page's address has changed the filters or the search. The argument
// searched is true if the words to search for have changed.
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

// showQuery writes the words to search for into the search field. It also makes the
// page stop scrolling to the spoken turns of the recording, so that the hits stay
// visible.
func (u *urlState) showQuery() {
	if query := u.state.View.Query; u.elements.input.Value() != query {
		u.elements.input.SetValue(query)
	}
	u.playback.stopFollowing()
}

// writeURL writes the present filters and search into the page's address, and reports
// them to the page in an event. If push is true, it adds an entry to the browser's
// history, to which the Back button applies. Otherwise it replaces the present entry.
// If the page may not change its history, the filters and the search still apply.
func (u *urlState) writeURL(push bool) {
	_, fragment := u.address()
	next, chosen := u.state.WriteURL(fragment)
	if !chosen {
		return
	}
	if next != fragment {
		_ = u.writeFragment(next, push)
	}
	u.reportFilter()
}

// writeTyping writes into the page's address a search that the reader is still typing.
// It must be called before another choice adds an entry to the browser's history. Then
// the Back button returns to this search.
func (u *urlState) writeTyping() {
	if u.state.Typing() {
		u.writeURL(false)
	}
}

// filter applies the filter criteria (speakers, topic, search) that a script of the
// page sets.
func (u *urlState) filter(criteria dom.Criteria) {
	u.showChoice(u.state.Filter(reader.Criteria(criteria)))
}

// attribute applies the new value of one of the <quote-timeline> element's attributes,
// such as turn or speaker.
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
