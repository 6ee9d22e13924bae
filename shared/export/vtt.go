package export

import (
	"strings"

	"quoteline/shared/export/internal/escape"
	"quoteline/shared/transcript"
)

// AppendVTT appends t as WebVTT (W3C Candidate Recommendation of 4 April 2019,
// section 4). The identifier of a cue is its turn's id. The speaker is in a voice
// span without an end tag, which is optional if the span is the whole cue. A turn in
// another language is in a language span. A note is in square brackets, as captions
// show sounds. There are no settings: the player decides where cues appear. A turn
// that starts before the recording is shown from 0.
//
// It loses breaks between paragraphs, which come back as spaces, times before zero,
// and that an end was unknown if a later turn gives one.
func AppendVTT(dst []byte, t *transcript.Transcript) ([]byte, error) {
	list, err := cues(t)
	if err != nil {
		return dst, err
	}
	dst = append(dst, "WEBVTT\n"...)
	for i := range list {
		dst = append(dst, '\n')
		dst = appendCueID(dst, list[i].turn.ID)
		dst = list[i].appendTiming(dst, '.')
		dst = list[i].appendPayload(dst)
	}
	return dst, nil
}

// appendCueID appends the line of an identifier, which may hold no "-->".
func appendCueID(dst []byte, id string) []byte {
	if id = oneLine(id); id == "" {
		return dst
	}
	return append(escape.AppendText(dst, id), '\n')
}

// appendPayload appends the text of a cue in its spans. The speaker can only be on
// the first line, so a text without words still has that line.
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

// appendSpan appends the start tag of a span with an annotation. Readers leave
// the white space around it out, which keeps two hyphens at its end from making
// an arrow.
func appendSpan(dst []byte, tag, annotation string) []byte {
	dst = escape.AppendText(append(dst, tag...), annotation)
	if strings.HasSuffix(annotation, "-") {
		dst = append(dst, ' ')
	}
	return append(dst, '>')
}
