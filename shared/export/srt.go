package export

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// AppendSRT appends t as SubRip text, which has no standard. This is the form that
// the Podcasting 2.0 transcripts specification shows: a number, the times with a
// comma, "Name:" before the words. SubRip has no escapes, so the words are written
// unchanged. A turn that starts before the recording is shown from 0.
//
// It loses what WebVTT loses, languages of turns, and the difference between words
// and tags, character references, labels, lines of times or the dashes of two people.
func AppendSRT(dst []byte, t *transcript.Transcript) ([]byte, error) {
	list, err := cues(t)
	if err != nil {
		return dst, err
	}
	for i := range list {
		c := &list[i]
		if i > 0 {
			dst = append(dst, '\n')
		}
		dst = append(strconv.AppendInt(dst, int64(i+1), 10), '\n')
		dst = c.appendTiming(dst, ',')
		dst = append(appendSpoken(dst, c.speaker, c.turn, "\n"), '\n')
	}
	return dst, nil
}

// appendSpoken appends "Name: words", with a separator between paragraphs.
func appendSpoken(dst []byte, name string, turn *transcript.Turn, separator string) []byte {
	text := turn.Text
	if turn.Kind == transcript.Note {
		text = bracketed(text)
	}
	if name != "" {
		dst = append(append(dst, name...), ": "...)
	}
	between := ""
	for line := range paragraphs(text) {
		if between == "\n" && strings.Contains(line, "-->") {
			between = " " // alone on its line, an arrow would begin a cue
		}
		dst = append(append(dst, between...), line...)
		between = separator
	}
	return dst
}
