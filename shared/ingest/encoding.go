package ingest

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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
	case strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff"):
		if wide, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().String(text); err == nil {
			return wide, encodingUTF16
		}
	case strings.IndexByte(text, 0) >= 0:
		if wide, ok := decodeUnmarked(text); ok {
			return wide, encodingUnmarked
		}
	case !utf8.ValidString(text) && !mostlyUTF8(text):
		if west, err := charmap.Windows1252.NewDecoder().String(text); err == nil && !strings.ContainsRune(west, utf8.RuneError) {
			return west, encodingWindows
		}
	}
	return text, encodingUTF8
}

// decodeUnmarked returns UTF-16 without a byte order mark as UTF-8. Most of its
// characters are Latin, so that zeros stand at every other byte.
func decodeUnmarked(text string) (string, bool) {
	const look = 4096
	head := text[:min(len(text), look)&^1]
	var zeros [2]int
	for i := range len(head) {
		if head[i] == 0 {
			zeros[i&1]++
		}
	}
	order := unicode.LittleEndian
	if zeros[0] > zeros[1] {
		order = unicode.BigEndian
		zeros[0], zeros[1] = zeros[1], zeros[0]
	}
	if len(text)%2 != 0 || zeros[0] > 0 || 4*zeros[1] < len(head) {
		return "", false
	}
	wide, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().String(text)
	return wide, err == nil
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
