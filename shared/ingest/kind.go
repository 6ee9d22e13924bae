package ingest

import "strings"

// kind is what a source looks like at its start. Formats of a kind have a syntax in
// common.
type kind int

// The kinds of sources.
const (
	kindText kind = iota // plain text, in any format that is not JSON or HTML
	kindJSON
	kindHTML
)

// kindOf returns the kind of a text. A text that is derived from a source, such as the
// text that a page shows, is always plain text, whatever it looks like.
func kindOf(text string) kind {
	text = strings.TrimSpace(text)
	switch {
	case looksLikeJSON(text):
		return kindJSON
	case looksLikeHTML(text):
		return kindHTML
	}
	return kindText
}
