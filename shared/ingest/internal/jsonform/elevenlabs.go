package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
)

// ElevenLabs returns the format of Scribe, the speech recognition of ElevenLabs: a list
// of words, spaces and sounds, with times in seconds. A recording with several channels
// has such a list for each channel.
func ElevenLabs() draft.Format {
	return speechFormat("elevenlabs-json", func(root *node) bool {
		for _, words := range scribeLists(root) {
			if isScribe(words) {
				return true
			}
		}
		return false
	}, readScribe)
}

// scribeLists returns the lists of words: one, or one for each channel.
func scribeLists(root *node) [][]node {
	if words := root.member("words").items(); words != nil {
		return [][]node{words}
	}
	var lists [][]node
	for _, t := range root.member("transcripts").items() {
		lists = append(lists, t.member("words").items())
	}
	return lists
}

// isScribe reports whether the first entry of a list is a word, a space or a sound as
// Scribe writes it.
func isScribe(words []node) bool {
	if len(words) == 0 || !words[0].member("text").isString() {
		return false
	}
	kind := words[0].member("type")
	return kind != nil && (kind.text == "word" || kind.text == "spacing" || kind.text == "audio_event")
}

// readScribe reads the output of Scribe.
func readScribe(d *speech, root *node) string {
	var list []timedWord
	for _, words := range scribeLists(root) {
		glued := ownSpaces(words)
		for k := range words {
			if w := &words[k]; w.member("text").isString() {
				list = append(list, timedWord{
					text: w.member("text"), speaker: w.member("speaker_id"), glued: glued, sound: w.member("type").value() == "audio_event",
					start: w.member("start").seconds(), end: w.member("end").seconds(),
				})
			}
		}
	}
	if channels := root.member("transcripts").items(); len(channels) > 1 {
		d.sortChannels(list, channels)
		for i := range list {
			if list[i].speaker != nil {
				list[i].channel = "" // the source names the speaker of the channel
			}
		}
	}
	for _, w := range list {
		d.addWord(w)
	}
	return "words with types, as ElevenLabs Scribe writes them; entries: " + strconv.Itoa(len(list))
}
