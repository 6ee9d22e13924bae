package source

import (
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// These constants are the values of the report's field Encoding. A value names the encoding of
// the input and, if the encoding was guessed, the reason.
const (
	encodingUTF8     = "UTF-8"
	encodingMarked   = "UTF-8 with byte order mark"
	encodingUTF16    = "UTF-16 with byte order mark"
	encodingUnmarked = "UTF-16, because every other byte is zero"
	encodingWindows  = "Windows-1252, because the bytes are not UTF-8"
)

// Decoded is a text in UTF-8, with the encoding that the source had.
type Decoded struct {
	Text     string
	Encoding string // name, with the evidence
	Unproven bool   // the encoding was guessed, and an editor should check it
}

// Decode returns src as UTF-8. The byte offsets in a report refer to the returned text.
// The argument encoding is the name of the encoding. If it is "", the encoding is
// detected. The error is an [*Error] if src is a known kind of file that is not text,
// such as a PDF, or if the encoding is unknown.
func Decode(src []byte, encoding string) (*Decoded, error) {
	raw := string(src)
	if err := RefuseBinary(raw); err != nil {
		err.Line, err.Column = 1, 1
		return nil, err
	}
	if strings.EqualFold(encoding, EncodingTwice) {
		text, _ := decodeUnicode(src, raw)
		text, n := RepairTwice(text)
		return &Decoded{Text: text, Encoding: "UTF-8, encoded twice, as chosen; repaired characters: " + strconv.Itoa(n)}, nil
	}
	if encoding != "" && !strings.EqualFold(encoding, encodingUTF8) {
		return decodeNamed(src, encoding)
	}
	text, name := decodeUnicode(src, raw)
	if encoding != "" || utf8.ValidString(text) || mostlyUTF8(text) || looksBinary(text) {
		return &Decoded{Text: text, Encoding: name}, nil
	}
	return decodeBytes(src)
}

// decodeNamed decodes src in the encoding that the editor chose.
func decodeNamed(src []byte, encoding string) (*Decoded, error) {
	c, ok := charsetNamed(encoding)
	if !ok {
		return nil, &Error{Line: 1, Column: 1, Reason: "there is no encoding named " + strconv.Quote(encoding) + " here", Advice: "choose one of " + strings.Join(Encodings(), ", ")}
	}
	text, _ := c.decode(src) // a byte that the encoding does not use becomes U+FFFD
	return &Decoded{Text: text, Encoding: c.name + ", as chosen"}, nil
}

// decodeBytes decodes a text that is not Unicode. If the text declares an encoding, that
// one is used. If its letters are those of a Western European language, Windows-1252 is
// used. Otherwise the encoding is guessed from the frequency of the letters.
func decodeBytes(src []byte) (*Decoded, error) {
	if c, ok := charsetNamed(declared(src)); ok {
		if text, ok := c.decode(src); ok {
			return &Decoded{Text: text, Encoding: c.name + ", as the source declares"}, nil
		}
	}
	if looksLatin(src) {
		west, ok := decodeWindows(src)
		if !ok {
			return &Decoded{Text: string(src), Encoding: encodingUTF8}, nil // check reports the first byte
		}
		return &Decoded{west, encodingWindows, !provenWestern(west)}, nil
	}
	if c, text, ok := guess(src); ok {
		return &Decoded{text, c.name + ", because its letters are frequent then", true}, nil
	}
	at := strings.IndexFunc(string(src), func(r rune) bool { return r >= utf8.RuneSelf })
	p := Position{1, 1}.Past(string(src), 0, at)
	return nil, &Error{Offset: at, Line: p.Line, Column: p.Column, AsksEncoding: true,
		Reason: "the encoding of the text is unknown: it is not UTF-8",
		Advice: "choose the encoding, such as windows-1251 (quoteline ingest -encoding windows-1251), or save the text as UTF-8"}
}

// decodeUnicode converts src to UTF-8 if it is UTF-16. It recognises UTF-16 by the byte
// order mark, or by many zero bytes. Otherwise it returns raw, which is src as a string.
// The second result is the name of the encoding.
func decodeUnicode(src []byte, raw string) (text, encoding string) {
	text = raw
	switch {
	case strings.HasPrefix(text, ByteOrderMark):
		return text, encodingMarked
	case strings.HasPrefix(text, "\xff\xfe"):
		return decodeUTF16(src[2:], binary.LittleEndian), encodingUTF16
	case strings.HasPrefix(text, "\xfe\xff"):
		return decodeUTF16(src[2:], binary.BigEndian), encodingUTF16
	case strings.IndexByte(text, 0) >= 0:
		if wide, ok := decodeUnmarked(src); ok {
			return wide, encodingUnmarked
		}
	}
	return text, encodingUTF8
}

// decodeUnmarked decodes UTF-16 that has no byte order mark. It expects mostly Latin
// letters, of which every other byte is zero. The result is false if src does not
// look like such a text.
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

// decodeUTF16 decodes UTF-16; src does not include the byte order mark. An unpaired
// surrogate, and a single byte at the end, become U+FFFD.
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

// windows1252 lists the characters for the bytes 0x80 to 0x9f in the encoding
// Windows-1252. Five of these bytes are unused; U+FFFD is in their places. The
// package golang.org/x/text/encoding/charmap has the same table, but would make the
// program for Cloudflare Workers 25 KB larger. A test compares the two tables.
const windows1252 = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"

// decodeWindows decodes Windows-1252. The result is false if src contains one of the
// five bytes that the encoding does not use.
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

// mostlyUTF8 reports whether at least a third of the characters beyond ASCII are
// valid UTF-8. Such a text is UTF-8 with some damaged bytes. If it were read as
// Windows-1252, every "é" would become "Ã©".
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
