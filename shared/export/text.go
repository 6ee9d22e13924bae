package export

import (
	"iter"
	"strings"

	"quoteline/shared/transcript"
)

// AppendText appends t as plain text. First come the title, the source, the summary and
// the link to the transcript's page. Each turn follows as "Name: words". If the turn's
// start is known, "[hh:mm:ss] " is before the name. Blank lines separate paragraphs.
// The argument base is the origin of the server, as in "https://edge.example".
//
// The format loses ends of turns, fractions of seconds and languages of turns. It has
// no escapes. So if a paragraph looks like a label ("Name:"), a time, a heading or a
// note, the importer reads it as one.
func AppendText(dst []byte, t *transcript.Transcript, base string) []byte {
	dst = append(append(dst, oneLine(t.Title)...), '\n')
	for line := range about(t) {
		dst = append(append(dst, line...), '\n')
	}
	dst = append(append(dst, pageURL(t, base)...), '\n')
	names := speakerNames(t)
	for i := range t.Turns {
		turn := &t.Turns[i]
		dst = append(dst, '\n')
		if start, ok := turn.Start.Millis(); ok {
			dst = append(appendClock(append(dst, '['), start), "] "...)
		}
		dst = append(appendSpoken(dst, names.of(turn), turn, "\n\n"), '\n')
	}
	return dst
}

// about yields the lines below the title: publisher and dates, summary, and the
// editor's note. Empty lines are left out.
func about(t *transcript.Transcript) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, line := range []string{origin(t), t.Summary, t.Note} {
			if line = oneLine(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// origin returns the publisher and the days of recording and publication, as in
// "Gazette, recorded 2024-04-30, published 2024-05-01".
func origin(t *transcript.Transcript) string {
	var parts []string
	if t.Publisher != nil && t.Publisher.Name != "" {
		parts = append(parts, t.Publisher.Name)
	}
	if t.RecordedAt != "" {
		parts = append(parts, "recorded "+day(t.RecordedAt))
	}
	if t.DatePublished != "" {
		parts = append(parts, "published "+day(t.DatePublished))
	}
	return strings.Join(parts, ", ")
}

// day returns the date of an RFC 3339 time: the text before "T".
func day(moment string) string {
	day, _, _ := strings.Cut(moment, "T")
	return day
}

func pageURL(t *transcript.Transcript, base string) string { return base + "/t/" + t.ID }
