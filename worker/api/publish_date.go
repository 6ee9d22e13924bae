package api

import (
	"time"

	"quoteline/shared/transcript"
)

// undated reports whether a version needs a new dateModified: it has none, or the
// one of the previous version, which the editor's program read and sent again.
func undated(next, previous *transcript.Transcript) bool {
	return !instant(next.DateModified).After(instant(previous.DateModified))
}

// instant returns the time of a validated date. It is zero for "", and for a leap
// second, which package time cannot parse.
func instant(date string) time.Time {
	t, err := time.Parse(time.RFC3339, date)
	if err != nil {
		t, _ = time.Parse(time.DateOnly, date)
	}
	return t
}
