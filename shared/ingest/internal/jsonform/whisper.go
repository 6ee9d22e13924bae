package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// Whisper returns the format of the program Whisper, with a list of segments in an
// object.
func Whisper() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "segments with start and text",
		list: []string{"segments"}, need: []string{"text", "start"},
		speaker: []string{"speaker", "speaker_label"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// WhisperSpeakers returns the format of a tool around Whisper that writes a list
// named "speakers".
func WhisperSpeakers() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "speakers with timestamp and text",
		list: []string{"speakers"}, need: []string{"text", "timestamp"},
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"timestamp"},
	}.format()
}

// WhisperChunks returns the format of a tool around Whisper that writes a list named
// "chunks".
func WhisperChunks() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "chunks with timestamp and text",
		list: []string{"chunks"}, need: []string{"text", "timestamp"},
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"timestamp"},
	}.format()
}

// WhisperList returns the format of a tool around Whisper that writes a list of
// segments alone.
func WhisperList() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "a list of segments with start and text",
		need:    []string{"text", "start"},
		speaker: []string{"speaker", "speaker_label", "name"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// WhisperCpp returns the format of the program whisper.cpp, in which "?" means an
// unknown speaker.
func WhisperCpp() draft.Format {
	return speechFormat("whisper-json", func(root *node) bool {
		list := root.member("transcription").items()
		return len(list) > 0 && list[0].member("offsets") != nil
	}, readWhisperCpp)
}

// readWhisperCpp reads the output of the program whisper.cpp.
func readWhisperCpp(d *speech, root *node) string {
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

// WhisperWords returns the format of Whisper's output that has a time for each word.
// It contains the whole text with punctuation, and a list of words with times but
// without punctuation.
func WhisperWords() draft.Format {
	return speechFormat("whisper-json", func(root *node) bool {
		words := root.member("words").items()
		return len(words) > 0 && root.member("text").isString() && words[0].member("word") != nil && words[0].member("start") != nil
	}, readWhisperWords)
}

// readWhisperWords reads Whisper's output that has a time for each word.
func readWhisperWords(d *speech, root *node) string {
	words, text := root.member("words").items(), root.member("text")
	d.beginSpeech(nil, words[0].member("start").seconds(), words[len(words)-1].member("end").seconds(), text.at)
	d.addString(text, 0)
	return "a text and the times of its words; words: " + strconv.Itoa(len(words))
}
