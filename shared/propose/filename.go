package propose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxFile  = 1024 // bytes of a file's name that is read
	codeFrom = 8    // letters of a word with digits that is a code, such as a checksum
)

// fileName is the evidence in the name of a source's file. For
// "bridge-talk_2026-03-04.vtt", the words are "bridge talk", and the date is "2026-03-04".
type fileName struct {
	name  string // as given
	words []string
	date  string // an RFC 3339 full-date, "" for none
	timed bool   // a time of day follows the date, as in 20260304_100200
}

// readFileName reads the name of a file. The name is "" if the source was pasted.
func readFileName(name string) fileName {
	f := fileName{name: name}
	if len(name) > maxFile || !utf8.ValidString(name) {
		return f
	}
	parts := strings.FieldsFunc(withoutEndings(name), func(r rune) bool {
		return strings.ContainsRune("-_.,()[] ", r) || unicode.IsSpace(r)
	})
	for len(parts) > 0 {
		n := 0
		if f.date == "" {
			n = f.readDate(parts)
		}
		if n == 0 {
			f.words, n = append(f.words, parts[0]), 1
		}
		parts = parts[n:]
	}
	for n := len(f.words); n > 0 && isGeneric(f.words[n-1]); n-- {
		f.words = f.words[:n-1]
	}
	return f
}

// readDate reads a date and the time of day after it. The argument parts is a file's
// name, or the rest of one, cut at hyphens, dots and spaces. The date must be at its
// start. The result is the number of parts that were read, or 0 if there is no date. The
// date may be 2026-03-04, 20260304, or 20260304-100200. The letters GMT may come first,
// as in names that Zoom gives.
func (f *fileName) readDate(parts []string) int {
	day, n := strings.TrimPrefix(parts[0], "GMT"), 1
	if len(day) == 4 && len(parts) >= 3 && len(parts[1]) == 2 && len(parts[2]) == 2 {
		day, n = day+parts[1]+parts[2], 3
	}
	if len(day) != 8 || !isDigits(day) {
		return 0
	}
	if f.date = fullDate(day[:4], day[4:6], day[6:]); f.date == "" {
		return 0
	}
	if f.timed = len(parts) > n && len(parts[n]) == 6 && isDigits(parts[n]); f.timed {
		n++
	}
	return n
}

// withoutEndings returns the name of a file without its endings, such as ".transcript.vtt".
// An ending has at most ten letters and digits.
func withoutEndings(name string) string {
	for {
		dot := strings.LastIndexByte(name, '.')
		if dot <= 0 || len(name)-dot > 11 || strings.ContainsFunc(name[dot+1:], isNoLetter) {
			return name
		}
		name = name[:dot]
	}
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// title returns the title that the words of the name are. It is "" if they are general
// words, such as "recording", or if one of them is a code, such as "651621a9dd4adebf".
func (f *fileName) title() string {
	general := true
	for _, w := range f.words {
		if len(w) >= codeFrom && strings.ContainsFunc(w, unicode.IsDigit) {
			return ""
		}
		general = general && isGeneric(w)
	}
	title := strings.Join(f.words, " ")
	if general || !isTitle(title) {
		return ""
	}
	first, n := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(first)) + title[n:]
}

// isGeneric reports whether a word is in the names of many files, whatever they contain.
func isGeneric(word string) bool {
	switch strings.ToLower(word) {
	case "ai", "audio", "caption", "captions", "chat", "closed", "copy", "deepgram", "diarized", "document", "download", "draft",
		"export", "file", "final", "gmt", "live", "meeting", "new", "otter", "output", "paste", "raw", "recording", "response",
		"result", "results", "saved", "source", "subtitle", "subtitles", "teams", "text", "transcribed", "transcript",
		"transcription", "untitled", "video", "whisper", "zoom":
		return true
	}
	return !strings.ContainsFunc(word, unicode.IsLetter)
}

// dates returns the date in the file's name, with the fields that it may belong to. The
// argument others has the dates inside the source. If there are any, the result is empty.
func (f *fileName) dates(others []dated) []dated {
	if f.date == "" || len(others) > 0 {
		return nil
	}
	reason := "the file is named “" + f.name + "”"
	if f.timed {
		return []dated{{"recordedAt", f.date, reason + ", with the time at which the recording began", false}}
	}
	return []dated{{"recordedAt", f.date, reason, true}, {"datePublished", f.date, reason, true}}
}
