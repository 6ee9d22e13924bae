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

// ControlsAsSpaces replaces each control character except line feeds by a space.
func ControlsAsSpaces(text string) string { return strings.Map(ControlAsSpace, text) }

// ControlAsSpace returns a space if r is a control character other than a line feed.
// Otherwise it returns r.
func ControlAsSpace(r rune) rune {
	if unicode.IsControl(r) && r != '\n' {
		return ' '
	}
	return r
}
