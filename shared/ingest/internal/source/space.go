package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SkipSpace returns the offset of the first character in text[i:end] that is not
// white space. It returns end if there is none.
func SkipSpace(text string, i, end int) int {
	return end - len(strings.TrimLeftFunc(text[i:end], unicode.IsSpace))
}

// ControlsAsSpaces replaces each control character except line feeds by a space. Few
// texts have control characters, so a text without any is returned at once.
func ControlsAsSpaces(text string) string {
	for i := range len(text) {
		switch c := text[i]; {
		case ' ' <= c && c < 0x7f, c == '\n', c >= utf8.RuneSelf && !isC1At(text, i):
		default:
			return strings.Map(ControlAsSpace, text)
		}
	}
	return text
}

// isC1At reports whether text[i:] begins with a control character from U+0080 to U+009F.
func isC1At(text string, i int) bool {
	return text[i] == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0
}

// ControlAsSpace returns a space if r is a control character other than a line feed.
// Otherwise it returns r.
func ControlAsSpace(r rune) rune {
	if unicode.IsControl(r) && r != '\n' {
		return ' '
	}
	return r
}

// IsDirectionMark reports whether r is an invisible mark of the writing direction: one
// that begins or ends an embedding, an override or an isolate (Unicode Standard Annex 9).
func IsDirectionMark(r rune) bool {
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// PairedMarks removes each mark of the writing direction whose opening or closing mark is
// not in the same paragraph. Such a single mark may be left if a label was cut off. For
// example, "Ada: words" is between the marks U+202B and U+202C. If "Ada:" is cut off,
// U+202B is lost with it.
func PairedMarks(text string) string {
	if !hasDirectionMark(text) {
		return text
	}
	type opener struct {
		at      int
		isolate bool // U+2069 ends an isolate, U+202C an embedding
	}
	single := map[int]bool{} // offsets of the marks without a partner
	var open []opener        // the marks that wait for their partner
	for i, r := range text {
		switch {
		case r == '\n':
			open = open[:0]
		case !IsDirectionMark(r):
		case r != '\u202c' && r != '\u2069': // it begins an embedding or an isolate
			open, single[i] = append(open, opener{i, r >= '\u2066'}), true
		case len(open) > 0 && open[len(open)-1].isolate == (r == '\u2069'):
			delete(single, open[len(open)-1].at)
			open = open[:len(open)-1]
		default:
			single[i] = true
		}
	}
	var b strings.Builder
	for i, r := range text {
		if !single[i] {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hasDirectionMark reports whether a text has a direction mark. It compares bytes, because
// most texts have none: U+202A to U+202E are E2 80 AA to E2 80 AE in UTF-8, and U+2066 to
// U+2069 are E2 81 A6 to E2 81 A9.
func hasDirectionMark(text string) bool {
	for {
		i := strings.IndexByte(text, 0xe2)
		if i < 0 || i+2 >= len(text) {
			return false
		}
		switch second, third := text[i+1], text[i+2]; {
		case second == 0x80 && 0xaa <= third && third <= 0xae, second == 0x81 && 0xa6 <= third && third <= 0xa9:
			return true
		}
		text = text[i+3:]
	}
}

// C1 returns the byte offset of the first control character for which [IsC1] is true, or
// -1 if text has none.
func C1(text string) int {
	for i := 0; ; i += len("\u0080") {
		n := strings.IndexByte(text[i:], 0xc2)
		if n < 0 {
			return -1
		}
		if i += n; isC1At(text, i) && text[i+1] != 0x85 {
			return i
		}
	}
}

// IsC1 reports whether r is a control character from U+0080 to U+009F, except the line
// break U+0085. If a text has such characters, it was probably in Windows-1252 and was
// decoded as Latin-1.
func IsC1(r rune) bool { return 0x80 <= r && r <= 0x9f && r != 0x85 }
