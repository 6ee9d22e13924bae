package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/ingest/internal/source"
)

// IsName reports whether s may be the name or title of a speaker. It has a few words.
// Each begins with a capital or a digit, or is a particle such as "von". Letters of a
// script without capitals count as capitals. "Dr. Ada von Long" may be a name; "That
// is it" and "Yes. No" may not.
func IsName(s string) bool {
	if len(s) > MaxNameBytes || utf8.RuneCountInString(s) > MaxNameRunes {
		return false
	}
	n, abbreviation, joined := 0, true, false
	for w := range strings.FieldsSeq(s) {
		joined = n > 0 && !joined && isJoiner(w)
		if n == maxNameWords || n == 0 && !isNameStart(w) || !abbreviation || !joined && !isLabelWord(w, n > 0) {
			return false
		}
		n++
		abbreviation = !EndsSentence(w)
	}
	return n > 0 && !joined
}

// isJoiner reports whether a word joins the names of two speakers who speak together, as
// in "Anna and Ben".
func isJoiner(word string) bool {
	switch word {
	case "&", "and", "et", "und", "och", "og", "ja", "и":
		return true
	}
	return false
}

// JoinedNames returns the names in a label of several speakers, such as "Anna" and "Ben"
// in "Anna and Ben". The result is empty if no word joins names.
func JoinedNames(name string) []string {
	var list, words []string
	for w := range strings.FieldsSeq(name) {
		if isJoiner(w) {
			list, words = append(list, strings.Join(words, " ")), nil
			continue
		}
		words = append(words, w)
	}
	if list == nil {
		return nil
	}
	return append(list, strings.Join(words, " "))
}

// isLabelWord reports whether a word may be in a label (a speaker's name before the
// words). The word may be part of a name, such as "Ada", or several such parts with
// slashes between them, such as "CDR/LMP". The argument further is true if the word
// is not the first of its label. Then the word may also be a name in quotation marks
// (Ben "Benny" Short), a number (Speaker #1, Спикер №1), or a word with a capital inside
// (iPhone).
func isLabelWord(word string, further bool) bool {
	if further {
		word = strings.TrimPrefix(strings.Trim(word, "\"“”'‘’"), "#")
		word = strings.TrimPrefix(word, "№")
		if strings.ContainsFunc(word, unicode.IsUpper) && !strings.ContainsFunc(word, func(r rune) bool { return !isNameRune(r) }) {
			return true
		}
	}
	for part := range strings.SplitSeq(word, "/") {
		if !isNamePart(part) {
			return false
		}
	}
	return true
}

// IsLowercaseName reports whether s may be a speaker's name in lower case, as in
// "ada: Good morning." Such a name has one to three short words.
func IsLowercaseName(s string) bool {
	const longest, most = 30, 3
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > most || len(s) > longest {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsLower(r) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return r != ' ' && !isNameRune(r) || r == '&' })
}

// isNameStart reports whether word may be the first word of a name. It must begin with a
// letter that is not lower case; letters of scripts without capitals are allowed.
func isNameStart(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && !unicode.IsLower(r)
}

// isNamePart reports whether word may be part of a name. It begins with a digit, or
// with a letter that is not lower case, or it is a particle such as "von".
func isNamePart(word string) bool {
	for _, r := range word {
		if !isNameRune(r) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return isNameStart(word) || unicode.IsDigit(first) || IsParticle(word)
}

// isNameRune reports whether the character r may be in a name such as "O’Neill-Smith"
// or "R&D".
func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("'’-.&_·", r)
}

// IsParticle reports whether the word is one that names and titles contain in lower
// case, such as "von" or "of".
func IsParticle(word string) bool {
	switch word {
	case "af", "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
		"e", "el", "for", "ibn", "la", "le", "of", "the", "ter", "van", "von", "y", "zu":
		return true
	}
	return false
}

// HasDigit reports whether name has a digit of any script, as "Speaker 1" and "متحدث ١"
// have.
func HasDigit(name string) bool { return strings.ContainsFunc(name, unicode.IsDigit) }

// Clean returns a name as it is shown: in Unicode form NFC, with single spaces, and
// without control characters and invisible characters.
func Clean(name string) string {
	if isPlainName(name) {
		return name
	}
	name = strings.Join(strings.Fields(source.ControlsAsSpaces(name)), " ")
	if strings.ContainsFunc(name, isInvisible) {
		name = strings.Join(strings.Fields(strings.Map(visible, name)), " ")
	}
	return norm.NFC.String(name)
}

// CleanName returns a name from the source in the form in which it is shown. White
// space and control characters become single spaces.
func CleanName(name string) string { return Clean(source.ControlsAsSpaces(name)) }

// IsBlank reports whether r is not visible: white space, or one of the characters in
// isInvisible.
func IsBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// isInvisible reports whether r is a zero-width space, a bidirectional control
// character (Unicode Standard Annex 9) or a byte order mark.
func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\u061c' || r == '\ufeff' ||
		'\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// isPlainName reports whether [Clean] has nothing to change in name: it is ASCII, and
// there is one space between each two words.
func isPlainName(name string) bool {
	before := byte(' ')
	for i := range len(name) {
		b := name[i]
		if b >= '\x7f' || b < ' ' || b == ' ' && before == ' ' {
			return false
		}
		before = b
	}
	return before != ' '
}

// visible returns r, or -1 if r is invisible. It is an argument of [strings.Map],
// which drops a character if the result is -1.
func visible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

// Fold returns name in lower case. Two names that differ only in capitals are equal
// after both are folded.
func Fold(name string) string { return strings.ToLower(name) }

// IsAsker reports whether a name is a word for the person who asks questions, such as
// "Host" or "Q".
func IsAsker(name string) bool {
	switch Fold(name) {
	case "host", "moderator", "interviewer", "presenter", "anchor", "q", "question":
		return true
	}
	return false
}

// IsCommonWord reports whether a word often comes before a colon without being a
// speaker's name, as in "Date: 3 May" or "Note: see below".
func IsCommonWord(name string) bool {
	switch Fold(name) {
	case "abstract", "advertisement", "agenda", "aired", "attendees", "attention", "author", "background", "byline", "caption", "caution", "chapter",
		"applause", "cc", "cheering", "conclusion", "crosstalk", "end", "contact", "context", "copyright", "correction", "credit", "date", "disclaimer", "duration",
		"editor's note", "editor’s note", "email", "episode", "example", "fact", "featuring", "figure", "finally", "first",
		"format", "from", "guests", "hosts", "however", "image", "important", "inaudible", "introduction", "keywords", "language", "laughs", "laughter", "length", "link", "listen", "location",
		"look", "meeting", "music", "name", "no", "note", "notes", "ok", "okay", "panelists", "panellists", "part", "participants", "phone", "photo", "picture",
		"pause", "place", "point", "problem", "ps", "published", "re", "read more", "reason", "recorded", "related", "remember",
		"result", "second", "section", "see also", "silence", "slides", "sound", "source", "sources", "speakers", "step", "subject",
		"subtitle", "summary", "table", "tags", "third", "time", "tip", "title", "to", "topic", "transcribed by",
		"transcript", "unintelligible", "update", "url", "video", "warning", "website", "yes":
		return true
	}
	return false
}
