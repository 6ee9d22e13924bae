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

// isInvisible reports whether a text has no character that a reader could see. Such a
// text has only white space, and characters of Unicode's property
// Default_Ignorable_Code_Point, such as a zero-width space, a soft hyphen or U+202E,
// which reverses the text after it.
func isInvisible(v string) bool {
	for _, r := range v {
		if !isSpace(r) && !isIgnorable(r) {
			return false
		}
	}
	return true
}

// isIgnorable reports whether r is a character for which programs display nothing,
// not even a box, if they do not support it (Unicode Standard, section 5.21). It also
// returns true for the Braille pattern without dots, which looks like a space.
func isIgnorable(r rune) bool {
	for _, p := range ignorable {
		if p[0] <= r && r <= p[1] {
			return true
		}
	}
	return false
}

// ignorable holds ranges of characters: each element is the first and the last code
// point of a range.
var ignorable = [...][2]rune{
	{0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
	{0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800}, {0x3164, 0x3164},
	{0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8},
	{0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
}
