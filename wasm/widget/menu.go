//go:build js && wasm

package widget

import (
	"quoteline/shared/export/cite"
	"quoteline/shared/render"
	"quoteline/wasm/dom"
)

// menu is the open menu of a turn, or the field that takes its place. It behaves as
// the menu button pattern of the ARIA Authoring Practices Guide says.
type menu struct {
	button dom.Element // that opened it; none while it is closed
	parts  []cite.Part // what it is about
}

// switchMenu opens the menu of turn n below its button, or closes it.
func (w *Widget) switchMenu(n int, button dom.Element) {
	open := w.menu.button.Equal(button)
	w.closeMenu(false)
	if open || w.turn(n) == nil {
		return
	}
	parts := w.partsAt(n)
	first, last := parts[0].Turn, parts[len(parts)-1].Turn
	w.buf = render.AppendMenu(w.buf[:0], w.options, render.Menu{
		First: first, Last: last,
		Part:  !isWhole(&w.transcript.Turns[first], parts[0].Words),
		Share: w.host.CanShare(),
	})
	w.openBox(button, parts)
	w.focusItem(0)
}

// openBox shows the buffer in the box next to a button.
func (w *Widget) openBox(button dom.Element, parts []cite.Part) {
	w.menu = menu{button, parts}
	w.replace(w.parts.box)
	button.Closest(".acts").Append(w.parts.box)
	w.parts.box.SetFlag("hidden", false)
	button.SetAttr("aria-expanded", "true")
	w.parts.box.ScrollIntoView("nearest", false)
}

// closeMenu closes the menu, and gives the focus back to its button where it was
// inside.
func (w *Widget) closeMenu(refocus bool) {
	button := w.menu.button
	if !button.Exists() {
		return
	}
	w.menu = menu{}
	w.parts.box.SetFlag("hidden", true)
	w.parts.body.Append(w.parts.box)
	button.SetFlag("aria-expanded", false)
	if refocus {
		button.Focus()
	}
}

// passItem does what an item of the menu says.
func (w *Widget) passItem(style string) {
	open := w.menu
	w.closeMenu(true)
	if open.button.Exists() {
		w.pass(style, open.parts, open.button)
	}
}

// offerText shows a text to copy by hand, selected.
func (w *Widget) offerText(text string, parts []cite.Part, button dom.Element) {
	w.closeMenu(false)
	w.buf = render.AppendByHand(w.buf[:0], w.options, text)
	w.openBox(button, parts)
	field := w.parts.box.Query("textarea")
	field.Focus()
	field.Select()
}

// focusItem moves the focus to the i-th item, around the ends.
func (w *Widget) focusItem(i int) {
	if items := w.parts.box.QueryAll("[role=menuitem]"); len(items) > 0 {
		items[(i+len(items))%len(items)].Focus()
	}
}

// menuButtonKey opens the menu from its button, at the first or the last item. Enter and
// Space press the button and need no help.
func (w *Widget) menuButtonKey(e dom.Event, button dom.Element) {
	first := e.Key() == "ArrowDown"
	if !first && e.Key() != "ArrowUp" {
		return
	}
	e.Cancel()
	w.closeMenu(false)
	w.switchMenu(number(button), button)
	if !first {
		w.focusItem(-1)
	}
}

// menuKey moves in the menu.
func (w *Widget) menuKey(e dom.Event) {
	items := w.parts.box.QueryAll("[role=menuitem]")
	if len(items) == 0 {
		if e.Key() == "Escape" {
			w.closeMenu(true)
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
		w.closeMenu(true)
	case "Tab":
		w.closeMenu(true)
		return // from the button the browser goes on
	case "ArrowDown":
		w.focusItem(at + 1)
	case "ArrowUp":
		w.focusItem(at - 1)
	case "Home":
		w.focusItem(0)
	case "End":
		w.focusItem(-1)
	default:
		return
	}
	e.Cancel()
}

// leaveMenu closes the menu when the focus has gone elsewhere.
func (w *Widget) leaveMenu(e dom.Event) {
	to := e.Related()
	if w.menu.button.Exists() && !w.parts.box.Contains(to) && !w.menu.button.Equal(to) {
		w.closeMenu(false)
	}
}
