package timeline

import (
	"unicode/utf8"

	"quoteline/shared/script"
)

// Words counts the words of a text. A word is a run of characters between white space.
// Each Han character and each kana counts as a word by itself, because these scripts
// have no spaces between words. Korean has spaces, so it is counted like English.
func Words(text string) int {
	words := 0
	inWord := false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		switch {
		case isSpace(r):
			inWord = false
		case script.HanOrKana(r):
			words++
			inWord = false
		case !inWord:
			words++
			inWord = true
		}
	}
	return words
}

func isSpace(r rune) bool {
	switch {
	case r == ' ', '\t' <= r && r <= '\r', r == 0x85, r == 0xA0, r == 0x3000:
		return true
	case r < 0x2000:
		return false
	}
	return 0x2000 <= r && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F
}
