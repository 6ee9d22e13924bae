package caption

import (
	"encoding/json"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// jsonCue reads a caption whose text is a JSON object, such as {"speakerName": "Ada",
// "spokenText": "Yes."} in the metadata of Microsoft Teams. It adds the object's words to
// the transcript, or reports that there are none. It returns false if the text is not a
// JSON object.
func (c *captions) jsonCue(lines []transcript.Range) bool {
	if len(lines) == 0 || len(lines) > 50 {
		return false
	}
	// The report lists the ranges of the words in the source. In {"speakerName": "Ada",
	// "spokenText": "Yes."}, these are the ranges of "Ada" and of "Yes."
	whole := c.Src.Body(transcript.Range{Start: lines[0].Start, End: lines[len(lines)-1].End})
	text := c.Src.Slice(whole)
	if !strings.HasPrefix(text, "{") || !strings.HasSuffix(text, "}") || !json.Valid([]byte(text)) {
		return false
	}
	name, words := c.member(whole, "speakerName", "speaker", "name"), c.member(whole, "spokenText", "text", "body")
	if words.Start == words.End {
		c.OmitUnknown(whole, "a caption with JSON that has no words")
		return true
	}
	if s := label.CleanName(unquoted(c.Src.Slice(name))); s != "" {
		c.named++
		c.Account(draft.SpanLabel, name)
		*c.OpenCue() = draft.Cue{Label: name, Name: s, Clock: c.clock}
	} else {
		c.changeSpeaker()
	}
	c.AddMeaning(words, unquoted(c.Src.Slice(words)), ' ')
	if c.json++; c.json == 1 {
		c.Remark(whole, draft.Remark{
			Kind: draft.RemarkUnused, Level: draft.LevelInfo, Done: "captions hold JSON; of it, only the speaker and the words are used", Alternatives: []string{},
		})
	}
	return true
}

// member looks in the JSON object at r for a member that has one of the names and a
// string as its value. It returns the range of the string in the source, without the
// quotation marks. It returns an empty range if there is no such member.
func (c *captions) member(r transcript.Range, names ...string) transcript.Range {
	text := c.Src.Slice(r)
	for _, name := range names {
		_, after, found := strings.Cut(text, `"`+name+`"`)
		after = strings.TrimLeft(after, " \t\r\n:")
		if !found || !strings.HasPrefix(after, `"`) {
			continue
		}
		start := r.End - len(after) + 1
		for i := 1; i < len(after); i++ {
			switch after[i] {
			case '\\':
				i++
			case '"':
				return transcript.Range{Start: start, End: start + i - 1}
			}
		}
	}
	return transcript.Range{Start: r.Start, End: r.Start}
}

// unquoted decodes the escapes of a JSON string. The argument is the source of the string
// without the quotation marks.
func unquoted(inside string) string {
	var s string
	if json.Unmarshal([]byte(`"`+inside+`"`), &s) != nil {
		return inside
	}
	return s
}
