package export

import (
	"strconv"
	"strings"

	"quoteline/shared/export/internal/escape"
	"quoteline/shared/transcript"
)

// AppendVTT appends t as WebVTT (W3C Candidate Recommendation of 4 April 2019, section
// 4). It returns [ErrNoTimecodes] if a turn has no start.
//
// Each turn becomes one cue. The cue's identifier is the turn's number. Some programs
// refuse a file whose identifiers are words, and others find no cue without a number. The
// speaker is in a voice span, <v Name>. The end tag of the span is left out, because it
// is optional if the span is the whole cue. A turn in another language is in a language
// span. A note is in square brackets, like sounds in captions. There are no cue settings,
// so the player decides where captions appear. If a turn starts before the recording
// does, its start is written as 0.
//
// If the importer reads the file back, three things differ. Breaks between paragraphs
// have become spaces. Times before zero have become zero. A turn without an end gets the
// start of a later turn as its end.
func AppendVTT(dst []byte, t *transcript.Transcript) ([]byte, error) {
	list, err := cues(t)
	if err != nil {
		return dst, err
	}
	dst = append(dst, "WEBVTT\n"...)
	for i := range list {
		dst = append(dst, '\n')
		dst = append(strconv.AppendInt(dst, int64(i+1), 10), '\n')
		dst = list[i].appendTiming(dst, '.')
		dst = list[i].appendPayload(dst)
	}
	return dst, nil
}

// appendPayload appends the text of a cue inside its spans, such as <v Name>. Even if
// the text has no words, it writes the line with the speaker's span.
func (c *cue) appendPayload(dst []byte) []byte {
	text, end := c.turn.Text, ""
	if c.turn.Kind == transcript.Note {
		text = bracketed(text)
	}
	if c.speaker != "" {
		dst = appendSpan(dst, "<v ", c.speaker)
	}
	if lang := oneLine(c.turn.Lang); lang != "" {
		dst = appendSpan(dst, "<lang ", lang)
		end = "</lang>"
	}
	from := len(dst)
	for line := range paragraphs(text) {
		if len(dst) > from {
			dst = append(dst, '\n')
		}
		dst = escape.AppendText(dst, line)
	}
	return append(append(dst, end...), '\n')
}

// appendSpan appends a start tag with its annotation, such as "<v Ben>". If the
// annotation ends in a hyphen, it adds a space, so that the end of the tag never looks
// like the arrow "-->". Parsers ignore the space.
func appendSpan(dst []byte, tag, annotation string) []byte {
	dst = escape.AppendText(append(dst, tag...), annotation)
	if strings.HasSuffix(annotation, "-") {
		dst = append(dst, ' ')
	}
	return append(dst, '>')
}
