package source

import "strings"

// RootElement returns the name of the root element of an XML document, without its
// prefix: "tt" for <tt:tt>. It returns "" if the text does not begin with a tag, a
// declaration, a comment or a DOCTYPE.
func RootElement(text string) string {
	text = strings.TrimSpace(text)
	for {
		end := ""
		switch {
		case strings.HasPrefix(text, "<?"):
			end = "?>"
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case strings.HasPrefix(text, "<!"):
			end = ">"
			if open := strings.IndexByte(text, '['); open >= 0 && open < strings.IndexByte(text, '>') {
				end = "]" // a DOCTYPE with definitions, which may contain ">"
			}
		case strings.HasPrefix(text, "<"):
			return localName(text[1:])
		default:
			return ""
		}
		i := strings.Index(text, end)
		if i < 0 {
			return ""
		}
		text = strings.TrimSpace(text[i+len(end):])
		if end == "]" {
			text = strings.TrimSpace(strings.TrimPrefix(text, ">"))
		}
	}
}

// localName returns the name that text begins with, without its prefix.
func localName(text string) string {
	const longest = 100
	text = text[:min(len(text), longest)]
	if i := strings.IndexAny(text, " \t\r\n/><"); i >= 0 {
		text = text[:i]
	}
	return text[strings.IndexByte(text, ':')+1:]
}

// looksLikeXML reports whether text is an XML document and not an HTML page. If a
// document has no XML declaration, its root element must be one of a transcript format.
// <article> and <section> are elements of both HTML and DocBook, so a document with such
// a root must name DocBook.
func looksLikeXML(text string) bool {
	if !strings.HasPrefix(text, "<") {
		return false
	}
	switch root := RootElement(text); root {
	case "tt", "timedtext", "TEI", "teiCorpus", "akomaNtoso", "debateRecord", "compteRendu", "publicwhip", "ANNOTATION_DOCUMENT", "Trans":
		return true
	case "transcript":
		return strings.Contains(text[:min(len(text), 2048)], "<text ")
	case "article", "section":
		return strings.Contains(text[:min(len(text), 1024)], "docbook.org/") || strings.Contains(text[:min(len(text), 1024)], "DTD DocBook")
	case "", "html", "head", "body", "div", "p", "cite", "pre", "main", "h1", "h2", "h3", "ul", "ol", "dl", "table", "span", "header", "aside":
		return false
	default:
		return strings.HasPrefix(text, "<?xml ") && !strings.EqualFold(root, "html")
	}
}
