package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// TimeInWordsAt reads a time such as "1 hour 2 minutes 5 seconds" that begins at text[i].
// Microsoft Teams shows such times in transcripts. The same time may follow in digits, as
// in "0 minutes 3 seconds0:03". It returns the time, the byte offset after the time, and
// the number of units of time. The offset is 0 if there is no time.
func TimeInWordsAt(text string, i, end int) (c Clock, after, units int) {
	total, smallest := int64(0), int64(1<<62)
	for {
		n, unit, next := countAt(text[:end], SkipSpace(text, i, end))
		if next == 0 || unit >= smallest || total > MaxSeconds {
			break
		}
		total, smallest, after = total+n*unit, unit, next
		units++
		i = skipJoiner(text[:end], next)
	}
	if after == 0 || total > MaxSeconds {
		return Clock{}, 0, 0
	}
	if _, clockEnd := clockAt(text[:end], SkipSpace(text, after, end)); clockEnd > 0 {
		after = clockEnd
	}
	return Clock{Start: transcript.At(total * 1000)}, after, units
}

// countAt reads a number and a unit of time at text[i], such as "3 seconds". It returns
// the number, the length of the unit in seconds, and the byte offset after both. The
// offset is 0 if text does not have both.
func countAt(text string, i int) (n, unit int64, after int) {
	const digits, letters = 6, 16
	from := i
	for i < len(text) && i-from < digits && IsDigit(text[i]) {
		n = n*10 + int64(text[i]-'0')
		i++
	}
	if i == from {
		return 0, 0, 0
	}
	word := SkipSpace(text, i, len(text))
	for after = word; after < len(text) && after-word < letters; {
		r, size := utf8.DecodeRuneInString(text[after:])
		if !unicode.IsLetter(r) {
			break
		}
		after += size
	}
	if unit = secondsOf(strings.ToLower(text[word:after])); unit == 0 {
		return 0, 0, 0
	}
	return n, unit, after
}

// secondsOf returns the number of seconds in a unit of time, or 0 for another word.
func secondsOf(word string) int64 {
	switch word {
	case "hour", "hours", "hr", "hrs", "stunde", "stunden", "std", "heure", "heures", "hora", "horas", "ora", "ore", "uur", "timme", "timmar", "час", "часа", "часов":
		return 3600
	case "minute", "minutes", "min", "mins", "minuten", "minuto", "minutos", "minuti", "minuut", "minut", "minuter", "минута", "минуты", "минут":
		return 60
	case "second", "seconds", "sec", "secs", "sekunde", "sekunden", "sek", "seconde", "secondes", "segundo", "segundos", "secondo", "secondi", "seconden",
		"sekund", "sekunder", "секунда", "секунды", "секунд":
		return 1
	}
	return 0
}

// skipJoiner returns the offset after a comma or a word such as "and" at text[i], which
// may be between two units of time.
func skipJoiner(text string, i int) int {
	rest := strings.TrimLeft(text[i:], " ,")
	for _, word := range []string{"and ", "und ", "et ", "y ", "e ", "en ", "och ", "и "} {
		if after, ok := strings.CutPrefix(rest, word); ok {
			return len(text) - len(after)
		}
	}
	return len(text) - len(rest)
}
