package propose

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

type dated struct {
	field, value, reason string
	either               bool // the date may belong to another field instead
}

// dates returns the dates in the head (the lines before the first turn), with the fields
// that they may belong to. It returns at most one date for each field.
func (h *head) dates() []dated {
	var all []dated
	seen := map[string]bool{}
	for i := range h.lines {
		l := &h.lines[i]
		date, fields := l.date(), fieldsOf(l.key)
		if l.key == "" && strings.Contains(l.text, " • ") {
			// The program Otter writes the length of the recording after the date:
			// "Mon, Mar 4, 2026 10:02AM • 12:09".
			fields = []string{"recordedAt"}
		}
		for _, field := range fields {
			if date != "" && !seen[field] {
				seen[field] = true
				all = append(all, dated{field, date, l.named("says “" + l.text + "”"), len(fields) > 1})
			}
		}
	}
	return all
}

// date returns the date that a line of the head gives. In a heading, and in the first line,
// the date may be the end of the line, as in "On arches, 29 November 2023".
func (l *line) date() string {
	if l.key != "" && !l.heading {
		return Date(l.value)
	}
	date := Date(l.text)
	if words := strings.Fields(l.text); date == "" && (l.heading || l.n == 1) {
		for n := 1; n <= 3 && n <= len(words) && date == ""; n++ {
			date = Date(strings.Join(words[len(words)-n:], " "))
		}
	}
	return date
}

// fieldsOf returns the fields of a transcript that a date may belong to. A line such
// as "Recorded: 3 May 2024" names its field. A line such as "Date: 3 May 2024" or "3
// May 2024" does not. So its date may be the day of recording or the day of
// publication, and fieldsOf returns both fields.
func fieldsOf(key string) []string {
	switch key {
	case "recorded", "recorded on", "recording date", "interview date", "date of interview", "recordedat":
		return []string{"recordedAt"}
	case "published", "published on", "aired", "air date", "release date", "pubdate", "datepublished":
		return []string{"datePublished"}
	case "", "date", "datum", "fecha", "data":
		return []string{"recordedAt", "datePublished"}
	}
	return nil
}

// Date returns the date that a text consists of, as an RFC 3339 full-date such as
// 2023-11-29. It reads 2023-11-29, 29 November 2023, November 29, 2023 and 29. November
// 2023. A weekday may be before them, and a time of day after them. It returns "" for any
// other text. In 3/5/2024 the month is not known, so the result is "".
func Date(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 10 && s[4] == '-' && s[7] == '-' && (len(s) == 10 || s[10] == 'T' || s[10] == ' ') {
		return fullDate(s[:4], s[5:7], s[8:10])
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00a0' })
	if len(parts) > 3 && isWeekday(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) < 3 || strings.ContainsFunc(strings.Join(parts[3:], ""), notOfClock) {
		return ""
	}
	day, month := parts[0], monthCalled(parts[1])
	if month == "" {
		day, month = parts[1], monthCalled(parts[0])
	}
	for _, end := range []string{".", "st", "nd", "rd", "th"} {
		day = strings.TrimSuffix(day, end)
	}
	return fullDate(parts[2], month, day)
}

// isWeekday reports whether a word is an English weekday, as "Monday" or "Mon".
func isWeekday(s string) bool {
	s = strings.ToLower(s)
	return strings.HasSuffix(s, "day") || len(s) == 3 && strings.Contains("mon tue wed thu fri sat sun", s)
}

// notOfClock reports whether a character cannot be part of a time of day and a length, as
// in "10:02AM • 12:09".
func notOfClock(r rune) bool { return !strings.ContainsRune("0123456789:•.AaPpMmh", r) }

// monthCalled returns the number of a month, from "01" to "12". The argument is the
// month's name in English or German, or the first three letters of the name. The result
// is "" for any other word.
func monthCalled(s string) string {
	s = strings.TrimSuffix(strings.ToLower(s), ".")
	for i, names := range [...]string{
		"january januar", "february februar", "march märz", "april", "may mai", "june juni", "july juli", "august",
		"september sept", "october oktober", "november", "december dezember",
	} {
		for _, name := range strings.Fields(names) {
			if s == name || len(s) == 3 && s == name[:3] {
				return strconv.Itoa(101 + i)[1:]
			}
		}
	}
	return ""
}

// fullDate returns year, month and day as an RFC 3339 full-date, or "" if there is no such
// day. The year must have four digits. The month and the day may have one digit.
func fullDate(year, month, day string) string {
	date := year + "-" + twoDigits(month) + "-" + twoDigits(day)
	if year[0] == '0' || !transcript.IsDate(date) {
		return ""
	}
	return date
}

// twoDigits returns the number with a zero before a single digit, as in "07" for "7".
func twoDigits(number string) string {
	if len(number) == 1 {
		return "0" + number
	}
	return number
}
