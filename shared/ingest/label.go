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
	maxNameWords = 5
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
	name := strings.TrimRightFunc(text[at:at+i], unicode.IsSpace)
	if !isLabelName(name) {
		return label{}, false
	}
	return label{transcript.Range{Start: at, End: at + len(name)}, behind}, true
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
// URLs, paths and identifiers (std::vector) have a colon that it cannot follow.
func opensSpeech(rest string) bool {
	if rest == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune(`/\:=`, r) && !unicode.IsDigit(r) && !unicode.IsLower(r)
}

// isName reports whether s reads as the name or title of a speaker: up to five
// words that begin with capitals, or letters of a script that has none.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > maxNameWords || utf8.RuneCountInString(s) > maxNameRunes {
		return false
	}
	for i, w := range words {
		if i == 0 && !isNameStart(w) || !isNamePart(w) || i < len(words)-1 && endsSentence(w) {
			return false
		}
	}
	return true
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

// clean returns a name as it is shown: in NFC, words one space apart.
func clean(name string) string { return norm.NFC.String(strings.Join(strings.Fields(name), " ")) }

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
	case "abstract", "advertisement", "attention", "author", "background", "byline", "caption", "caution", "chapter",
		"cc", "conclusion", "contact", "context", "copyright", "correction", "credit", "date", "disclaimer", "duration",
		"editor's note", "editor’s note", "email", "example", "fact", "figure", "finally", "first", "format", "from",
		"however", "image", "important", "introduction", "keywords", "language", "length", "link", "listen", "location",
		"look", "music", "no", "note", "notes", "ok", "okay", "part", "participants", "phone", "photo", "picture",
		"place", "point", "problem", "ps", "published", "re", "read more", "reason", "recorded", "related", "remember",
		"result", "second", "section", "see also", "sound", "source", "sources", "speakers", "step", "subject",
		"subtitle", "summary", "table", "tags", "third", "time", "tip", "title", "to", "topic", "transcribed by",
		"transcript", "update", "url", "video", "warning", "website", "yes":
		return true
	}
	return false
}
