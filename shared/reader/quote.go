package reader

import (
	"strings"

	"quoteline/shared/address"
	"quoteline/shared/export/cite"
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// The styles of a quotation that are more than a format.
const (
	StyleLink  = "link"
	StyleQuote = "quote"
	StyleShare = "share"
)

// Selected is a part of the text of a turn, in code points. End may be larger than the
// text.
type Selected struct{ Turn, Start, End int }

// AppendPart appends a selected part, stretched to whole words; nothing if it has none.
func (s *State) AppendPart(parts []cite.Part, selected Selected) []cite.Part {
	text := s.Turn(selected.Turn).Text
	words := transcript.Range{Start: offsetOf(text, selected.Start), End: offsetOf(text, selected.End)}
	if words = transcript.WidenToWords(text, words); words.Start < words.End {
		parts = append(parts, cite.Part{Turn: selected.Turn - 1, Words: words})
	}
	return parts
}

// PartsAt returns what a button of turn n copies: the selected parts if one of them is
// in the turn, else the whole turn.
func (s *State) PartsAt(n int, selected []cite.Part) []cite.Part {
	for i := range selected {
		if selected[i].Turn == n-1 {
			return selected
		}
	}
	return []cite.Part{{Turn: n - 1, Words: transcript.Range{End: len(s.Turn(n).Text)}}}
}

// offsetOf returns the byte offset after that many code points.
func offsetOf(text string, points int) int {
	for i := range text {
		if points == 0 {
			return i
		}
		points--
	}
	return len(text)
}

// IsWhole reports whether a part is all of its turn.
func (s *State) IsWhole(part cite.Part) bool {
	return part.Words.Start == 0 && part.Words.End == len(s.Transcript.Turns[part.Turn].Text)
}

// LinkTo returns a link to the first of the parts: to the turn if it is whole, else to
// its words. Page and fragment are the page's address before and after "#". In a frame
// they lead nowhere, so the link is to the transcript's page at the endpoint, base.
func (s *State) LinkTo(parts []cite.Part, page, fragment, base string) string {
	turn := &s.Transcript.Turns[parts[0].Turn]
	anchor := transcript.Anchor{Turn: turn.ID}
	if !s.IsWhole(parts[0]) {
		anchor = transcript.AnchorOf(turn, parts[0].Words)
	}
	if !strings.HasPrefix(page, "http") || strings.HasPrefix(page, base+"/embed/") {
		page, fragment = base+"/t/"+s.Transcript.ID, ""
	}
	return page + "#" + address.LinkTo(fragment, anchor.String())
}

// Compose returns what is copied of the parts in a style, and the same as HTML if the
// style has both. Link leads to the parts.
func (s *State) Compose(style string, parts []cite.Part, link string) (text, html string) {
	if style == StyleLink {
		return link, ""
	}
	q := cite.Of(s.Transcript, parts, link)
	var dst []byte
	// The names are the values of data-style in the menu's markup.
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

// Copied returns what to announce after the parts were copied.
func (s *State) Copied(style string, parts []cite.Part) messages.Phrase {
	if style == StyleLink && !s.IsWhole(parts[0]) {
		return messages.CopiedWords
	}
	return messages.Copied
}
