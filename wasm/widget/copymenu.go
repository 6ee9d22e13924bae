//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// copyMenu is a small box at a turn. It contains the menu with ways to copy a quotation,
// or a field with a text that the reader copies by hand. The menu follows the menu button
// pattern of the ARIA Authoring Practices Guide. A page has only one open box at a time.
type copyMenu struct {
	*page
	region *liveRegion
	button dom.Element // the button that opened the box; the zero Element if the box is closed
	parts  []cite.Part // the turns or words that an item of the menu copies
}

// toggle opens the menu for turn n at the button that the reader has pressed. If the
// menu is already open at this button, toggle closes it.
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

// open fills the box with the markup in m.buf, and shows it at a button. The argument
// parts has the turns or words to copy.
func (m *copyMenu) open(button dom.Element, parts []cite.Part) {
	m.button, m.parts = button, parts
	box := m.elements.box
	m.replace(box)
	button.Closest(".acts").Append(box)
	box.SetFlag("hidden", false)
	button.SetAttr("aria-expanded", "true")
	// The box opens upwards if there is no room below, so that the page does not move.
	box.SetFlag("data-up", false)
	if !box.ClearOf(m.elements.strip) {
		if box.SetFlag("data-up", true); !box.ClearOf(m.elements.strip) {
			box.SetFlag("data-up", false)
			box.ScrollIntoView("nearest", false)
		}
	}
}

// close closes the box, if it is open. If refocus is true, the focus moves to the
// button that opened the box.
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

// choose closes the menu after the reader has chosen an item. It then copies or shares
// the quotation in the style of this item.
func (m *copyMenu) choose(style string) {
	button, parts := m.button, m.parts
	m.close(true)
	if button.Exists() {
		m.copy(style, parts, button)
	}
}

// offerText shows a field with a text that the reader can copy by hand. All of the text
// is already selected.
func (m *copyMenu) offerText(text string, parts []cite.Part, button dom.Element) {
	m.close(false)
	m.buf = render.AppendByHand(m.buf[:0], m.options, text)
	m.open(button, parts)
	field := m.elements.box.Query("textarea")
	field.Focus()
	field.Select()
}

// focusItem moves the focus to item i of the menu, counting from 0. Item -1 is the last
// item.
func (m *copyMenu) focusItem(i int) {
	if items := m.elements.box.QueryAll("[role=menuitem]"); len(items) > 0 {
		items[(i+len(items))%len(items)].Focus()
	}
}

// buttonKey handles the arrow keys on the menu's button. Arrow down opens the menu with
// the focus on its first item, arrow up with the focus on its last item. The browser
// itself handles Enter and Space, which press the button.
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

// key handles a key that is pressed inside the open box (the copy menu).
func (m *copyMenu) key(e dom.Event) {
	items := m.elements.box.QueryAll("[role=menuitem]")
	if len(items) == 0 {
		if e.Key() == "Escape" {
			m.close(true)
		}
		return // the box shows a text field instead of the menu, and the browser handles the keys of the field
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
		return // after Tab, the browser moves the focus from the button to the next element
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

// leave closes the box when the focus moves to an element that is neither in the box
// nor the button that opened it.
func (m *copyMenu) leave(e dom.Event) {
	to := e.Related()
	if m.button.Exists() && !m.elements.box.Contains(to) && !m.button.Equal(to) {
		m.close(false)
	}
}
