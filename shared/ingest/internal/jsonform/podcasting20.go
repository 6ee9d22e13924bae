package jsonform

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Podcasting20 returns the JSON format of Podcasting 2.0, a standard of podcast
// players.
func Podcasting20() draft.Format {
	return segmentForm{
		name: "podcasting20-json", why: "segments with startTime and body",
		lists: [][]string{{"segments"}}, need: []string{"body", "startTime"}, unit: source.UnitSeconds,
		speaker: []string{"speaker"}, text: []string{"body"}, start: []string{"startTime"}, end: []string{"endTime"},
	}.format()
}
