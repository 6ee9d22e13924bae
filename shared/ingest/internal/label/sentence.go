package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxClosers is the maximum number of quotation marks, brackets and similar
// characters that may follow the full stop of a sentence.
const maxClosers = 8

// SentenceFinished reports whether text[floor:at] ends with a finished sentence: a full
// stop or a similar mark. Closing quotation marks, brackets, marks of emphasis, or a
// stage direction such as "[door closes]" may follow that mark. The result is also true
// if the whole text is one stage direction.
func SentenceFinished(text string, floor, at int) bool {
	s := strings.TrimRightFunc(text[floor:at], unicode.IsSpace)
	if before := withoutDirection(s); len(before) < len(s) && (before == "" || EndsSentence(withoutClosers(before))) {
		return true
	}
	return EndsSentence(withoutClosers(s))
}

// withoutClosers returns s without closing quotation marks, brackets and emphasis at its
// end.
func withoutClosers(s string) string {
	for range maxClosers {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("\"'”’»)]}*_」』）", r) || n == 0 {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// withoutDirection returns s without a stage direction in brackets at its end. The
// brackets must have a letter between them.
func withoutDirection(s string) string {
	const longest = 300
	r, _ := utf8.DecodeLastRuneInString(s)
	opening := map[rune]string{']': "[", ')': "(", '）': "（", '】': "【"}[r]
	if opening == "" {
		return s
	}
	look := max(0, len(s)-longest)
	i := strings.LastIndex(s[look:], opening)
	if i < 0 || !strings.ContainsFunc(s[look+i:], unicode.IsLetter) {
		return s
	}
	before := strings.TrimRightFunc(s[:look+i], unicode.IsSpace)
	if len(before) == look+i && before != "" { // glued, as in "word(s)" or a link
		return s
	}
	return before
}

// EndsSentence reports whether s ends with a mark that ends a sentence, such as "?".
// The full stop of an abbreviation, such as "Dr.", is not such a mark.
func EndsSentence(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	switch r {
	case '!', '?', '…', '‽', '。', '！', '？', '؟', '।':
		return true
	case '.':
		return !isAbbreviation(s[:len(s)-n])
	}
	return false
}

// isAbbreviation reports whether s ends with an abbreviation such as "Dr", or with a
// single capital, as an initial is ("J"). A full stop that follows belongs to the
// abbreviation and does not end a sentence.
func isAbbreviation(s string) bool {
	const longest = 8
	tail := s[max(0, len(s)-longest):]
	word := tail[len(strings.TrimRightFunc(tail, unicode.IsLetter)):]
	if word == "I" {
		return false
	}
	if len(word) > 1 && strings.ToUpper(word) == word { // "MR. SMITH" is treated like "Mr. Smith"
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
