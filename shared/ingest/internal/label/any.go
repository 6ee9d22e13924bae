package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// AnyAt reads a label (a speaker's name and a colon) that begins at text[at]. Any name is
// accepted: "Dr. Ada Long, MD:", "iPhone von Ada:", "Room 3 | B:". After the colon there
// must be a space or the end of the line, which is at text[end]. A full-width colon needs
// neither. Ordinary words may look like such a label. So call AnyAt only if nearly all
// captions of the source begin with one. The second result is false if there is no label.
func AnyAt(text string, at, end int) (Label, bool) {
	window := text[at:min(end, at+MaxNameBytes)]
	for i, r := range window {
		after := at + i + utf8.RuneLen(r)
		if strings.ContainsRune("<>{}", r) || unicode.IsControl(r) {
			break
		}
		if r != '：' && (r != ':' || after < end && text[after] != ' ') {
			continue
		}
		name := unbracketed(trimmed(text, transcript.Range{Start: at, End: at + i}), text)
		s := text[name.Start:name.End]
		if utf8.RuneCountInString(s) > MaxNameRunes || !strings.ContainsFunc(s, isLetterOrDigit) && !strings.Contains(s, "?") {
			break
		}
		return Label{name, after}, true
	}
	return Label{}, false
}

// isLetterOrDigit reports whether r is a letter or a digit.
func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// BracketAt reads a label in brackets that begins at text[at], such as "[Ada]" or
// "(Speaker 1)". A colon may follow. The second result is false if there is no label.
func BracketAt(text string, at, end int) (Label, bool) {
	r, n := utf8.DecodeRuneInString(text[at:end])
	closer := map[rune]rune{'(': ')', '[': ']', '（': '）', '【': '】'}[r]
	if closer == 0 {
		return Label{}, false
	}
	i := strings.IndexRune(text[at:min(end, at+MaxNameBytes)], closer)
	if i < 0 {
		return Label{}, false
	}
	name := trimmed(text, transcript.Range{Start: at + n, End: at + i})
	after := at + i + utf8.RuneLen(closer)
	if s := text[name.Start:name.End]; s == "" || strings.ContainsAny(s, "()[]<>{}") || strings.ContainsFunc(s, unicode.IsControl) {
		return Label{}, false
	}
	for _, colon := range []string{":", "："} {
		if strings.HasPrefix(text[after:end], colon) {
			after += len(colon)
		}
	}
	return Label{name, after}, true
}

// IsNumberedSpeaker reports whether s is a word for a speaker with a number or a letter:
// "SPEAKER_01", "Sprecher 2", "speaker A". Programs that distinguish voices write such
// labels. It is also true for "speaker ?", with which a program says that it does not
// know the speaker.
func IsNumberedSpeaker(s string) bool {
	const longest = 40
	if len(s) > longest {
		return false
	}
	s = Fold(s)
	word := s[:len(s)-len(strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }))]
	number := strings.TrimLeft(s[len(word):], " _-#№")
	if utf8.RuneCountInString(number) > 4 || number == "" || !isSpeakerWord(word) {
		return false
	}
	return number == "?" || strings.Trim(number, "0123456789") == "" || utf8.RuneCountInString(number) == 1 && isLetterOrDigit([]rune(number)[0])
}

// isSpeakerWord reports whether a word in lower case means a speaker.
func isSpeakerWord(word string) bool {
	switch word {
	case "speaker", "spk", "spkr", "participant", "sprecher", "sprecherin", "teilnehmer", "locuteur", "locutrice", "orateur", "intervenant",
		"hablante", "orador", "interlocutor", "participante", "falante", "parlante", "spreker", "talare", "taler", "puhuja", "mówca", "konuşmacı",
		"спикер", "говорящий", "диктор", "участник", "说话人", "发言人", "發言人", "話者", "화자", "참석자":
		return true
	}
	return false
}
