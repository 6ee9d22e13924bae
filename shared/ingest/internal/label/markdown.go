package label

import "strings"

// UnescapedMarkdown returns s with backslash escapes resolved: "\*" is "*"
// (CommonMark 0.31, section 2.4).
func UnescapedMarkdown(s string) string {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for ; i >= 0; i = strings.IndexByte(s, '\\') {
		b = append(b, s[:i]...)
		if s = s[i:]; len(s) > 1 && isASCIIPunctuation(s[1]) {
			b = append(b, s[1])
			s = s[2:]
			continue
		}
		b = append(b, s[0])
		s = s[1:]
	}
	return string(append(b, s...))
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
	if len(s) < 3 {
		return false
	}
	for _, marks := range [...]string{"_ ", "-– ", "* ", "= "} {
		if strings.Trim(s, marks) == "" {
			return true
		}
	}
	return false
}
