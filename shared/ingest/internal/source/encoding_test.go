package source

import (
	"encoding/binary"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// TestDecodersMatchLibrary compares the project's decoders with golang.org/x/text:
// Windows-1252 for every byte, and UTF-16 for pairs of surrogates and errors.
func TestDecodersMatchLibrary(t *testing.T) {
	for c := range 256 {
		want := charmap.Windows1252.DecodeByte(byte(c))
		got, ok := decodeWindows([]byte{byte(c)})
		if ok != (want != utf8.RuneError) || ok && got != string(want) {
			t.Errorf("byte %x is %q (%t), want %q", c, got, ok, want)
		}
	}
	for _, units := range []string{"a\x00\x3d\xd8\x00\xde", "\x3d\xd8a\x00", "\x00\xde", "a\x00\x3d\xd8", "a\x00b"} {
		want, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().String(units)
		if got := decodeUTF16([]byte(units), binary.LittleEndian); err != nil || got != want {
			t.Errorf("%q is %q, want %q (error %v)", units, got, want, err)
		}
	}
}
