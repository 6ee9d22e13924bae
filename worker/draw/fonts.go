package draw

import (
	"bytes"
	"unicode"

	"github.com/go-text/typesetting/font"

	"quoteline/shared/card"
)

// Fonts are the fonts with which cards (pictures shown with links) are drawn.
type Fonts struct {
	faces map[card.Font]*font.Face
}

// Add adds a font file in the format TrueType. It returns an error if the file is
// damaged or has another format.
func (f *Fonts) Add(name card.Font, file []byte) error {
	face, err := font.ParseTTF(bytes.NewReader(file))
	if err != nil {
		return &FontError{name, err}
	}
	if f.faces == nil {
		f.faces = map[card.Font]*font.Face{}
	}
	f.faces[name] = face
	return nil
}

// FontError reports a font file that is missing or cannot be read.
type FontError struct {
	Font card.Font
	Err  error
}

// Error names the font and the cause.
func (e *FontError) Error() string { return "the font " + string(e.Font) + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *FontError) Unwrap() error { return e.Err }

// family is a list of fonts. A character is drawn with the first one that has it.
type family []*font.Face

// family returns the font with the given name, and after it the fonts for Arabic and
// Hebrew.
func (f *Fonts) family(name card.Font) family {
	var list family
	for _, n := range [...]card.Font{name, card.Arabic, card.Hebrew} {
		if face := f.faces[n]; face != nil {
			list = append(list, face)
		}
	}
	return list
}

// ResolveFace returns the first font that has the character, or else the first font. It
// implements an interface of package shaping.
func (f family) ResolveFace(r rune) *font.Face {
	for _, face := range f {
		if _, ok := face.NominalGlyph(r); ok {
			return face
		}
	}
	return f[0]
}

// drawable returns how many characters the fonts can draw from the start of the text,
// before the first one that they lack.
func (f family) drawable(text []rune) int {
	for i, r := range text {
		if unicode.IsSpace(r) || isJoiner(r) {
			continue
		}
		if _, ok := f.ResolveFace(r).NominalGlyph(r); !ok {
			return i
		}
	}
	return len(text)
}

// isJoiner reports whether r draws nothing and only changes how other characters are
// drawn, such as U+200D ZERO WIDTH JOINER and the marks for text directions.
func isJoiner(r rune) bool {
	return 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r && r <= 0x2069 || r == 0x61C || r == 0xFEFF
}
