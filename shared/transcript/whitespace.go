package transcript

import (
	"strings"
	"unicode/utf8"
)

// invalidUTF8 returns the offset of the first byte of v that is not UTF-8. It returns
// -1 if all of v is UTF-8.
func invalidUTF8(v string) int {
	if utf8.ValidString(v) {
		return -1
	}
	i := 0
	for i < len(v) {
		r, size := utf8.DecodeRuneInString(v[i:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		i += size
	}
	return i
}

// firstControl returns the first control character (Unicode category Cc) of v, and its
// offset. A line break "\n" is allowed, so it does not count. The offset is -1 if there
// is no such character.
func firstControl(v string) (r rune, offset int) {
	for i, r := range v {
		if r < ' ' && r != '\n' || 0x7f <= r && r < 0xa0 {
			return r, i
		}
	}
	return 0, -1
}

// hasBlankParagraph reports whether a paragraph of v is empty or only white space.
func hasBlankParagraph(v string) bool {
	for paragraph := range strings.SplitSeq(v, "\n") {
		if isBlank(paragraph) {
			return true
		}
	}
	return false
}

func isBlank(v string) bool {
	for _, r := range v {
		if !isSpace(r) {
			return false
		}
	}
	return true
}

// isSpace reports whether r is white space, as unicode.IsSpace does. It does not use
// Unicode's tables, which would make the WebAssembly module larger.
func isSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a
}
