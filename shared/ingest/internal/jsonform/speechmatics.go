package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// Speechmatics returns the format of Speechmatics, a speech recognition service: a list
// of words and punctuation marks, each with several alternatives. A transcript of live
// speech is a sequence of objects, each with such a list.
func Speechmatics() draft.Format {
	return speechFormat("speechmatics-json", func(root *node) bool {
		for _, m := range messages(root) {
			r := m.member("results").items()
			if len(r) > 0 && r[0].member("type") != nil && r[0].member("start_time") != nil && r[0].member("alternatives") != nil {
				return true
			}
		}
		return false
	}, readSpeechmatics)
}

// readSpeechmatics reads the output of Speechmatics.
func readSpeechmatics(d *speech, root *node) string {
	n := 0
	var partial transcript.Range
	for _, m := range messages(root) {
		results := m.member("results").items()
		guess := m.member("message").value() == "AddPartialTranscript"
		next := false // the mark before belongs to the next word: "¿"
		for i := range results {
			r := &results[i]
			best := r.member("alternatives").items()
			if len(best) == 0 || !best[0].member("content").isString() {
				continue
			}
			if guess {
				partial = d.skip(best[0].member("content"), partial)
				continue
			}
			n++
			speaker, attaches := best[0].member("speaker"), r.member("attaches_to").value()
			if speaker == nil {
				speaker = r.member("channel")
			} else if speaker.text == "UU" { // the speaker is unknown
				d.speakerNames["UU"] = unknownName
			}
			w := timedWord{text: best[0].member("content"), speaker: speaker, start: r.member("start_time").seconds(), end: r.member("end_time").seconds()}
			w.mark = attaches == "previous" || attaches == "both" || attaches == "" && r.member("type").value() == "punctuation"
			w.glued = next
			d.gap = 0
			d.addWord(w)
			next = attaches == "next" || attaches == "both"
		}
	}
	d.remarkSkipped(partial, guesses)
	return "results with types and alternatives, as Speechmatics writes them; results: " + strconv.Itoa(n)
}
