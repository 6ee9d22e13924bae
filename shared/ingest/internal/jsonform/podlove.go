package jsonform

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Podlove returns the format of Podlove, a podcast publisher. Such JSON is an object
// whose member "transcripts" is a list of segments (pieces of speech).
func Podlove() draft.Format {
	return segmentForm{
		name: "podlove-json", why: "transcripts with start_ms and text",
		lists: [][]string{{"transcripts"}}, need: []string{"text", "start_ms"}, unit: source.UnitMillis,
		speaker: []string{"voice", "speaker"}, text: []string{"text"}, start: []string{"start_ms"}, end: []string{"end_ms"},
	}.format()
}

// PodloveList returns the format of Podlove, a podcast publisher, in which the whole JSON
// is a list of segments (pieces of speech).
func PodloveList() draft.Format {
	return segmentForm{
		name: "podlove-json", why: "a list with start_ms and text",
		lists: [][]string{{}}, need: []string{"text", "start_ms"}, unit: source.UnitMillis,
		speaker: []string{"voice", "speaker"}, text: []string{"text"}, start: []string{"start_ms"}, end: []string{"end_ms"},
	}.format()
}

// PodloveGroups returns the format of transcripts of Podlove (a podcast publisher)
// that group the spoken items by speaker.
func PodloveGroups() draft.Format {
	return speechFormat("podlove-json", func(root *node) bool {
		list := groupsOf(root)
		return len(list) > 0 && list[0].member("items").items() != nil
	}, readPodloveGroups)
}

// groupsOf returns the list of groups: the whole JSON, or the member "transcripts".
func groupsOf(root *node) []node {
	if list := root.items(); list != nil {
		return list
	}
	return root.member("transcripts").items()
}

// readPodloveGroups reads the groups of items by one speaker.
func readPodloveGroups(d *speech, root *node) string {
	list := groupsOf(root)
	for i := range list {
		for k, item := range list[i].member("items").items() {
			speaker := list[i].firstOf("voice", "speaker")
			d.beginSpeech(speaker, item.member("start_ms").offset(source.UnitMillis), item.member("end_ms").offset(source.UnitMillis), item.at())
			d.OpenCue().Continued = k > 0
			d.addString(item.member("text"), ' ')
		}
	}
	return "groups with items"
}
