package export

import (
	"quoteline/shared/export/internal/escape"
	"quoteline/shared/transcript"
)

// AppendPodcastHTML appends t in the HTML format of Podcasting 2.0, which does not
// need times. For every turn it appends the speaker in a cite element. If the start
// is known, a time element follows. Then comes one p element with the words. If the
// words have several paragraphs, br elements separate them. A turn must not have a
// second p element, because some podcast apps take it for the words of the next
// speaker. These apps make the same mistake if a turn has no cite element. So a turn
// without a speaker has a cite element too, which contains only a space.
//
// The format cannot express: ends of turns, fractions of seconds, languages of turns,
// and a colon at the end of a name. If the project's importer reads the file back, a
// paragraph in brackets becomes a note, even if it was speech.
func AppendPodcastHTML(dst []byte, t *transcript.Transcript) []byte {
	names := speakerNames(t)
	for i := range t.Turns {
		turn := &t.Turns[i]
		if name := names.of(turn); name != "" {
			dst = append(escape.AppendText(append(dst, "<cite>"...), name), ":</cite>\n"...)
		} else {
			// A turn without a speaker has a cite element that contains only a
			// space. Without this element, transcriptator 1.1.4 shows each turn's
			// words under the next turn's speaker.
			dst = append(dst, "<cite> </cite>\n"...)
		}
		if start, ok := turn.Start.Millis(); ok {
			dst = append(appendClock(append(dst, "<time>"...), start), "</time>\n"...)
		}
		text := turn.Text
		if turn.Kind == transcript.Note {
			text = bracketed(text)
		}
		tag := "<p>" // "a\nb" becomes <p>a<br>b</p>
		for line := range paragraphs(text) {
			dst = escape.AppendText(append(dst, tag...), line)
			tag = "<br>"
		}
		if tag != "<p>" {
			dst = append(dst, "</p>\n"...)
		}
	}
	return dst
}
