package export

import (
	"iter"
	"strings"

	"quoteline/shared/transcript"
)

// AppendText appends t as plain text: a head with the title and source, then a
// paragraph for each turn, "Name: words", with "[hh:mm:ss] " before it if the start
// is known. Blank lines separate paragraphs. Base is the origin of the edge endpoint,
// for the link to the page.
//
// It loses ends, parts of seconds, languages of turns, and the difference between
// words and a paragraph that looks like a label, a time, a heading or a note: plain
// text has no escapes.
func AppendText(dst []byte, t *transcript.Transcript, base string) []byte {
	dst = append(append(dst, oneLine(t.Title)...), '\n')
	for line := range about(t) {
		dst = append(append(dst, line...), '\n')
	}
	dst = append(append(dst, pageURL(t, base)...), '\n')
	for i := range t.Turns {
		turn := &t.Turns[i]
		dst = append(dst, '\n')
		if start, ok := turn.Start.Millis(); ok {
			dst = append(appendClock(append(dst, '['), start), "] "...)
		}
		dst = append(appendSpoken(dst, speakerName(t, turn), turn, "\n\n"), '\n')
	}
	return dst
}

// about yields the lines below the title: origin, summary and the editor's note.
func about(t *transcript.Transcript) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, line := range []string{origin(t), t.Summary, t.Note} {
			if line = oneLine(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// origin returns who published a transcript and the days of recording and
// publication.
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

// day returns the full-date of an RFC 3339 moment.
func day(moment string) string {
	day, _, _ := strings.Cut(moment, "T")
	return day
}

func pageURL(t *transcript.Transcript, base string) string { return base + "/t/" + t.ID }
