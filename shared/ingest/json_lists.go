package ingest

import (
	"strconv"

	"quoteline/shared/transcript"
)

// readPodloveGroups reads a transcript of Podlove (a podcast publisher) that groups
// the spoken items by speaker. If the JSON is in another format, the first result is
// nil. Otherwise the second is the evidence for the format.
func readPodloveGroups(src *source, root *node) (*jsonDraft, string) {
	list := root.items()
	if list == nil {
		list = root.member("transcripts").items()
	}
	if len(list) == 0 || list[0].member("items").items() == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "podlove-json"
	for i := range list {
		for k, item := range list[i].member("items").items() {
			speaker := list[i].firstOf("voice", "speaker")
			d.beginSpeech(speaker, item.member("start_ms").millis(), item.member("end_ms").millis(), item.at)
			d.openCue().continued = k > 0
			d.addString(item.member("text"), ' ')
		}
	}
	return d, "groups with items"
}

// readWhisperCpp reads the output of the program whisper.cpp, in which "?" means an
// unknown speaker. If the JSON is in another format, the first result is nil.
// Otherwise the second is the evidence for the format.
func readWhisperCpp(src *source, root *node) (*jsonDraft, string) {
	list := root.member("transcription").items()
	if len(list) == 0 || list[0].member("offsets") == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "whisper-json"
	for i := range list {
		n := &list[i]
		speaker := n.member("speaker")
		d.beginSpeech(speaker, n.get("offsets", "from").millis(), n.get("offsets", "to").millis(), n.at)
		if speaker.isString() && speaker.text == "?" {
			d.openCue().name, d.openCue().label = "", transcript.Range{}
		}
		d.addString(n.member("text"), ' ')
		d.markDirection()
	}
	return d, "transcription with offsets, as whisper.cpp writes it"
}

// readWhisperWords reads the output of Whisper that has a time for each word. It
// contains the whole text with punctuation, and a list of words with times but
// without punctuation. If the JSON is in another format, the first result is nil.
func readWhisperWords(src *source, root *node) (*jsonDraft, string) {
	words, text := root.member("words").items(), root.member("text")
	if len(words) == 0 || !text.isString() || words[0].member("word") == nil || words[0].member("start") == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "whisper-json"
	d.beginSpeech(nil, words[0].member("start").seconds(), words[len(words)-1].member("end").seconds(), text.at)
	d.addString(text, 0)
	return d, "a text and the times of its words; words: " + strconv.Itoa(len(words))
}

// readOyez reads a transcript of Oyez (an archive of the US Supreme Court). The
// transcript is a list of sections. A section is a list of turns, and a turn is a
// list of text blocks. If the JSON is in another format, the first result is nil.
func readOyez(src *source, root *node) (*jsonDraft, string) {
	n := root
	if t := root.member("transcript"); t != nil {
		n = t
	}
	sections := n.member("sections").items()
	if len(sections) == 0 || sections[0].member("turns").items() == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form, d.captioned = "oyez-json", false
	for s := range sections {
		for _, turn := range sections[s].member("turns").items() {
			d.oyezTurn(&turn)
		}
	}
	return d, "sections with turns with text_blocks"
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

// readLabelled reads a list of objects, each with a speaker and a text. The list is
// either the whole JSON or a member of the outermost object. If there is no such
// list, the first result is nil.
func readLabelled(src *source, root *node) (*jsonDraft, string) {
	f := labelledForm()
	lists := []*node{root}
	if root.kind == '{' {
		for i := range root.members {
			lists = append(lists, &root.members[i])
		}
	}
	for _, n := range lists {
		list := n.items()
		if len(list) == 0 || list[0].firstOf(f.speaker...) == nil || !list[0].firstOf(f.text...).isString() {
			continue
		}
		d := newJSONDraft(src)
		d.form, d.captioned = f.name, false
		for i := range list {
			d.segment(&f, &list[i])
		}
		return d, "a list of objects with a speaker and a text; objects: " + strconv.Itoa(len(list))
	}
	return nil, ""
}
