package render

// appendEscaped appends s so that it is plain text in an element and in a double-quoted
// attribute value (HTML Living Standard, sections 13.1.2.3 and 13.1.4). Words of a
// transcript reach the markup only through this function.
func appendEscaped(dst []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		var entity string
		switch s[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&#34;"
		case '\'':
			entity = "&#39;"
		case 0: // not allowed in HTML, so parsers replace it by U+FFFD as well
			entity = "\uFFFD"
		default:
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, entity...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}
