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

// Text returns src as UTF-8 and the name of its encoding. The spans of a [Report]
// are byte offsets in that text. The error is an [*Error] if src is a file of a
// known kind that is not text, such as a PDF.
func Text(src []byte) (text, encoding string, err error) {
	if err := refuseBinary(string(src)); err != nil {
		err.Line, err.Column = 1, 1
		return "", "", err
	}
	text, encoding = decode(src)
	return text, encoding, nil
}

// decode returns src as UTF-8, and the name of its encoding. UTF-16 is recognised
// by its byte order mark, or by its zero bytes. Text that is neither is
// Windows-1252, unless most of its characters beyond ASCII are UTF-8: that is
// damaged UTF-8, and [source.check] reports where.
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

// decodeUnmarked decodes UTF-16 without a byte order mark. Most of its characters
// are Latin, so every other byte is zero. It reports false for anything else.
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

// decodeUTF16 decodes UTF-16. An unpaired surrogate, and a single byte at the end,
// become U+FFFD.
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

// windows1252 holds the characters of Windows-1252 from 0x80 to 0x9f, where
// Latin-1 has control characters. U+FFFD fills the five unused codes. The package
// golang.org/x/text/encoding/charmap would add 25 KB to the Worker; a test
// compares with it.
const windows1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"

// decodeWindows decodes Windows-1252. It reports false if src has one of the five
// unused bytes.
func decodeWindows(src []byte) (string, bool) {
	special := []rune(windows1252)
	var b strings.Builder
	b.Grow(len(src) + len(src)/8)
	for _, c := range src {
		r := rune(c)
		if 0x80 <= c && c < 0xa0 {
			r = special[c-0x80]
		}
		if r == utf8.RuneError {
			return "", false
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// mostlyUTF8 reports whether at least a third of what is not ASCII is valid UTF-8.
// Then the text is damaged UTF-8, and reading it as Windows-1252 would turn every
// "é" into "Ã©".
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
