package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// soundLine reads a line that is only a sound, in italics or between asterisks, as in
// "<i>Laughter</i>" or "*Laughter*". The line becomes a note (text that is not speech). A
// voice tag such as <v Ada> may precede the sound. Later words of the same caption are a
// new piece of text by the same speaker. The result is false for any other line.
func (c *captions) soundLine(line transcript.Range) bool {
	voice := c.voiceTag(line)
	body := c.Src.Body(transcript.Range{Start: voice.End, End: line.End})
	if !isMarkedSound(strings.TrimSuffix(c.Src.Slice(body), "</v>")) {
		return false
	}
	if voice.Start < voice.End {
		c.tag(voice)
	}
	if open := c.OpenCue(); len(open.Parts) == 0 && len(c.Cues) > 1 {
		open.Note = true
	} else {
		c.BeginCue(draft.Cue{Clock: c.clock, Name: c.speaking(), Continued: true, Note: true})
	}
	c.runs(body)
	c.firstLine, c.afterSound = false, true
	return true
}

// voiceTag returns the range of the voice tag that a line begins with. If there is none,
// the result is an empty range at the start of the line.
func (c *captions) voiceTag(line transcript.Range) transcript.Range {
	body := c.Src.Body(line)
	if text := c.Src.Slice(body); isVoice(text) {
		return transcript.Range{Start: body.Start, End: body.Start + c.tagLength(text)}
	}
	return transcript.Range{Start: line.Start, End: line.Start}
}

// isMarkedSound reports whether text is in italics or between asterisks, and is the word
// for a sound, as in "<i>Laughter</i>" or "*Laughter*".
func isMarkedSound(text string) bool {
	inner, ok := strings.CutPrefix(text, "<i>")
	if ok {
		inner, ok = strings.CutSuffix(inner, "</i>")
	} else {
		ok = len(text) > 2 && text[0] == '*' && text[len(text)-1] == '*'
	}
	return ok && label.IsSound(strings.Trim(inner, "*()[]. "))
}
