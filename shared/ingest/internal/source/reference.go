package source

import (
	"strings"

	"golang.org/x/net/html"
)

// References returns text with each character reference, such as &amp;, replaced by its
// character. A reference must end with a semicolon. So "R&notes" is not changed, although
// HTML would read "&not" there (CommonMark 0.31, section 2.5).
func References(text string) string {
	const longest = 32 // characters in the name of a reference
	if !strings.Contains(text, "&") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "&")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		n := len(rest) - len(strings.TrimLeft(rest, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		text = rest
		if n < 1 || n > longest || n == len(rest) || rest[n] != ';' {
			b.WriteByte('&')
			continue
		}
		b.WriteString(html.UnescapeString("&" + rest[:n+1]))
		text = rest[n+1:]
	}
}
