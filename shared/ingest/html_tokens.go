package ingest

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/transcript"
)

// looksLikeHTML reports whether text is a page, or begins with a common element.
func looksLikeHTML(text string) bool {
	if !strings.HasPrefix(text, "<") {
		return false
	}
	const look = 2048
	head := strings.ToLower(text[:min(len(text), look)])
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<section", "<div", "<p>", "<p ", "<cite", "<pre", "<main", "<h1", "<h2", "<ul", "<ol", "<dl", "<table", "<span"} {
		if strings.Contains(head, s) {
			return true
		}
	}
	return strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml")
}

// htmlToken is an HTML token and its place.
type htmlToken struct {
	kind html.TokenType
	name atom.Atom
	at   transcript.Range
	data func(key string) string // returns the value of an attribute
}

// eachToken is how many steps a token takes besides those for its bytes.
const eachToken = 48

// scanHTML yields the tokens of src. It ends early where the budget does.
func scanHTML(src *source, yield func(htmlToken)) {
	z := html.NewTokenizer(strings.NewReader(src.text[src.start:]))
	at := src.start
	for {
		if !src.budget.values(attributesAt(src.text, at)) {
			return
		}
		kind := z.Next()
		end := at + len(z.Raw())
		if !src.budget.steps(end - at + eachToken) {
			return
		}
		if kind == html.ErrorToken {
			if at < len(src.text) { // an element that is not closed, such as a script
				yield(htmlToken{kind: kind, at: transcript.Range{Start: at, End: len(src.text)}})
			}
			return
		}
		t := htmlToken{kind: kind, at: transcript.Range{Start: at, End: end}}
		if kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken {
			full := z.Token()
			t.name = full.DataAtom
			t.data = func(key string) string { return attribute(full.Attr, key) }
		}
		yield(t)
		at = end
	}
}

// attribute returns the value of an attribute, or "".
func attribute(list []html.Attribute, key string) string {
	for _, a := range list {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// unescapeHTML calls put for each stretch without a character reference, and for
// each reference with its meaning.
func unescapeHTML(src *source, at transcript.Range, put func(text string, from transcript.Range)) {
	// "a &amp; b" gives "a ", "&" (for &amp;) and " b". References are at most 33 bytes
	// long, so the search for their end is bounded.
	const longest = 40
	text := src.text
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
		for end < at.End && end < i+longest && (isDigit(text[end]) || text[end] == '#' || text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z') {
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

// characterReferenceAt returns the meaning and the length of the character reference
// that s begins with. Old references need no semicolon: in "&nbspr", "r" is text
// (HTML Standard, section 13.2.5.73).
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
