package messages

import "strings"

// AppendDate appends a day in the table's language, as in "30 November 2026". The argument
// date is an RFC 3339 full-date or date-time. If it has another form, AppendDate appends
// it unchanged.
func (t *Table) AppendDate(dst []byte, date string) []byte {
	if len(date) < len("2006-01-02") {
		return append(dst, date...)
	}
	year, month, day := decimal(date[:4]), decimal(date[5:7]), decimal(date[8:10])
	if year < 0 || month < 1 || month > 12 || day < 0 {
		return append(dst, date...)
	}
	// The language's text for dates has the parts in the right order: from "{2} {1},
	// {3}" the loop makes "November 30, 2026".
	rest := t.phrases[Date]
	for {
		before, hole, after := Hole(rest)
		dst = append(dst, before...)
		switch hole {
		case 0:
			return dst
		case 1:
			dst = appendDigits(dst, day, 1)
		case 2:
			dst = append(dst, t.Month(month)...)
		case 3:
			dst = appendDigits(dst, year, 1)
		}
		rest = after
	}
}

// Month returns the name of month n, from 1 to 12, in the grammatical form that the
// language uses in dates.
func (t *Table) Month(n int) string {
	rest := t.phrases[Months]
	for range n - 1 {
		_, rest, _ = strings.Cut(rest, "|")
	}
	name, _, _ := strings.Cut(rest, "|")
	return name
}

// decimal returns the value of a decimal number, or -1 if one of the characters is not
// a digit.
func decimal(digits string) int {
	n := 0
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return -1
		}
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
