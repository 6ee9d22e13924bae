package draft

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// CutOwnLabel removes the label at the start of a cue's text if the text repeats the
// speaker of the cue, whom the source names in a field of its own. For example, the
// speaker is "Ben Short" and the text "MR. SHORT: Good morning." The text is in the range
// at. The results are the rest of the range and of the text.
//
// A speaker may also say such words: the text "Host: no label" of Host. So a label that
// is spelled exactly as in the field is cut only if at least half of the texts so far
// begin with one.
func (d *Draft) CutOwnLabel(at transcript.Range, text string) (transcript.Range, string) {
	c := d.OpenCue()
	if len(c.Parts) > 0 || c.Name == "" {
		return at, text
	}
	lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	own := label.OwnLabel(c.Name, text[lead:])
	if d.named++; own > 0 && strings.HasPrefix(text[lead:], c.Name+":") {
		if d.repeated++; 2*d.repeated < d.named {
			return at, text
		}
	}
	if cut := lead + own; own > 0 && cut < len(text) && strings.HasPrefix(d.Src.Slice(at), text[:cut]) {
		d.Account(SpanLabel, transcript.Range{Start: at.Start, End: at.Start + cut})
		at.Start += cut
		text = text[cut:]
	}
	return at, text
}
