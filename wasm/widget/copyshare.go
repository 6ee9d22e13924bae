//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/reader"
	"quoteline/wasm/dom"
)

// partsAt returns what a button of turn n copies, see [reader.State.PartsAt].
func (m *copyMenu) partsAt(n int) []cite.Part {
	var parts []cite.Part
	for _, selected := range m.host.Selection(m.elements.body) {
		parts = m.state.AppendPart(parts, reader.Selected(selected))
	}
	return m.state.PartsAt(n, parts)
}

// linkTo returns a link to the first of the parts.
func (m *copyMenu) linkTo(parts []cite.Part) string {
	page, fragment := dom.Address()
	return m.state.LinkTo(parts, page, fragment, m.options.Base)
}

// copyTurn copies a link to what is selected of turn n, or to the turn.
func (m *copyMenu) copyTurn(n int, button dom.Element) {
	m.copy(reader.StyleLink, m.partsAt(n), button)
}

// copyCited copies a link to the linked words of turn n as they are now.
func (m *copyMenu) copyCited(n int, button dom.Element) {
	m.copy(reader.StyleLink, []cite.Part{{Turn: n - 1, Words: m.state.View.Cited}}, button)
}

// copy copies the parts in a style, or shares them. The button shows that it is done. If
// the browser refuses, the reader gets the text to copy by hand.
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
	// The browser confirms what was shared. A reader who closes its dialog has shared
	// nothing, which is no error.
	m.scope.Share(m.state.Transcript.Title, text, link, func(chosen bool, err error) {
		switch {
		case err != nil:
			done(err)
		case chosen:
			m.reportCopy(id, style, text)
		}
	})
}
