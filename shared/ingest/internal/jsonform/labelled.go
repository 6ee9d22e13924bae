package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
)

// Labelled returns the format of a list of objects, each with a speaker and a text.
func Labelled() draft.Format {
	return speechFormat(labelledForm().name, func(root *node) bool { return labelledList(root) != nil }, readLabelled)
}

// labelledForm describes JSON from an unknown tool: a list of objects with member
// names that many tools use. Numbers are not read as times, because it is unknown
// whether they are seconds or milliseconds.
func labelledForm() segmentForm {
	return segmentForm{
		name: "labelled-json", clockOnly: true,
		speaker: []string{"speaker", "speaker_name", "speakerName", "speaker_label", "name", "voice", "participant", "author"},
		text:    []string{"text", "sentence", "content", "body", "transcript", "utterance", "line", "quote"},
		start:   []string{"start", "start_time", "startTime", "time", "timestamp", "timecode"},
		end:     []string{"end", "end_time", "endTime"},
	}
}

// labelledList returns the list of objects with a speaker and a text. The list is
// either the whole JSON or a member of the outermost object. If there is no such list,
// the result is nil.
func labelledList(root *node) []node {
	f := labelledForm()
	lists := []*node{root}
	if root.kind == '{' {
		for i := range root.members {
			lists = append(lists, &root.members[i])
		}
	}
	for _, n := range lists {
		if list := n.items(); len(list) > 0 && list[0].firstOf(f.speaker...) != nil && list[0].firstOf(f.text...).isString() {
			return list
		}
	}
	return nil
}

// readLabelled reads the objects of a list, each with a speaker and a text.
func readLabelled(d *speech, root *node) string {
	f, list := labelledForm(), labelledList(root)
	d.Captioned = false
	for i := range list {
		d.segment(&f, &list[i])
	}
	return "a list of objects with a speaker and a text; objects: " + strconv.Itoa(len(list))
}
