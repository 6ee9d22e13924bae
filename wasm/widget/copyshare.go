//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// partsAt returns what a button of turn n copies: the selected words if some of them are
// in the turn, else the whole turn.
func (m *copyMenu) partsAt(n int) []cite.Part {
	var parts []cite.Part
	for _, selected := range m.host.Selection(m.elements.body) {
		parts = m.state.AppendPart(parts, reader.Selected(selected))
	}
	return m.state.PartsAt(n, parts)
}

// linkTo returns the address that leads to the first of the parts.
func (m *copyMenu) linkTo(parts []cite.Part) string {
	page, fragment := dom.Address()
	return m.state.LinkTo(parts, page, fragment, m.options.Base)
}

// copyTurn copies a link to the selected words of turn n. If none are selected, it copies
// a link to the turn.
func (m *copyMenu) copyTurn(n int, button dom.Element) {
	m.copy(reader.StyleLink, m.partsAt(n), button)
}

// copyCited copies a new link to the words of turn n that an older link quotes, as they
// are worded now.
func (m *copyMenu) copyCited(n int, button dom.Element) {
	m.copy(reader.StyleLink, []cite.Part{{Turn: n - 1, Words: m.state.View.Cited}}, button)
}

// copy copies the parts in a style, such as reader.StyleLink, or shares them. Afterwards
// the button shows a confirmation. If the browser refuses, the reader gets a field with
// the text to copy by hand.
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
	// the dialog, nothing is shared, which is no error.
	m.scope.Share(m.state.Transcript.Title, text, link, func(chosen bool, err error) {
		switch {
		case err != nil:
			done(err)
		case chosen:
			m.reportCopy(id, style, text)
		}
	})
}
