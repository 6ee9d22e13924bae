//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// partsAt returns the turns or words that a button of turn n copies. If the reader has
// selected words in turn n, it returns the whole selection, even if that extends to other
// turns. Otherwise it returns the whole turn.
func (m *copyMenu) partsAt(n int) []cite.Part {
	var parts []cite.Part
	for _, selected := range m.host.Selection(m.elements.body) {
		parts = m.state.AppendPart(parts, reader.Selected(selected))
	}
	return m.state.PartsAt(n, parts)
}

// linkTo returns an address that leads to the first of the given turns or words
// (parts).
func (m *copyMenu) linkTo(parts []cite.Part) string {
	page, fragment := m.address()
	place := reader.Place{Page: page, Fragment: fragment, Canonical: dom.Canonical()}
	return m.state.LinkTo(parts, place, m.options.Base)
}

// copyTurn copies a link. If the reader has selected words in turn n, the link leads to
// the selected words. Otherwise it leads to the turn.
func (m *copyMenu) copyTurn(n int, button dom.Element) {
	m.copy(reader.StyleLink, m.partsAt(n), button)
}

// copyCited copies a new link to words of turn n. An older link has quoted these words,
// but they have been reworded since. The new link quotes them as they are now.
func (m *copyMenu) copyCited(n int, button dom.Element) {
	m.copy(reader.StyleLink, []cite.Part{{Turn: n - 1, Words: m.state.View.Cited}}, button)
}

// copy copies the parts (turns or words) in a style such as reader.StyleLink, or shares
// them. Afterwards the button shows a confirmation. If the browser refuses to copy, the
// reader sees a field from which to copy the text by hand.
func (m *copyMenu) copy(style string, parts []cite.Part, button dom.Element) {
	link := m.linkTo(parts)
	text, html := m.state.Compose(style, parts, link)
	id := m.state.Transcript.Turns[parts[0].Turn].ID
	done := func(err error) {
		if err != nil {
			m.offerText(text, parts, button)
			return
		}
		m.region.confirm(button, m.state.Copied(style, parts))
		m.reportCopy(id, style, text)
	}
	if style != reader.StyleShare {
		m.scope.Copy(text, html, done)
		return
	}
	// The browser's dialog itself confirms that a text was shared. If the reader closes
	// the dialog, nothing is shared. That is not an error.
	m.scope.Share(m.state.Transcript.Title, text, link, func(chosen bool, err error) {
		switch {
		case err != nil:
			done(err)
		case chosen:
			m.reportCopy(id, style, text)
		}
	})
}
