package export

import (
	"quoteline/shared/export/internal/escape"
	"quoteline/shared/transcript"
)

// AppendPodcastHTML appends t as the HTML of Podcasting 2.0, which may be
// without times: for every turn the speaker in cite, the start in time where it
// is known, and a p for each paragraph.
//
// It cannot carry ends, parts of seconds, languages of turns, a colon at the end
// of a name, or that a paragraph in brackets was speech.
func AppendPodcastHTML(dst []byte, t *transcript.Transcript) []byte {
	for i := range t.Turns {
		turn := &t.Turns[i]
		if name := speakerName(t, turn); name != "" {
			dst = append(escape.AppendText(append(dst, "<cite>"...), name), ":</cite>\n"...)
		}
		if start, ok := turn.Start.Millis(); ok {
			dst = append(appendClock(append(dst, "<time>"...), start), "</time>\n"...)
		}
		text := turn.Text
		if turn.Kind == transcript.Note {
			text = bracketed(text)
		}
		for line := range paragraphs(text) {
			dst = append(escape.AppendText(append(dst, "<p>"...), line), "</p>\n"...)
		}
	}
	return dst
}
