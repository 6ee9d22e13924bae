package script_test

import (
	"testing"
	"unicode"

	"quoteline/shared/script"
)

func TestInWord(t *testing.T) {
	for _, tc := range []struct {
		name, characters string
		want             bool
	}{
		{"letters and digits", "aZ09ªßéŁωЖщבعहকதకﬁＡ９한ꙋ𝐀", true},
		{"marks, joiners and the soft hyphen", "\u0301\u093e\u05b0\u0651\u200c\u200d\u00ad\ufe0f", true},
		{"marks of abbreviation in Hebrew", "׳״", true},
		{"white space", " \t\n\u00a0\u2009\u202f\u3000\u1680", false},
		{"punctuation", ".,;:!?'\"()[]{}-–—…“”‘’«»„¿¡·。、，！？「」؟،؛۔।՞።־", false},
		{"symbols and emoji", "$€+=×÷<>|~^`©®°→★♪🙂", false},
		{"scripts without spaces", "公司アあｱ々ไลກខက", false},
	} {
		for _, r := range tc.characters {
			if got := script.InWord(r); got != tc.want {
				t.Errorf("%s: InWord(%q, %U) is %v", tc.name, r, r, got)
			}
		}
	}
}

// InWord does not use Unicode's tables. This test compares it with the tables, for
// scripts in everyday use that have spaces between words.
func TestInWordAgreesWithUnicode(t *testing.T) {
	spaced := []*unicode.RangeTable{
		unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Armenian, unicode.Hebrew, unicode.Arabic,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
		unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Georgian, unicode.Ethiopic,
		unicode.Hangul, unicode.Mongolian,
	}
	for r := rune(0); r < 0x2000; r++ {
		switch {
		case unicode.IsSpace(r) || unicode.In(r, unicode.Pd, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf):
			if script.InWord(r) {
				t.Errorf("InWord(%U) is true for white space, a dash, a bracket or a quotation mark", r)
			}
		case unicode.In(r, spaced...) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Nd, r)):
			if !script.InWord(r) {
				t.Errorf("InWord(%U) is false for %q", r, r)
			}
		}
	}
	for r := rune(0xAC00); r <= 0xD7A3; r++ {
		if !script.InWord(r) {
			t.Fatalf("InWord(%U) is false for Hangul", r)
		}
	}
}
