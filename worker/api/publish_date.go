package api

import (
	"time"

	"quoteline/shared/transcript"
)

// undated reports whether a version needs a new dateModified. It does if it has no
// date, or one that is not later than the date of the previous version: then the
// editor's program sent back the date that it had read.
func undated(next, previous *transcript.Transcript) bool {
	return !instant(next.DateModified).After(instant(previous.DateModified))
}

// instant returns the time of a validated date. It returns the zero time for "", and
// for a leap second, which package time cannot parse.
func instant(date string) time.Time {
	t, err := time.Parse(time.RFC3339, date)
	if err != nil {
		t, _ = time.Parse(time.DateOnly, date)
	}
	return t
}
