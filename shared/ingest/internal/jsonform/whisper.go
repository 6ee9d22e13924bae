package jsonform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Whisper returns the format of the program Whisper, with a list of segments (pieces of
// speech) in an object.
func Whisper() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "segments with start and text",
		lists: [][]string{{"segments"}}, need: []string{"text", "start"}, unit: source.UnitSeconds, measured: true,
		speaker: []string{"speaker", "speaker_label"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// WhisperSpeakers returns the format of a program that uses Whisper and writes a list
// named "speakers".
func WhisperSpeakers() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "speakers with timestamp and text",
		lists: [][]string{{"speakers"}}, need: []string{"text", "timestamp"}, unit: source.UnitSeconds,
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"timestamp"},
	}.format()
}

// WhisperChunks returns the format of the library Transformers, for Python and for
// JavaScript, which writes a list named "chunks". A chunk is a piece of speech, or one
// word if the caller of the library asked for times of words.
func WhisperChunks() draft.Format {
	f := segmentForm{
		name: "whisper-json", why: "chunks with timestamp and text",
		lists: [][]string{{"chunks"}}, need: []string{"text", "timestamp"}, unit: source.UnitSeconds,
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"timestamp"},
	}
	return speechFormat(f.name, func(root *node) bool { return f.listIn(root) != nil }, func(d *speech, root *node) string {
		list := f.listIn(root)
		if !wordByWord(list) {
			return f.read(d, root)
		}
		for i := range list {
			if text := list[i].member("text"); text.isString() {
				start, end := f.times(&list[i])
				d.addWord(timedWord{text: text, speaker: list[i].member("speaker"), start: start, end: end, glued: true})
			}
		}
		return "chunks with timestamp and text, a word each; words: " + strconv.Itoa(len(list))
	})
}

// wordByWord reports whether each chunk in the list is one word. It examines the first 50
// chunks. Each chunk after the first must begin with a space.
func wordByWord(list []node) bool {
	const fewest, look = 3, 50
	for i := range list[:min(look, len(list))] {
		text := textOf(list[i].member("text"))
		if strings.ContainsAny(strings.TrimSpace(text), " \n") || i > 0 && !strings.HasPrefix(text, " ") {
			return false
		}
	}
	return len(list) >= fewest
}

// WhisperList returns the format of programs that use Whisper and whose JSON is one list
// of segments (pieces of speech).
func WhisperList() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "a list of segments with start and text",
		lists: [][]string{{}}, need: []string{"text", "start"}, unit: source.UnitSeconds, measured: true,
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
		d.beginSpeech(speaker, n.get("offsets", "from").offset(source.UnitMillis), n.get("offsets", "to").offset(source.UnitMillis), n.at())
		if speaker.isString() && speaker.text == "?" {
			d.OpenCue().Name, d.OpenCue().Label = "", transcript.Range{}
		}
		d.addString(n.member("text"), ' ')
		d.MarkDirection()
		if next := n.member("speaker_turn_next"); next != nil { // written by the model tinydiarize
			next.used = true
			if next.kind == 't' {
				d.ChangeSpeaker()
			}
		}
	}
	return "transcription with offsets, as whisper.cpp writes it"
}

// WhisperWords returns the format of Whisper's output with a time for each word. It has
// the whole text with punctuation, and a list of words with times but without
// punctuation.
func WhisperWords() draft.Format {
	return speechFormat("whisper-json", func(root *node) bool {
		words := root.member("words").items()
		return len(words) > 0 && root.member("text").isString() && words[0].member("word") != nil && words[0].member("start") != nil
	}, readWhisperWords)
}

// readWhisperWords reads Whisper's output that has a time for each word.
func readWhisperWords(d *speech, root *node) string {
	words, text := root.member("words").items(), root.member("text")
	d.beginSpeech(nil, words[0].member("start").seconds(), words[len(words)-1].member("end").seconds(), text.at())
	d.addString(text, 0)
	return "a text and the times of its words; words: " + strconv.Itoa(len(words))
}
