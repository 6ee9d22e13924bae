package reader

import (
	"strings"

	"quoteline/shared/address"
	"quoteline/shared/export/cite"
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// The styles that are no file or text formats: StyleLink copies only the link,
// StyleQuote copies plain text together with HTML, and StyleShare passes plain text to
// the browser's share sheet.
const (
	StyleLink  = "link"
	StyleQuote = "quote"
	StyleShare = "share"
)

// Selected is a selected part of a turn's text, from code point Start to code point
// End. End may be larger than the length of the text.
type Selected struct{ Turn, Start, End int }

// AppendPart appends the selected part of a turn's text, widened to whole words. It
// appends nothing if no words are selected.
func (s *State) AppendPart(parts []cite.Part, selected Selected) []cite.Part {
	text := s.Turn(selected.Turn).Text
	words := transcript.Range{Start: offsetOf(text, selected.Start), End: offsetOf(text, selected.End)}
	if words = transcript.WidenToWords(text, words); words.Start < words.End {
		parts = append(parts, cite.Part{Turn: selected.Turn - 1, Words: words})
	}
	return parts
}

// PartsAt returns the parts that a button of turn n copies. If one of the selected
// parts is in turn n, these are all selected parts. Otherwise it is the whole turn.
func (s *State) PartsAt(n int, selected []cite.Part) []cite.Part {
	for i := range selected {
		if selected[i].Turn == n-1 {
			return selected
		}
	}
	return []cite.Part{{Turn: n - 1, Words: transcript.Range{End: len(s.Turn(n).Text)}}}
}

// offsetOf returns the byte offset in text after a number of code points.
func offsetOf(text string, points int) int {
	for i := range text {
		if points == 0 {
			return i
		}
		points--
	}
	return len(text)
}

// IsWhole reports whether a part is the whole text of its turn.
func (s *State) IsWhole(part cite.Part) bool {
	return part.Words.Start == 0 && part.Words.End == len(s.Transcript.Turns[part.Turn].Text)
}

// LinkTo returns a link to the first of the parts: to the turn if the part is the whole
// turn, else to its words. page and fragment are the page's address before and after
// "#". If the page is the embed page, which is shown in frames, or has no http address,
// the link leads to the transcript's page instead. That page is at the endpoint, whose
// origin is base.
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

// Compose returns the parts as text in the given style, and as HTML if the style has
// both forms. link is a link to the parts.
func (s *State) Compose(style string, parts []cite.Part, link string) (text, html string) {
	if style == StyleLink {
		return link, ""
	}
	q := cite.Of(s.Transcript, parts, link)
	var dst []byte
	// These values of style are the same as those of data-style in the menu's markup.
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

// Copied returns the phrase to announce after the parts were copied.
func (s *State) Copied(style string, parts []cite.Part) messages.Phrase {
	if style == StyleLink && !s.IsWhole(parts[0]) {
		return messages.CopiedWords
	}
	return messages.Copied
}
