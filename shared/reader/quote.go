package reader

import (
	"strings"

	"quoteline/shared/address"
	"quoteline/shared/export/cite"
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// A reader copies a quotation in a style. Most styles are formats, such as "markdown".
// These three are not. StyleLink copies only the link. StyleQuote copies the quotation
// both as plain text and as HTML. StyleShare passes plain text to the browser's share
// dialog.
const (
	StyleLink  = "link"
	StyleQuote = "quote"
	StyleShare = "share"
)

// Selected is the part of a turn's text that the reader has selected. Start and End are
// positions in code points. End may be larger than the length of the text.
type Selected struct{ Turn, Start, End int }

// AppendPart appends the part of a turn that the reader has selected, widened to whole
// words. If the selection contains no words, it appends nothing.
func (s *State) AppendPart(parts []cite.Part, selected Selected) []cite.Part {
	text := s.Turn(selected.Turn).Text
	words := transcript.Range{Start: offsetOf(text, selected.Start), End: offsetOf(text, selected.End)}
	if words = transcript.WidenToWords(text, words); words.Start < words.End {
		parts = append(parts, cite.Part{Turn: selected.Turn - 1, Words: words})
	}
	return parts
}

// PartsAt returns what a button of turn n copies. If the reader has selected words in
// turn n, the button copies all selected words, including those in other turns.
// Otherwise it copies the whole turn n.
func (s *State) PartsAt(n int, selected []cite.Part) []cite.Part {
	for i := range selected {
		if selected[i].Turn == n-1 {
			return selected
		}
	}
	return []cite.Part{{Turn: n - 1, Words: transcript.Range{End: len(s.Turn(n).Text)}}}
}

// offsetOf converts an index in code points to a byte offset in text. It returns
// len(text) if the text has fewer code points.
func offsetOf(text string, points int) int {
	for i := range text {
		if points == 0 {
			return i
		}
		points--
	}
	return len(text)
}

// IsWhole reports whether a part of a turn, such as selected words, is the whole text
// of the turn.
func (s *State) IsWhole(part cite.Part) bool {
	return part.Words.Start == 0 && part.Words.End == len(s.Transcript.Turns[part.Turn].Text)
}

// Place is the address of the page that shows the timeline.
type Place struct {
	Page      string // the address before its "#"; "" if the page keeps the timeline out of its address
	Fragment  string // the address after its "#"
	Canonical string // the address that the page names for itself; "" if it names none
}

// LinkTo returns a link to the first of the parts that the reader copies. If that part
// is a whole turn, the link leads to the turn. Otherwise it leads to the words.
//
// The link normally opens the page that shows the timeline, whose address is p.
// address.Page decides which form of this address the link has. There are two
// exceptions: the page has no http address, or the page is the embed page that articles
// show in a frame. In these cases the link opens the transcript's own page on the server
// with the origin base.
func (s *State) LinkTo(parts []cite.Part, p Place, base string) string {
	turn := &s.Transcript.Turns[parts[0].Turn]
	anchor := transcript.Anchor{Turn: turn.ID}
	if !s.IsWhole(parts[0]) {
		anchor = transcript.AnchorOf(turn, parts[0].Words)
	}
	page, fragment := address.Page(p.Page, p.Canonical), p.Fragment
	if !strings.HasPrefix(p.Page, "http") || strings.HasPrefix(p.Page, base+"/embed/") {
		page, fragment = base+"/t/"+s.Transcript.ID, ""
	}
	return page + "#" + address.LinkTo(fragment, anchor.String())
}

// Compose returns the text to copy: the parts of turns, as a quotation in the given
// style. html is the same quotation in HTML, or "" if the style has only one form. link
// is a link to the parts.
func (s *State) Compose(style string, parts []cite.Part, link string) (text, html string) {
	if style == StyleLink {
		return link, ""
	}
	q := cite.Of(s.Transcript, parts, link)
	var dst []byte
	// These are the values of the attribute data-style in the markup of the menu for
	// copying.
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
	case StyleQuote:
		html = string(cite.AppendHTML(nil, &q))
		fallthrough
	default:
		dst = cite.AppendPlain(dst, &q)
	}
	return string(dst), html
}

// Copied returns the text of the interface that confirms to the reader that the
// quotation was copied.
func (s *State) Copied(style string, parts []cite.Part) messages.Phrase {
	if style == StyleLink && !s.IsWhole(parts[0]) {
		return messages.CopiedWords
	}
	return messages.Copied
}
