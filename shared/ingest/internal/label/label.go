package label

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// These constants are the maximum length of a speaker's name in words, characters and
// bytes. Code that searches for a label such as "Ann:" looks at most MaxNameBytes
// ahead or back. Therefore the time grows linearly with the text.
const (
	maxNameWords = 7
	MaxNameRunes = 60
	MaxNameBytes = 4 * MaxNameRunes
)

// Label is a speaker's name before the words, as in "Ann:". The label includes the colon.
type Label struct {
	Name transcript.Range
	End  int // byte offset after the colon
}

// At reads a label (a speaker's name and a colon) that begins at text[at], such
// as "Ada Long:" or "[Ada Long]:". The line ends at text[end]. The second result is
// false if there is no label.
func At(text string, at, end int) (Label, bool) {
	i := colonIndex(text[at:min(end, at+MaxNameBytes)])
	if i <= 0 {
		return Label{}, false
	}
	after := at + i + 1
	if text[at+i] != ':' {
		after = at + i + len("：")
	} else if !OpensSpeech(text[after:end]) {
		return Label{}, false
	}
	name := unbracketed(trimmed(text, transcript.Range{Start: at, End: at + i}), text)
	if s := text[name.Start:name.End]; !IsLabelName(s) && !IsLowercaseName(s) && !isDoubtfulName(s) {
		return Label{}, false
	}
	return Label{name, after}, true
}

// colonIndex returns the index of the first colon in s, which may be a full-width one. It
// returns -1 if there is none, or if a ">" is before it.
func colonIndex(s string) int {
	before, _, _ := strings.Cut(s, ">")
	i := strings.IndexByte(before, ':')
	if i >= 0 {
		before = before[:i]
	}
	if wide := strings.Index(before, "："); wide >= 0 {
		return wide
	}
	return i
}

// trimmed returns the part of the range r without the white space and invisible
// characters at its ends.
func trimmed(text string, r transcript.Range) transcript.Range {
	s := strings.TrimLeftFunc(text[r.Start:r.End], IsBlank)
	r.Start = r.End - len(s)
	r.End = r.Start + len(strings.TrimRightFunc(s, IsBlank))
	return r
}

// unbracketed returns the range of the name inside brackets, as in "[Name]" and "(Name)".
// It returns r unchanged if there are no brackets.
func unbracketed(r transcript.Range, text string) transcript.Range {
	s := text[r.Start:r.End]
	if len(s) > 2 && (s[0] == '[' && strings.IndexByte(s, ']') == len(s)-1 || s[0] == '(' && strings.IndexByte(s, ')') == len(s)-1) {
		return trimmed(text, transcript.Range{Start: r.Start + 1, End: r.End - 1})
	}
	return r
}

// NamesBefore yields the names that may end directly before the colon at text[colon]. The
// shortest name is first. For "Dear Ada Long: Hello", the names are "Long", "Ada Long"
// and "Dear Ada Long". A name has at most maxNameWords words, and does not begin before
// text[floor].
func NamesBefore(text string, colon, floor int) iter.Seq[transcript.Range] {
	return func(yield func(transcript.Range) bool) {
		floor = max(floor, colon-MaxNameBytes)
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

// wordBefore returns the name characters directly before text[end], back to the
// offset floor at most. If they begin with apostrophes, it leaves these out, because
// they are quotation marks.
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

// isDoubtfulName reports whether s is a name with a mark of doubt, such as "ADA?", or
// only such marks.
func isDoubtfulName(s string) bool {
	if s == "?" || s == "??" || s == "???" {
		return true
	}
	name, ok := strings.CutSuffix(s, "?")
	return ok && IsName(strings.TrimSpace(name))
}

// OpensSpeech reports whether a colon may be the end of a label, as in "Ann: Yes."
// The argument rest is the text after the colon. The result is false for a colon
// inside a time (3:30), a URL, a path or an identifier (std::vector). It is also
// false for a colon before a URL, as in "Video: https://example.org".
func OpensSpeech(rest string) bool {
	if rest == "" {
		return true
	}
	if link, spaced := strings.CutPrefix(rest, " "); spaced && (strings.HasPrefix(link, "https://") || strings.HasPrefix(link, "http://")) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune(`/\:=`, r) && !unicode.IsDigit(r) && !unicode.IsLower(r)
}
