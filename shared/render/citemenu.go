package render

import (
	"quoteline/shared/messages"
)

// Menu describes a quotation that the reader wants to cite, and for which the menu of
// citation styles is opened.
type Menu struct {
	First, Last int  // numbers of the first and the last turn, counting from 1
	Part        bool // the quotation is only some words of one turn
	Share       bool // the browser has a share sheet (Web Share API)
}

// AppendMenu appends the menu of ways to copy or share a quotation.
func AppendMenu(dst []byte, o Options, m Menu) []byte {
	dst = append(dst, `<p class="what" id="what">`...)
	switch {
	case m.First != m.Last:
		dst = o.say(dst, messages.Excerpt, count(m.First+1), count(m.Last+1))
	case m.Part:
		dst = o.say(dst, messages.SelectedWords, count(m.First+1))
	default:
		dst = o.say(dst, messages.TurnNumber, count(m.First+1))
	}
	dst = append(dst, `</p><div class="menu" role="menu" aria-labelledby="what">`...)
	dst = appendItem(dst, "link", o.words().Say(messages.CopyLink))
	dst = appendItem(dst, "quote", o.words().Say(messages.CopyQuote))
	if m.Share {
		dst = appendItem(dst, "share", o.words().Say(messages.Share))
	}
	dst = append(dst, `<div class="styles" role="group" aria-labelledby="as"><p id="as">`...)
	dst = o.say(dst, messages.CopyAs)
	dst = append(dst, `</p>`...)
	dst = appendItem(dst, "plain", o.words().Say(messages.PlainText))
	// The names of these formats are the same in every language.
	for _, style := range [...][2]string{
		{"markdown", "Markdown"}, {"html", "HTML"}, {"ap", "AP"}, {"bibtex", "BibTeX"}, {"ris", "RIS"}, {"csl", "CSL-JSON"},
	} {
		dst = appendItem(dst, style[0], style[1])
	}
	return append(dst, `</div></div>`...)
}

// appendItem appends an item of the menu: style is the format in which the item copies
// the quotation. The label is a fixed text of the interface, so it needs no escaping.
func appendItem(dst []byte, style, label string) []byte {
	dst = append(dst, `<button type="button" role="menuitem" tabindex="-1" data-act="pass" data-style="`...)
	dst = append(dst, style...)
	dst = append(dst, `">`...)
	dst = append(dst, label...)
	return append(dst, `</button>`...)
}

// AppendByHand appends a text field from which the reader can copy the text by hand. It
// is for browsers that do not let the page write to the clipboard.
func AppendByHand(dst []byte, o Options, text string) []byte {
	dst = append(dst, `<label class="what">`...)
	dst = o.say(dst, messages.CopyByHand)
	dst = append(dst, `<textarea readonly rows="5" dir="auto">`+"\n"...) // the HTML parser drops the first line break in a textarea
	dst = appendEscaped(dst, text)
	dst = append(dst, `</textarea></label><button type="button" class="link" data-act="close">`...)
	dst = o.say(dst, messages.Close)
	return append(dst, `</button>`...)
}
