package api

import (
	"time"

	"quoteline/shared/transcript"
)

// undated reports whether next (the version to publish) needs a new dateModified. There
// are two cases. In the first, next has no date. In the second, its date is not later
// than the date of the previous version, for example because the editor changed the
// text and not the date.
func undated(next, previous *transcript.Transcript) bool {
	return !instant(next.DateModified).After(instant(previous.DateModified))
}

// instant returns the time that a valid date names. It returns the zero time if the date
// is "". It also returns the zero time for a leap second (23:59:60), which package time
// cannot parse.
func instant(date string) time.Time {
	t, err := time.Parse(time.RFC3339, date)
	if err != nil {
		t, _ = time.Parse(time.DateOnly, date)
	}
	return t
}
