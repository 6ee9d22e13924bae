package jsonform

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Gladia returns the format of Gladia, a speech recognition service. The list of
// utterances is in the member "transcription", which is at the top level or inside
// "result".
func Gladia() draft.Format {
	return segmentForm{
		name: "gladia-json", why: "transcription.utterances with start and text",
		lists: [][]string{{"result", "transcription", "utterances"}, {"transcription", "utterances"}},
		need:  []string{"text", "start"}, unit: source.UnitSeconds, channel: "channel",
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}
