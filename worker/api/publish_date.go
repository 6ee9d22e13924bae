package api

import (
	"time"

	"quoteline/shared/transcript"
)

// undated reports whether a version brings no date of its own: none, or one that is
// not later than that of the version before, with which it was read.
func undated(next, previous *transcript.Transcript) bool {
	return !instant(next.DateModified).After(instant(previous.DateModified))
}

// instant returns the time of a date that has been checked; zero for none, and for a
// leap second, which package time does not know.
func instant(date string) time.Time {
	t, err := time.Parse(time.RFC3339, date)
	if err != nil {
		t, _ = time.Parse(time.DateOnly, date)
	}
	return t
}
