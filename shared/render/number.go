package render

import (
	"strconv"

	"quoteline/shared/timeline"
)

func appendInt(dst []byte, n int) []byte {
	return strconv.AppendInt(dst, int64(n), 10)
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
