package edit

import (
	"strconv"
	"strings"
)

// parseClock returns the milliseconds of a time in a recording. The time may be
// written as 62 (seconds), 1:02, 1:00:02.5 or -0:03. The second result is false if s
// is not such a time.
func parseClock(s string) (int64, bool) {
	s = strings.TrimSpace(s)
	s, negative := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	fields := strings.Split(whole, ":")
	if len(fields) > 3 || len(fraction) > 3 {
		return 0, false
	}
	seconds := int64(0)
	// Minutes and seconds after a colon are below 60: "90" is a time, "1:90"
	// is not.
	for i, f := range fields {
		n, err := strconv.ParseUint(f, 10, 20)
		if err != nil || i > 0 && n > 59 {
			return 0, false
		}
		seconds = seconds*60 + int64(n)
	}
	millis, err := strconv.ParseUint((fraction + "000")[:3], 10, 20)
	if err != nil {
		return 0, false
	}
	total := seconds*1000 + int64(millis)
	if negative {
		total = -total
	}
	return total, true
}
