package label

import (
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/source"
)

// UnescapedMarkdown returns s with backslash escapes and character references resolved:
// `\*` is "*", and "&amp;" is "&" (CommonMark 0.31, sections 2.4 and 2.5). An escaped "&"
// begins no reference: `\&amp;` is "&amp;".
func UnescapedMarkdown(s string) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return source.References(s)
	}
	// A text such as `Q&amp;A \&lt; 2` is read in pieces: "Q&amp;A " has references, the
	// escaped "&" is added as it is, and "lt; 2" is the next piece.
	var b strings.Builder
	from := 0 // the start of the piece
	for ; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isASCIIPunctuation(s[i+1]) {
			b.WriteString(source.References(s[from:i]))
			b.WriteByte(s[i+1])
			i++
			from = i + 1
		}
	}
	b.WriteString(source.References(s[from:]))
	return b.String()
}

// isASCIIPunctuation reports whether b is ASCII punctuation (CommonMark, section
// 2.1).
func isASCIIPunctuation(b byte) bool {
	return '!' <= b && b <= '/' || ':' <= b && b <= '@' || '[' <= b && b <= '`' || '{' <= b && b <= '~'
}

// MarkdownName returns the speaker's name in a Markdown label. Escapes are resolved
// ("\*" is "*"), and [Clean] removes invisible characters and extra spaces.
func MarkdownName(label string) string { return Clean(UnescapedMarkdown(label)) }

// IsRule reports whether a line consists of one repeated mark, such as an asterisk or
// a dash, with or without spaces. Examples are "* * *" and "____".
func IsRule(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); len(s) < 3 || !strings.ContainsRune("_-–*= ", first) {
		return false
	}
	for _, marks := range [...]string{"_ ", "-– ", "* ", "= "} {
		if strings.Trim(s, marks) == "" {
			return true
		}
	}
	return false
}
