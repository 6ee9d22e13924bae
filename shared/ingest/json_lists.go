package ingest

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// podloveGroups returns the format of transcripts of Podlove (a podcast publisher)
// that group the spoken items by speaker.
func podloveGroups() draft.Format {
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
func readPodloveGroups(d *jsonDraft, root *node) string {
	list := groupsOf(root)
	for i := range list {
		for k, item := range list[i].member("items").items() {
			speaker := list[i].firstOf("voice", "speaker")
			d.beginSpeech(speaker, item.member("start_ms").millis(), item.member("end_ms").millis(), item.at)
			d.OpenCue().Continued = k > 0
			d.addString(item.member("text"), ' ')
		}
	}
	return "groups with items"
}

// whisperCpp returns the format of the program whisper.cpp, in which "?" means an
// unknown speaker.
func whisperCpp() draft.Format {
	return speechFormat("whisper-json", func(root *node) bool {
		list := root.member("transcription").items()
		return len(list) > 0 && list[0].member("offsets") != nil
	}, readWhisperCpp)
}

// readWhisperCpp reads the output of the program whisper.cpp.
func readWhisperCpp(d *jsonDraft, root *node) string {
	list := root.member("transcription").items()
	for i := range list {
		n := &list[i]
		speaker := n.member("speaker")
		d.beginSpeech(speaker, n.get("offsets", "from").millis(), n.get("offsets", "to").millis(), n.at)
		if speaker.isString() && speaker.text == "?" {
			d.OpenCue().Name, d.OpenCue().Label = "", transcript.Range{}
		}
		d.addString(n.member("text"), ' ')
		d.MarkDirection()
	}
	return "transcription with offsets, as whisper.cpp writes it"
}

// whisperWords returns the format of Whisper's output that has a time for each word.
// It contains the whole text with punctuation, and a list of words with times but
// without punctuation.
func whisperWords() draft.Format {
	return speechFormat("whisper-json", func(root *node) bool {
		words := root.member("words").items()
		return len(words) > 0 && root.member("text").isString() && words[0].member("word") != nil && words[0].member("start") != nil
	}, readWhisperWords)
}

// readWhisperWords reads Whisper's output that has a time for each word.
func readWhisperWords(d *jsonDraft, root *node) string {
	words, text := root.member("words").items(), root.member("text")
	d.beginSpeech(nil, words[0].member("start").seconds(), words[len(words)-1].member("end").seconds(), text.at)
	d.addString(text, 0)
	return "a text and the times of its words; words: " + strconv.Itoa(len(words))
}

// oyez returns the format of Oyez (an archive of the US Supreme Court). The transcript
// is a list of sections. A section is a list of turns, and a turn is a list of text
// blocks.
func oyez() draft.Format {
	return speechFormat("oyez-json", func(root *node) bool {
		sections := oyezSections(root)
		return len(sections) > 0 && sections[0].member("turns").items() != nil
	}, readOyez)
}

// oyezSections returns the sections of a transcript of Oyez.
func oyezSections(root *node) []node {
	if t := root.member("transcript"); t != nil {
		root = t
	}
	return root.member("sections").items()
}

// readOyez reads a transcript of Oyez.
func readOyez(d *jsonDraft, root *node) string {
	d.Captioned = false
	sections := oyezSections(root)
	for s := range sections {
		for _, turn := range sections[s].member("turns").items() {
			d.oyezTurn(&turn)
		}
	}
	return "sections with turns with text_blocks"
}

// oyezTurn adds a turn of an Oyez transcript. Each of its text blocks becomes a
// paragraph.
func (d *jsonDraft) oyezTurn(turn *node) {
	d.beginSpeech(turn.get("speaker", "name"), turn.member("start").seconds(), turn.member("stop").seconds(), turn.at)
	for _, block := range turn.member("text_blocks").items() {
		d.addString(block.member("text"), '\n')
	}
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

// labelled returns the format of a list of objects, each with a speaker and a text.
func labelled() draft.Format {
	return speechFormat(labelledForm().name, func(root *node) bool { return labelledList(root) != nil }, readLabelled)
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
func readLabelled(d *jsonDraft, root *node) string {
	f, list := labelledForm(), labelledList(root)
	d.Captioned = false
	for i := range list {
		d.segment(&f, &list[i])
	}
	return "a list of objects with a speaker and a text; objects: " + strconv.Itoa(len(list))
}
