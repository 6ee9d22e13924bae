package source

import "strings"

// Kind is the kind of syntax that a source seems to have at its start: JSON, XML, HTML,
// or other text. Each format is listed for one kind.
type Kind int

// The kinds of sources, by their syntax.
const (
	KindText Kind = iota // plain text, in any format that is not JSON, XML or HTML
	KindJSON
	KindHTML
	KindXML // XML that is no HTML page
)

// kindOf returns the kind of the text of an input file. A text that is derived from a
// file, such as the text that a page shows, always has the kind KindText.
func kindOf(text string) Kind {
	text = strings.TrimSpace(text)
	switch {
	case looksLikeJSON(text):
		return KindJSON
	case looksLikeXML(text):
		return KindXML
	case looksLikeHTML(text):
		return KindHTML
	}
	return KindText
}

// looksLikeHTML reports whether text looks like an HTML page. The result is true if text
// begins with an HTML comment or an XML declaration. It is also true if text begins with
// "<" and its first 2 KiB contain a common HTML element.
func looksLikeHTML(text string) bool {
	if !strings.HasPrefix(text, "<") || startsWikitext(text) {
		return false
	}
	const look = 2048
	head := strings.ToLower(text[:min(len(text), look)])
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<section", "<div", "<p>", "<p ", "<cite", "<pre", "<main", "<h1", "<h2", "<ul", "<ol", "<dl", "<table", "<span", "<sami"} {
		if strings.Contains(head, s) {
			return true
		}
	}
	return strings.HasPrefix(head, "<!--") || strings.HasPrefix(head, "<?xml")
}

// startsWikitext reports whether text begins with an empty <span> above a heading of
// Wikitext, as pandoc writes it: `<span id="a"></span>` and then "= A talk =".
func startsWikitext(text string) bool {
	first, rest, _ := strings.Cut(text, "\n")
	return strings.HasPrefix(first, "<span id=") && strings.HasSuffix(strings.TrimSpace(first), "></span>") && strings.HasPrefix(rest, "=")
}

// looksLikeJSON reports whether text begins like a JSON object, or like an array of
// objects. The start of a plain transcript may look similar: "[00:00:01]" or
// "[Music]". The function does not call itself for nested arrays, because deep
// nesting would overflow the stack of a WebAssembly program.
func looksLikeJSON(text string) bool {
	rest := strings.TrimLeft(text, "[ \t\r\n")
	array := strings.HasPrefix(text, "[")
	switch {
	case array && (rest == "" || rest == "]"):
		return true
	case text == "" || !array && text[0] != '{' || !strings.HasPrefix(rest, "{"):
		return false
	case array:
		return true
	}
	inner := strings.TrimLeft(rest[1:], " \t\r\n")
	return inner == "" || inner[0] == '"' || inner == "}"
}
