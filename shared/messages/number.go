package messages

import "strconv"

// AppendNumber appends n with the language's separator between groups of three digits,
// as in "1,200". n must be 0 or more.
func (t *Table) AppendNumber(dst []byte, n int) []byte {
	if n < decimal(t.phrases[GroupFrom]) {
		return appendDigits(dst, n, 1)
	}
	return t.appendGroups(dst, n)
}

func (t *Table) appendGroups(dst []byte, n int) []byte {
	if n < 1000 {
		return appendDigits(dst, n, 1)
	}
	dst = t.appendGroups(dst, n/1000)
	dst = append(dst, t.phrases[Group]...)
	return appendDigits(dst, n%1000, 3)
}

// AppendShare appends a share in per cent, as in "12%".
func (t *Table) AppendShare(dst []byte, percent int) []byte {
	before, _, after := Hole(t.phrases[Percent])
	dst = append(dst, before...)
	dst = appendDigits(dst, percent, 1)
	return append(dst, after...)
}

// AppendClock appends a position in the recording as minutes and seconds, as in 4:05.
// If it is an hour or more, the hours come first, as in 1:02:03. ms is the position in
// milliseconds. Players write times in this form in all nine languages.
func AppendClock(dst []byte, ms int64) []byte {
	if ms < 0 {
		dst = append(dst, '-')
		ms = -ms
	}
	seconds := int(ms / 1000)
	width := 1
	if hours := seconds / 3600; hours > 0 {
		dst = append(appendDigits(dst, hours, 1), ':')
		width = 2
	}
	dst = append(appendDigits(dst, seconds/60%60, width), ':')
	return appendDigits(dst, seconds%60, 2)
}

// appendDigits appends n in decimal digits. If n has fewer than width digits, zeros
// come first. n must be 0 or more.
func appendDigits(dst []byte, n, width int) []byte {
	for least := 10; width > 1; width-- {
		if n < least {
			dst = append(dst, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(dst, int64(n), 10)
}
