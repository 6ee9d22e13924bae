package caption

import (
	"encoding/json"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// jsonCue reads a caption whose text is a JSON object, such as {"speakerName": "Ada",
// "spokenText": "Yes."} in the metadata of Microsoft Teams. An object without words is
// left out. The result is false if the text is no object.
func (c *captions) jsonCue(lines []transcript.Range) bool {
	if len(lines) == 0 || len(lines) > 50 {
		return false
	}
	// Of {"speakerName": "Ada", "spokenText": "Yes."}, the ranges of Ada and Yes. are
	// needed, because the report says where the words are in the source.
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

// member returns the range of the string that is the value of one of the members in the
// JSON object at r. The range is without the quotation marks. It is empty if there is no
// such member.
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

// unquoted returns the text that the inside of a JSON string means.
func unquoted(inside string) string {
	var s string
	if json.Unmarshal([]byte(`"`+inside+`"`), &s) != nil {
		return inside
	}
	return s
}
