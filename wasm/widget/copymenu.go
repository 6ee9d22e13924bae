//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// copyMenu is the menu of a turn, or the field with a text to copy by hand. It behaves
// as the menu button pattern of the ARIA Authoring Practices Guide says. Only one is open
// at a time.
type copyMenu struct {
	*page
	region *liveRegion
	button dom.Element // that opened it; none while it is closed
	parts  []cite.Part // what it is about
}

// toggle opens the menu of turn n below its button, or closes it.
func (m *copyMenu) toggle(n int, button dom.Element) {
	wasOpen := m.button.Equal(button)
	m.close(false)
	if wasOpen || m.state.Turn(n) == nil {
		return
	}
	parts := m.partsAt(n)
	m.buf = render.AppendMenu(m.buf[:0], m.options, render.Menu{
		First: parts[0].Turn,
		Last:  parts[len(parts)-1].Turn,
		Part:  !m.state.IsWhole(parts[0]),
		Share: m.host.CanShare(),
	})
	m.open(button, parts)
	m.focusItem(0)
}

// open shows the buffer in the box next to a button.
func (m *copyMenu) open(button dom.Element, parts []cite.Part) {
	m.button, m.parts = button, parts
	box := m.elements.box
	m.replace(box)
	button.Closest(".acts").Append(box)
	box.SetFlag("hidden", false)
	button.SetAttr("aria-expanded", "true")
	box.ScrollIntoView("nearest", false)
}

// close closes the menu. With refocus its button gets the focus.
func (m *copyMenu) close(refocus bool) {
	button := m.button
	if !button.Exists() {
		return
	}
	m.button, m.parts = dom.Element{}, nil
	m.elements.box.SetFlag("hidden", true)
	m.elements.body.Append(m.elements.box)
	button.SetFlag("aria-expanded", false)
	if refocus {
		button.Focus()
	}
}

// choose does what an item of the menu says.
func (m *copyMenu) choose(style string) {
	button, parts := m.button, m.parts
	m.close(true)
	if button.Exists() {
		m.copy(style, parts, button)
	}
}

// offerText shows a text to copy by hand, selected.
func (m *copyMenu) offerText(text string, parts []cite.Part, button dom.Element) {
	m.close(false)
	m.buf = render.AppendByHand(m.buf[:0], m.options, text)
	m.open(button, parts)
	field := m.elements.box.Query("textarea")
	field.Focus()
	field.Select()
}

// focusItem moves the focus to the i-th item, around the ends.
func (m *copyMenu) focusItem(i int) {
	if items := m.elements.box.QueryAll("[role=menuitem]"); len(items) > 0 {
		items[(i+len(items))%len(items)].Focus()
	}
}

// buttonKey opens the menu from its button, at the first or the last item. Enter and
// Space press the button, which the browser does.
func (m *copyMenu) buttonKey(e dom.Event, button dom.Element) {
	first := e.Key() == "ArrowDown"
	if !first && e.Key() != "ArrowUp" {
		return
	}
	e.Cancel()
	m.close(false)
	m.toggle(number(button), button)
	if !first {
		m.focusItem(-1)
	}
}

// key moves in the menu.
func (m *copyMenu) key(e dom.Event) {
	items := m.elements.box.QueryAll("[role=menuitem]")
	if len(items) == 0 {
		if e.Key() == "Escape" {
			m.close(true)
		}
		return // the field moves by itself
	}
	at := -1
	for i := range items {
		if items[i].Equal(e.Target()) {
			at = i
		}
	}
	switch e.Key() {
	case "Escape":
		m.close(true)
	case "Tab":
		m.close(true)
		return // the browser moves the focus on from the button
	case "ArrowDown":
		m.focusItem(at + 1)
	case "ArrowUp":
		m.focusItem(at - 1)
	case "Home":
		m.focusItem(0)
	case "End":
		m.focusItem(-1)
	default:
		return
	}
	e.Cancel()
}

// leave closes the menu when the focus has gone elsewhere.
func (m *copyMenu) leave(e dom.Event) {
	to := e.Related()
	if m.button.Exists() && !m.elements.box.Contains(to) && !m.button.Equal(to) {
		m.close(false)
	}
}
