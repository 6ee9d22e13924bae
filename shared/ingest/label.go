package ingest

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// The longest name that may be a speaker's. The limit in bytes bounds how far
// ahead a label is looked for, and so the time.
const (
	maxNameWords = 7
	maxNameRunes = 60
	maxNameBytes = 4 * maxNameRunes
)

// label is a name and the colon after it.
type label struct {
	name transcript.Range
	end  int // the offset after the colon
}

// labelAt reads a label that begins at text[at] and ends before end, such as
// "Ada Long:" or "[Ada Long]:".
func labelAt(text string, at, end int) (label, bool) {
	window := text[at:min(end, at+maxNameBytes)]
	i := strings.IndexAny(window, ":>")
	if wide := strings.Index(window, "："); wide >= 0 && (i < 0 || wide < i) {
		i = wide
	}
	if i <= 0 || text[at+i] == '>' {
		return label{}, false
	}
	after := at + i + 1
	if text[at+i] != ':' {
		after = at + i + len("：")
	} else if !opensSpeech(text[after:end]) {
		return label{}, false
	}
	name := unbracketed(trimmed(text, transcript.Range{Start: at, End: at + i}), text)
	if s := text[name.Start:name.End]; !isLabelName(s) && !isLowercaseName(s) {
		return label{}, false
	}
	return label{name, after}, true
}

// trimmed returns r without white space and invisible characters at its ends.
func trimmed(text string, r transcript.Range) transcript.Range {
	s := strings.TrimLeftFunc(text[r.Start:r.End], isBlank)
	r.Start = r.End - len(s)
	r.End = r.Start + len(strings.TrimRightFunc(s, isBlank))
	return r
}

// unbracketed returns the range of Name in "[Name]", or r if there are no brackets.
func unbracketed(r transcript.Range, text string) transcript.Range {
	s := text[r.Start:r.End]
	if len(s) > 2 && s[0] == '[' && strings.IndexByte(s, ']') == len(s)-1 {
		return trimmed(text, transcript.Range{Start: r.Start + 1, End: r.End - 1})
	}
	return r
}

// namesBefore yields the names that end at the colon, first the last word, then
// with each word before it: Long, Ada Long. They begin at floor or later.
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

// wordBefore returns the run of name characters that ends at text[end]. Leading
// apostrophes are quotation marks and are left out.
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

// opensSpeech reports whether rest can follow the colon of a label. It cannot
// after the colon of a time (3:30), a URL, a path or an identifier (std::vector),
// nor after a field with a URL (Video: https://…).
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
