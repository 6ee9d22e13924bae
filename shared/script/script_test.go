package script_test

import (
	"testing"
	"unicode"

	"quoteline/shared/script"
)

func TestScripts(t *testing.T) {
	for _, tc := range []struct {
		name                        string
		characters                  string
		unspaced, hanOrKana, single bool
	}{
		{"Latin, Greek, Cyrillic", "aÉßωЖ0", false, false, false},
		{"Arabic, Hebrew, Devanagari", "عאह", false, false, false},
		{"Hangul", "이사회", false, false, true},
		{"Han", "公司〇々𠀀𰀀㐀豈⺀", true, true, true},
		{"kana", "あアーｱﾞㇰ", true, true, true},
		{"punctuation of Han and kana", "。、，！？：；「」『』《》", true, false, true},
		{"Thai", "กำไ๙", true, false, false},
		{"Lao", "ກໄ", true, false, false},
		{"Khmer", "កែ", true, false, false},
		{"Myanmar", "မေ", true, false, false},
		{"an ellipsis", "…", true, false, false},
		{"punctuation of Latin", ".,!?—“”", false, false, false},
		{"emoji", "😀", false, false, true},
	} {
		for _, r := range tc.characters {
			if script.Unspaced(r) != tc.unspaced || script.HanOrKana(r) != tc.hanOrKana || script.Single(r) != tc.single {
				t.Errorf("%s, %q: unspaced %t, Han or kana %t, single %t", tc.name, r, script.Unspaced(r), script.HanOrKana(r), script.Single(r))
			}
		}
	}
}

// The ranges of code points in package script must include all letters that Unicode's
// tables have for the same scripts.
func TestScriptsOfUnicode(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		rare := 0x16FE0 <= r && r <= 0x1B16F || r == 0x1F200 // historic kana and marks
		symbol := 0x3021 <= r && r <= 0x303B || 0x32D0 <= r && r <= 0x3357 || 0x19E0 <= r && r <= 0x19FF
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && !script.HanOrKana(r) && !rare && !symbol {
			t.Errorf("%U is Han or kana", r)
		}
		if unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !script.Unspaced(r) && !symbol && r < 0xA000 { // from U+A000 on, letters of minority languages
			t.Errorf("%U has no space between words", r)
		}
		if unicode.Is(unicode.Hangul, r) && script.Unspaced(r) {
			t.Errorf("%U is Hangul, which has spaces", r)
		}
	}
}
