package label

import (
	"strings"
	"unicode"
)

// IsUnknown reports whether a label says that the speaker is unknown. Such a label has
// neither a letter nor a digit, as "?" and "-", or is a word such as "UNKNOWN".
func IsUnknown(name string) bool {
	switch bareName(name) {
	case "", "/", "unknown", "unidentified", "unnamed", "none", "null", "nan", "n/a", "undefined",
		"unbekannt", "inconnu", "inconnue", "desconocido", "sconosciuto", "desconhecido", "onbekend", "okänd", "неизвестный", "неизвестно":
		return true
	case "speaker", "spk": // whisper.cpp writes "Speaker?"; "Speaker" may be an office in a parliament
		return strings.Contains(name, "?")
	}
	return false
}

// IsPlaceholder reports whether a label, such as "Unknown Speaker", is for people whom
// the source cannot name. There may be several of them under the same label. "Unknown
// Speaker 2" is no placeholder, because its number distinguishes two people.
func IsPlaceholder(name string) bool {
	switch bareName(name) {
	case "unknown speaker", "speaker unknown", "unidentified speaker", "unnamed speaker", "new speaker", "no speaker",
		"unbekannter sprecher", "unbekannte sprecherin", "sprecher unbekannt", "locuteur inconnu", "intervenant inconnu",
		"hablante desconocido", "orador desconocido", "onbekende spreker", "okänd talare", "неизвестный спикер":
		return true
	}
	return false
}

// bareName returns the words of a label in lower case, with one space between them and
// without punctuation: "[UNKNOWN_SPEAKER]" becomes "unknown speaker". A label of more
// than 80 bytes is returned unchanged.
func bareName(name string) string {
	const longest = 80
	if len(name) > longest {
		return name
	}
	return strings.Join(strings.FieldsFunc(Fold(name), func(r rune) bool {
		return r != '/' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}), " ")
}
