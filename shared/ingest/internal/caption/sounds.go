package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// soundLine reads a line that is only a sound in italics or between asterisks, as in
// "<i>Laughter</i>", and makes it a note. A voice tag may be before it. The words after
// the note in the same caption are of the same speaker.
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

// voiceTag returns the range of the voice tag that a line begins with. The range is
// empty, at the start of the line, if there is none.
func (c *captions) voiceTag(line transcript.Range) transcript.Range {
	body := c.Src.Body(line)
	if text := c.Src.Slice(body); isVoice(text) {
		return transcript.Range{Start: body.Start, End: body.Start + c.tagLength(text)}
	}
	return transcript.Range{Start: line.Start, End: line.Start}
}

// isMarkedSound reports whether text is a word for a sound in italics or between
// asterisks.
func isMarkedSound(text string) bool {
	inner, ok := strings.CutPrefix(text, "<i>")
	if ok {
		inner, ok = strings.CutSuffix(inner, "</i>")
	} else {
		ok = len(text) > 2 && text[0] == '*' && text[len(text)-1] == '*'
	}
	return ok && label.IsSound(strings.Trim(inner, "*()[]. "))
}
