package dialogue

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// isSpeaker reports whether a label is at s and its name is one of the known
// speakers.
func (t *textReader) isSpeaker(s label.TurnStart) bool {
	return s.Labelled() && t.names(t.Src.Slice(s.Label.Name))
}

// cut divides the text at the position s, at which there is a separator such as >> or a
// speaker's name. The text before s is added to the last cue (the words after one
// speaker's name). If a speaker's name is at s, a new cue begins with this name. Reading
// continues after the separator and the name.
func (t *textReader) cut(s label.TurnStart) {
	t.flush(s.Separator.Start)
	t.Account(draft.SpanSeparator, s.Separator)
	t.from = max(s.At, t.from)
	if t.isSpeaker(s) {
		t.BeginLabelled(s.Label)
		t.spellings[t.Cues[len(t.Cues)-1].Name] = true
		t.from = s.Label.End
	}
	t.floor, t.join = t.from, '\n'
}

// flush adds the text that was read but is not yet stored to the words of the last
// speaker. The argument end is the offset at which this text ends.
func (t *textReader) flush(end int) {
	s := t.Src.Text[t.from:end]
	start := end - len(strings.TrimLeftFunc(s, label.IsBlank))
	if r := (transcript.Range{Start: start, End: t.from + len(strings.TrimRightFunc(s, unicode.IsSpace))}); r.Start < r.End {
		t.ResumeAfterNote()
		t.AddParagraph(r, t.join)
	}
	t.from = end
}
