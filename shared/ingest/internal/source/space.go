package source

import (
	"slices"
	"strings"
	"unicode"
)

// SkipSpace returns the offset of the first character in text[i:end] that is not
// white space. It returns end if there is none.
func SkipSpace(text string, i, end int) int {
	return end - len(strings.TrimLeftFunc(text[i:end], unicode.IsSpace))
}

// WithRoom returns list with space for at least one more element. If the list is
// full, it doubles the capacity. Built-in append adds only a quarter to the capacity
// of a long list, so it would copy the elements more often.
func WithRoom[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, len(list)+1)
}

// ControlsAsSpaces replaces each control character except line feeds by a space, and
// removes the marks that [ControlAsSpace] removes.
func ControlsAsSpaces(text string) string { return strings.Map(ControlAsSpace, text) }

// ControlAsSpace returns a space if r is a control character other than a line feed.
// It returns -1, which removes r, for a mark that begins or ends an embedded direction
// of writing (Unicode Standard Annex 9): a label may separate the two marks of a pair.
// Otherwise it returns r.
func ControlAsSpace(r rune) rune {
	if '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' {
		return -1
	}
	if unicode.IsControl(r) && r != '\n' {
		return ' '
	}
	return r
}

// IsC1 reports whether r is a control character from U+0080 to U+009F, except the line
// break U+0085. They come from text in Windows-1252 that was read as Latin-1.
func IsC1(r rune) bool { return 0x80 <= r && r <= 0x9f && r != 0x85 }
