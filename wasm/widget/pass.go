//go:build js && wasm

package widget

import (
	"strings"

	"quoteline/shared/address"
	"quoteline/shared/export/cite"
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
	"quoteline/wasm/dom"
)

// partsAt returns what is passed on of turn n: what the reader has selected, where
// that touches the turn, else the whole turn.
func (w *Widget) partsAt(n int) []cite.Part {
	var parts []cite.Part
	touched := false
	for _, s := range w.host.Selection(w.parts.body) {
		text := w.turn(s.Turn).Text
		selected := transcript.Range{Start: offsetOf(text, s.Start), End: offsetOf(text, s.End)}
		if selected = transcript.WidenToWords(text, selected); selected.Start < selected.End {
			parts = append(parts, cite.Part{Turn: s.Turn - 1, Words: selected})
			touched = touched || s.Turn == n
		}
	}
	if touched {
		return parts
	}
	return []cite.Part{{Turn: n - 1, Words: transcript.Range{End: len(w.turn(n).Text)}}}
}

// offsetOf returns the byte of text behind that many code points.
func offsetOf(text string, points int) int {
	for i := range text {
		if points == 0 {
			return i
		}
		points--
	}
	return len(text)
}

// linkTo returns a link to the first of the parts: to its words, unless they are all
// of a turn.
func (w *Widget) linkTo(parts []cite.Part) string {
	turn, first := &w.transcript.Turns[parts[0].Turn], parts[0].Words
	anchor := transcript.Anchor{Turn: turn.ID}
	if !isWhole(turn, first) {
		anchor = transcript.AnchorOf(turn, first)
	}
	page, fragment := dom.Address()
	if !strings.HasPrefix(page, "http") || strings.HasPrefix(page, w.options.Base+"/embed/") {
		// Nobody can go to the inside of a frame.
		page, fragment = w.options.Base+"/t/"+w.transcript.ID, ""
	}
	return page + "#" + address.LinkTo(fragment, anchor.String())
}

func isWhole(turn *transcript.Turn, part transcript.Range) bool {
	return part.Start == 0 && part.End == len(turn.Text)
}

// compose returns what is copied of the parts, and the same as HTML where the style
// has both.
func (w *Widget) compose(style string, parts []cite.Part) (text, html string) {
	link := w.linkTo(parts)
	if style == styleLink {
		return link, ""
	}
	q := cite.Of(w.transcript, parts, link)
	var dst []byte
	switch style {
	case "markdown":
		dst = cite.AppendMarkdown(dst, &q)
	case "html":
		dst = cite.AppendHTML(dst, &q)
	case "ap":
		dst = cite.AppendAP(dst, &q)
	case "bibtex":
		dst = cite.AppendBibTeX(dst, &q)
	case "ris":
		dst = cite.AppendRIS(dst, &q)
	case "csl":
		dst = cite.AppendCSL(dst, &q)
	case styleQuote:
		html = string(cite.AppendHTML(nil, &q))
		fallthrough
	default:
		dst = cite.AppendPlain(dst, &q)
	}
	return string(dst), html
}

// The styles that are more than a format.
const (
	styleLink  = "link"
	styleQuote = "quote"
	styleShare = "share"
)

// pass copies the parts in a style, or shares them. The button shows that it is done;
// where it cannot be, the reader gets the text to copy by hand.
func (w *Widget) pass(style string, parts []cite.Part, button dom.Element) {
	text, html := w.compose(style, parts)
	id := w.transcript.Turns[parts[0].Turn].ID
	done := func(err error) {
		if err != nil {
			w.offerText(text, parts, button)
			return
		}
		w.confirm(button, w.copiedPhrase(style, parts))
		w.tellCopy(id, style, text)
	}
	if style != styleShare {
		w.scope.Copy(text, html, done)
		return
	}
	w.scope.Share(w.transcript.Title, text, w.linkTo(parts), func(chosen bool, err error) {
		switch {
		case err != nil:
			done(err)
		case chosen:
			w.tellCopy(id, style, text)
		}
	})
}

func (w *Widget) copiedPhrase(style string, parts []cite.Part) messages.Phrase {
	if style == styleLink && !isWhole(&w.transcript.Turns[parts[0].Turn], parts[0].Words) {
		return messages.CopiedWords
	}
	return messages.Copied
}
