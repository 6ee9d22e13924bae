package render

import (
	"strconv"

	"quoteline/shared/timeline"
)

func appendInt(dst []byte, n int) []byte {
	return strconv.AppendInt(dst, int64(n), 10)
}

// AppendPercent appends a position or a length on the timeline as a percentage of the
// timeline's width. steps is this position or length in ten-thousandths of the width.
func AppendPercent(dst []byte, steps int) []byte {
	const whole = timeline.Width / 100
	dst = appendInt(dst, steps/whole)
	if f := steps % whole; f != 0 {
		dst = append(dst, '.', byte('0'+f/10))
		if f%10 != 0 {
			dst = append(dst, byte('0'+f%10))
		}
	}
	return append(dst, '%')
}
