package render

import (
	"strconv"

	"quoteline/shared/timeline"
)

func appendInt(dst []byte, n int) []byte {
	return strconv.AppendInt(dst, int64(n), 10)
}

// appendCount appends n ≥ 0 with a comma before every third digit.
func appendCount(dst []byte, n int) []byte {
	if n < 1000 {
		return appendInt(dst, n)
	}
	dst = appendCount(dst, n/1000)
	r := n % 1000
	return append(dst, ',', byte('0'+r/100), byte('0'+r/10%10), byte('0'+r%10))
}

// appendOf appends n and the noun in the number that goes with it.
func appendOf(dst []byte, n int, noun string) []byte {
	dst = appendCount(dst, n)
	dst = append(dst, ' ')
	dst = append(dst, noun...)
	if n != 1 {
		dst = append(dst, 's')
	}
	return dst
}

// AppendPercent appends a length on the axis as a percentage of it.
func AppendPercent(dst []byte, units int) []byte {
	const whole = timeline.Width / 100
	dst = appendInt(dst, units/whole)
	if f := units % whole; f != 0 {
		dst = append(dst, '.', byte('0'+f/10))
		if f%10 != 0 {
			dst = append(dst, byte('0'+f%10))
		}
	}
	return append(dst, '%')
}

// appendShare appends a share given per mille: a small one with its tenth.
func appendShare(dst []byte, perMille int) []byte {
	if perMille < 100 && perMille%10 != 0 {
		dst = appendInt(dst, perMille/10)
		dst = append(dst, '.', byte('0'+perMille%10))
		return append(dst, '%')
	}
	dst = appendInt(dst, (perMille+5)/10)
	return append(dst, '%')
}
