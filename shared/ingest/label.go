package ingest

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"quoteline/shared/transcript"
)

// The longest name that is taken for a speaker's. The limit in bytes keeps the
// look-ahead, and so the time, bounded.
const (
	maxNameWords = 7
	maxNameRunes = 60
	maxNameBytes = 4 * maxNameRunes
)

// label is a name with a colon behind it.
type label struct {
	name transcript.Range
	end  int // behind the colon
}

// labelAt reads a label that begins at text[at] and ends before end.
func labelAt(text string, at, end int) (label, bool) {
	window := text[at:min(end, at+maxNameBytes)]
	i := strings.IndexAny(window, ":>")
	if wide := strings.Index(window, "："); wide >= 0 && (i < 0 || wide < i) {
		i = wide
	}
	if i <= 0 || text[at+i] == '>' {
		return label{}, false
	}
	behind := at + i + 1
	if text[at+i] != ':' {
		behind = at + i + len("：")
	} else if !opensSpeech(text[behind:end]) {
		return label{}, false
	}
	name := unbracketed(trimmed(text, transcript.Range{Start: at, End: at + i}), text)
	if s := text[name.Start:name.End]; !isLabelName(s) && !isSmallName(s) {
		return label{}, false
	}
	return label{name, behind}, true
}

// trimmed returns r without white space and invisible signs at its ends.
func trimmed(text string, r transcript.Range) transcript.Range {
	s := strings.TrimLeftFunc(text[r.Start:r.End], isBlank)
	r.Start = r.End - len(s)
	r.End = r.Start + len(strings.TrimRightFunc(s, isBlank))
	return r
}

// unbracketed returns the name in [Name], or r when there are no brackets.
func unbracketed(r transcript.Range, text string) transcript.Range {
	s := text[r.Start:r.End]
	if len(s) > 2 && s[0] == '[' && strings.IndexByte(s, ']') == len(s)-1 {
		return trimmed(text, transcript.Range{Start: r.Start + 1, End: r.End - 1})
	}
	return r
}

// isBlank reports whether r shows nothing: white space, or a sign that sets the
// direction of writing or forbids a line break.
func isBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\u061c' || r == '\ufeff' ||
		'\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// namesBefore yields the names that end at the colon, from one word to the
// most. They begin at floor or later.
func namesBefore(text string, colon, floor int) iter.Seq[transcript.Range] {
	return func(yield func(transcript.Range) bool) {
		floor = max(floor, colon-maxNameBytes)
		end := len(strings.TrimRightFunc(text[:colon], unicode.IsSpace))
		start := end
		for range maxNameWords {
			word := wordBefore(text, floor, start)
			if word == "" || !isNamePart(word) {
				return
			}
			start -= len(word)
			if isNameStart(word) && !yield(transcript.Range{Start: start, End: end}) {
				return
			}
			start = max(floor, len(strings.TrimRightFunc(text[:start], unicode.IsSpace)))
		}
	}
}

// wordBefore returns the run of name characters that ends at text[end],
// without leading apostrophes, which are quotation marks.
func wordBefore(text string, floor, end int) string {
	start := end
	for start > floor {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isNameRune(r) {
			break
		}
		start -= n
	}
	if start < floor {
		return ""
	}
	return strings.TrimLeft(text[start:end], "'’")
}

// opensSpeech reports whether rest can follow a label's colon. Times (3:30),
// URLs, paths and identifiers (std::vector) have a colon that it cannot follow,
// and before a space and a URL stands the name of a field (Video: https://…).
func opensSpeech(rest string) bool {
	if rest == "" {
		return true
	}
	if link, spaced := strings.CutPrefix(rest, " "); spaced && (strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://")) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune(`/\:=`, r) && !unicode.IsDigit(r) && !unicode.IsLower(r)
}

// isName reports whether s reads as the name or title of a speaker: a few words
// that begin with capitals, or letters of a script that has none.
func isName(s string) bool {
	if len(s) > maxNameBytes || utf8.RuneCountInString(s) > maxNameRunes {
		return false
	}
	n, abbreviation := 0, true
	for w := range strings.FieldsSeq(s) {
		if n == maxNameWords || n == 0 && !isNameStart(w) || !abbreviation || !isLabelWord(w, n > 0) {
			return false
		}
		n++
		abbreviation = !endsSentence(w)
	}
	return n > 0
}

// isLabelWord reports whether a word may stand in a label: a part of a name, in
// quotation marks (Ben "Benny" Short), two with a stroke between (CDR/LMP), a
// number (Speaker #1), or further on a word such as iPhone.
func isLabelWord(word string, further bool) bool {
	if further {
		word = strings.TrimPrefix(strings.Trim(word, "\"“”'‘’"), "#")
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

// isSmallName reports whether s could be a speaker's name in a text that writes
// labels small: one to three short words.
func isSmallName(s string) bool {
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

func isNameStart(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && !unicode.IsLower(r)
}

func isNamePart(word string) bool {
	for _, r := range word {
		if !isNameRune(r) {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return isNameStart(word) || unicode.IsDigit(first) || isParticle(word)
}

func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("'’-.&_·", r)
}

// isParticle reports whether word is written small inside names and titles.
func isParticle(word string) bool {
	switch word {
	case "af", "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
		"e", "el", "for", "ibn", "la", "le", "of", "the", "ter", "van", "von", "y", "zu":
		return true
	}
	return false
}

// clean returns a name as it is shown: in NFC, words one space apart, without
// invisible signs.
func clean(name string) string {
	if isPlainName(name) {
		return name
	}
	name = strings.Join(strings.Fields(name), " ")
	if strings.ContainsFunc(name, isInvisible) {
		name = strings.Join(strings.Fields(strings.Map(visible, name)), " ")
	}
	return norm.NFC.String(name)
}

// isPlainName reports whether name is ASCII with single spaces between words.
func isPlainName(name string) bool {
	before := byte(' ')
	for i := range len(name) {
		b := name[i]
		if b >= utf8.RuneSelf || b < ' ' || b == ' ' && before == ' ' {
			return false
		}
		before = b
	}
	return before != ' '
}

func visible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

// fold returns what spellings of one name in other cases have in common.
func fold(name string) string { return strings.ToLower(name) }

// isAsker reports whether a name stands for the person who asks.
func isAsker(name string) bool {
	switch fold(name) {
	case "host", "moderator", "interviewer", "presenter", "anchor", "q", "question":
		return true
	}
	return false
}

// isOrdinary reports whether a word before a colon commonly opens a line or a
// field without naming a speaker.
func isOrdinary(name string) bool {
	switch fold(name) {
	case "abstract", "advertisement", "agenda", "aired", "attendees", "attention", "author", "background", "byline", "caption", "caution", "chapter",
		"cc", "conclusion", "contact", "context", "copyright", "correction", "credit", "date", "disclaimer", "duration",
		"editor's note", "editor’s note", "email", "episode", "example", "fact", "featuring", "figure", "finally", "first",
		"format", "from", "guests", "hosts", "however", "image", "important", "introduction", "keywords", "language", "length", "link", "listen", "location",
		"look", "meeting", "music", "name", "no", "note", "notes", "ok", "okay", "panelists", "panellists", "part", "participants", "phone", "photo", "picture",
		"place", "point", "problem", "ps", "published", "re", "read more", "reason", "recorded", "related", "remember",
		"result", "second", "section", "see also", "slides", "sound", "source", "sources", "speakers", "step", "subject",
		"subtitle", "summary", "table", "tags", "third", "time", "tip", "title", "to", "topic", "transcribed by",
		"transcript", "update", "url", "video", "warning", "website", "yes":
		return true
	}
	return false
}
