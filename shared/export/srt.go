package export

import (
	"bytes"
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

// AppendSRT appends t as SubRip text. It returns [ErrNoTimecodes] if a turn has no start.
//
// SubRip has no standard. AppendSRT follows the example in the Podcasting 2.0 transcripts
// specification: a number, a line with the times ("00:00:01,000 --> 00:00:02,500"), and
// "Name: words". SubRip has no escapes, so the words are written unchanged, except for
// arrows: "-->" becomes "-- >". Some programs take each line with "-->" for a line of
// times, and refuse the file. If a turn starts before the recording does, its start is
// written as 0.
//
// The file does not have everything that the importer needs to restore t. Breaks between
// paragraphs, times before zero, unknown ends of turns and languages of turns are lost.
// The importer may also read words as syntax if they look like tags, character
// references, labels ("Name:"), lines of times, or the dashes that mark two speakers.
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
		words := appendSpoken(nil, c.speaker, c.turn, "\n")
		dst = append(append(dst, bytes.ReplaceAll(words, []byte("-->"), []byte("-- >"))...), '\n')
	}
	return dst, nil
}

// appendSpoken appends "Name: words", or only the words if the argument name is empty.
// It writes the argument separator between paragraphs. A later paragraph may look like
// the words of another speaker, as in "Sam: no". In a caption, such a paragraph is
// appended to the line of the paragraph before it. In plain text, it is indented.
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
		switch {
		case between == "\n" && looksLikeLabel(line):
			between = " " // on a line of its own, "Sam: no" would be Sam's words
		case between != "" && looksLikeLabel(line):
			line = "    " + line // plain text needs the blank line, so the line is indented
		}
		dst = append(append(dst, between...), line...)
		between = separator
	}
	return dst
}

// maxLabel is the greatest length of a speaker's name in bytes. Neither readers nor
// programs take a longer text before a colon for a name.
const maxLabel = 80

// looksLikeLabel reports whether a line could be read as a speaker's name or a time, a
// colon, and words: "Sam: no", or "[00:01:02] Sam: no".
func looksLikeLabel(line string) bool {
	at := strings.IndexAny(line, ":：")
	return at > 0 && at <= maxLabel
}
