package ingest

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The names of the encodings in a [Report].
const (
	encodingUTF8     = "UTF-8"
	encodingMarked   = "UTF-8 with byte order mark"
	encodingUTF16    = "UTF-16 with byte order mark"
	encodingUnmarked = "UTF-16, because every other byte is zero"
	encodingWindows  = "Windows-1252, because the bytes are not UTF-8"
)

// Text returns src as text in UTF-8, in which the spans of a [Report] count,
// and the name of its encoding. The error is an [*Error] where src is a file
// of a known kind that is not text.
func Text(src []byte) (text, encoding string, err error) {
	if err := refuseBinary(string(src)); err != nil {
		err.Line, err.Column = 1, 1
		return "", "", err
	}
	text, encoding = decode(src)
	return text, encoding, nil
}

// decode returns src as text in UTF-8, and what it was encoded in. UTF-16 is
// known by its byte order mark. Text that is not UTF-8 and has no character
// that only UTF-8 would write is Windows-1252; other faults are left for
// [source.check] to place.
func decode(src []byte) (text, encoding string) {
	text = string(src)
	switch {
	case strings.HasPrefix(text, byteOrderMark):
		return text, encodingMarked
	case strings.HasPrefix(text, "\xff\xfe"):
		return decodeUTF16(src[2:], binary.LittleEndian), encodingUTF16
	case strings.HasPrefix(text, "\xfe\xff"):
		return decodeUTF16(src[2:], binary.BigEndian), encodingUTF16
	case strings.IndexByte(text, 0) >= 0:
		if wide, ok := decodeUnmarked(src); ok {
			return wide, encodingUnmarked
		}
	case !utf8.ValidString(text) && !mostlyUTF8(text):
		if west, ok := decodeWindows(src); ok {
			return west, encodingWindows
		}
	}
	return text, encodingUTF8
}

// decodeUnmarked returns UTF-16 without a byte order mark as UTF-8. Most of its
// characters are Latin, so that zeros stand at every other byte.
func decodeUnmarked(src []byte) (string, bool) {
	const look = 4096
	head := src[:min(len(src), look)&^1]
	var zeros [2]int
	for i, b := range head {
		if b == 0 {
			zeros[i&1]++
		}
	}
	var order binary.ByteOrder = binary.LittleEndian
	if zeros[0] > zeros[1] {
		order = binary.BigEndian
		zeros[0], zeros[1] = zeros[1], zeros[0]
	}
	if len(src)%2 != 0 || zeros[0] > 0 || 4*zeros[1] < len(head) {
		return "", false
	}
	return decodeUTF16(src, order), true
}

// decodeUTF16 returns UTF-16 as UTF-8. Half a pair of surrogates, and half a
// unit at the end, become U+FFFD.
func decodeUTF16(src []byte, order binary.ByteOrder) string {
	var b strings.Builder
	b.Grow(len(src))
	for len(src) > 1 {
		r := rune(order.Uint16(src))
		src = src[2:]
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if len(src) > 1 {
				pair = utf16.DecodeRune(r, rune(order.Uint16(src)))
			}
			if pair != utf8.RuneError {
				src = src[2:]
			}
			r = pair
		}
		b.WriteRune(r)
	}
	if len(src) > 0 {
		b.WriteRune(utf8.RuneError)
	}
	return b.String()
}

// windows1252 is what Windows-1252 has from 0x80 to 0x9f, where Latin-1 has
// controls. U+FFFD stands where it has nothing. A package with a table for each
// encoding would add 25 KB to the Worker; a test compares with it.
const windows1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"

// decodeWindows returns Windows-1252 as UTF-8, false where src has a byte that
// means nothing in it.
func decodeWindows(src []byte) (string, bool) {
	signs := []rune(windows1252)
	var b strings.Builder
	b.Grow(len(src) + len(src)/8)
	for _, c := range src {
		r := rune(c)
		if 0x80 <= c && c < 0xa0 {
			r = signs[c-0x80]
		}
		if r == utf8.RuneError {
			return "", false
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// mostlyUTF8 reports whether the characters beyond ASCII are UTF-8 but for a few
// stray bytes: then the text is damaged UTF-8, which Windows-1252 would make
// unreadable.
func mostlyUTF8(text string) bool {
	good, bad := 0, 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case r >= utf8.RuneSelf:
			good++
		}
		i += n
	}
	return good > 0 && 2*good >= bad
}
