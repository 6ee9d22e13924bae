package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxClosers is the most closing marks that may follow a full stop.
const maxClosers = 8

// sentenceFinished reports whether text[floor:at] ends with the end of a sentence:
// a full stop or the like, perhaps with closing quotation marks, brackets or
// emphasis.
func sentenceFinished(text string, floor, at int) bool {
	s := strings.TrimRightFunc(text[floor:at], unicode.IsSpace)
	for range maxClosers {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("\"'”’»)]}*_」』）", r) || n == 0 {
			break
		}
		s = s[:len(s)-n]
	}
	return endsSentence(s)
}

// endsSentence reports whether s ends with a character that ends sentences, and not
// with the full stop of an abbreviation.
func endsSentence(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '!', '?', '…', '‽', '。', '！', '？', '؟', '।':
		return true
	case '.':
		return !isAbbreviation(s[:len(s)-n])
	}
	return false
}

// isAbbreviation reports whether a full stop after s belongs to its last word: an
// initial ("J.") or a title ("Dr.").
func isAbbreviation(s string) bool {
	const longest = 8
	tail := s[max(0, len(s)-longest):]
	word := tail[len(strings.TrimRightFunc(tail, unicode.IsLetter)):]
	if word == "I" {
		return false
	}
	if len(word) > 1 && strings.ToUpper(word) == word { // MR. SMITH
		_, n := utf8.DecodeRuneInString(word)
		word = word[:n] + strings.ToLower(word[n:])
	}
	switch word {
	case "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "St", "Sr", "Jr", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Lt",
		"Sgt", "Rev", "Hon", "Pres", "Adm", "Amb", "Atty", "Cllr", "Cmdr", "Fr", "Maj", "No", "Supt":
		return true
	}
	r, n := utf8.DecodeRuneInString(word)
	return n > 0 && n == len(word) && unicode.IsUpper(r)
}
