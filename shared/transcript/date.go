package transcript

import "strings"

// IsDate reports whether v is a date that exists in the calendar, as in "2023-11-29"
// (RFC 3339 full-date).
func IsDate(v string) bool {
	if !matches(v, "dddd-dd-dd") {
		return false
	}
	year, month, day := number(v[:4]), number(v[5:7]), number(v[8:])
	return 1 <= month && month <= 12 && 1 <= day && day <= daysIn(year, month)
}

// isDateTime reports whether v is an RFC 3339 date-time with its letters in upper case,
// as in "2023-11-29T18:30:00Z" or "2023-11-29T18:30:00+02:00".
func isDateTime(v string) bool {
	day, clock, ok := strings.Cut(v, "T")
	if !ok || !IsDate(day) {
		return false
	}
	clock, ok = cutZone(clock)
	if !ok {
		return false
	}
	clock, fraction, hasFraction := strings.Cut(clock, ".")
	if hasFraction && (fraction == "" || !every(fraction, isDigit)) {
		return false
	}
	// Second 60 is valid, because a leap second has that number.
	return matches(clock, "dd:dd:dd") && number(clock[:2]) <= 23 && number(clock[3:5]) <= 59 && number(clock[6:]) <= 60
}

// cutZone removes the time zone, such as "Z" or "+02:00", from the end of v. It returns
// false if v does not end in a valid time zone.
func cutZone(v string) (clock string, ok bool) {
	if clock, ok := strings.CutSuffix(v, "Z"); ok {
		return clock, true
	}
	i := strings.LastIndexAny(v, "+-")
	if i < 0 || !matches(v[i+1:], "dd:dd") {
		return "", false
	}
	return v[:i], number(v[i+1:i+3]) <= 23 && number(v[i+4:]) <= 59
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// matches reports whether v has the form of pattern. A "d" in the pattern matches any
// digit. Every other character matches only itself.
func matches(v, pattern string) bool {
	if len(v) != len(pattern) {
		return false
	}
	for i := 0; i < len(v); i++ {
		if c := pattern[i]; c == 'd' && !isDigit(v[i]) || c != 'd' && v[i] != c {
			return false
		}
	}
	return true
}

// number returns the value of decimal digits. There must be so few of them that the
// value fits an int.
func number(digits string) (n int) {
	for i := 0; i < len(digits); i++ {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
