package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// token is an HTML token and its range in the source.
type token struct {
	kind       html.TokenType
	name       atom.Atom
	at         transcript.Range
	attributes []html.Attribute
}

// data returns the value of the attribute named key. It returns "" if there is none. The
// directive below prevents inlining: a copy of the loop at each of ten calls would make
// the program for Cloudflare Workers larger.
//
//go:noinline
func (t *token) data(key string) string {
	for i := range t.attributes {
		if t.attributes[i].Key == key {
			return t.attributes[i].Val
		}
	}
	return ""
}

// eachToken is the cost of an HTML token in steps, the units in which a budget limits
// the work. A token also costs one step for each of its bytes.
const eachToken = 48

// scan calls yield for each HTML token of src. It stops early if a limit on the
// work (the budget) is exceeded.
func scan(src *source.Source, yield func(token)) {
	z := html.NewTokenizer(strings.NewReader(src.Text[src.Start:]))
	at := src.Start
	for {
		if !src.Budget.Values(attributesAt(src.Text, at)) {
			return
		}
		kind := z.Next()
		end := at + len(z.Raw())
		if !src.Budget.Steps(end - at + eachToken) {
			return
		}
		if kind == html.ErrorToken {
			if at < len(src.Text) { // the last element is not closed; a script, for example
				yield(token{kind: kind, at: transcript.Range{Start: at, End: len(src.Text)}})
			}
			return
		}
		t := token{kind: kind, at: transcript.Range{Start: at, End: end}}
		if kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken {
			full := z.Token()
			t.name, t.attributes = full.DataAtom, full.Attr
		}
		yield(t)
		at = end
	}
}

// unescape divides a text into pieces and calls put for each piece. The argument at is
// the range of the text in the source. A piece is a character reference, such as &amp;,
// or the text between two references. The first argument of put is the text, or the
// character that the reference means. The second is the piece's range in the source.
func unescape(src *source.Source, at transcript.Range, put func(text string, from transcript.Range)) {
	// Example: "a &amp; b" gives "a ", "&" (for &amp;) and " b". A reference has at
	// most 33 bytes, so the search for its end stops after 40 bytes.
	const longest = 40
	text := src.Text
	for i := at.Start; i < at.End; {
		next := strings.IndexByte(text[i:at.End], '&')
		if next != 0 {
			end := at.End
			if next > 0 {
				end = i + next
			}
			put(text[i:end], transcript.Range{Start: i, End: end})
			i = end
			continue
		}
		end := i + 1
		for end < at.End && end < i+longest && (source.IsDigit(text[end]) || text[end] == '#' || text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z') {
			end++
		}
		if end < at.End && text[end] == ';' {
			end++
		}
		meaning, length := characterReferenceAt(text[i:end])
		put(meaning, transcript.Range{Start: i, End: i + length})
		i += length
	}
}

// characterReferenceAt returns the meaning and the length in bytes of the character
// reference at the start of s. Some old references need no semicolon: "&nbspr" is
// &nbsp and the text "r" (HTML Living Standard, section 13.2.5.73).
func characterReferenceAt(s string) (meaning string, length int) {
	meaning, length = html.UnescapeString(s), len(s)
	if len(meaning) == length {
		return meaning, length
	}
	for len(meaning) > 1 && length > 1 && meaning[len(meaning)-1] == s[length-1] {
		if _, n := utf8.DecodeRuneInString(meaning); n == len(meaning) {
			break
		}
		meaning, length = meaning[:len(meaning)-1], length-1
	}
	return meaning, length
}
