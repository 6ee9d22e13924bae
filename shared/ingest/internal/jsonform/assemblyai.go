package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// AssemblyAI returns the format of AssemblyAI, a speech recognition service, with a
// list of utterances.
func AssemblyAI() draft.Format {
	return segmentForm{
		name: "assemblyai-json", why: "utterances with start and text",
		lists: [][]string{{"utterances"}}, need: []string{"text", "start"}, unit: source.UnitMillis, measured: true,
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
	f := segmentForm{text: []string{"text"}, start: []string{"start"}, end: []string{"end"}, unit: source.UnitMillis}
	unit := f.paceUnit(words)
	for i := range words {
		w := &words[i]
		if text := w.member("text"); text.isString() {
			d.addWord(timedWord{text: text, speaker: w.member("speaker"), start: w.member("start").offset(unit), end: w.member("end").offset(unit)})
		}
	}
	return "words with start and end; words: " + strconv.Itoa(len(words))
}
