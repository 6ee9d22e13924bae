package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
)

// AssemblyAI returns the format of AssemblyAI, a speech recognition service, with a
// list of utterances.
func AssemblyAI() draft.Format {
	return segmentForm{
		name: "assemblyai-json", why: "utterances with start and text",
		list: []string{"utterances"}, need: []string{"text", "start"}, millis: true,
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// AssemblyAIWords returns the format of AssemblyAI, a speech recognition service, with
// a list of words. It is used if the output has no list of utterances.
func AssemblyAIWords() draft.Format {
	return speechFormat("assemblyai-json", func(root *node) bool {
		words := root.member("words").items()
		return len(words) > 0 && words[0].member("text") != nil && words[0].member("start") != nil
	}, readAssemblyWords)
}

// readAssemblyWords reads the output of AssemblyAI word by word.
func readAssemblyWords(d *speech, root *node) string {
	words := root.member("words").items()
	for i := range words {
		w := &words[i]
		if text := w.member("text"); text.isString() {
			d.addWord(timedWord{text: text, speaker: w.member("speaker"), start: w.member("start").millis(), end: w.member("end").millis()})
		}
	}
	return "words with start and end; words: " + strconv.Itoa(len(words))
}
