package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
)

// Watson returns the format of IBM Watson Speech to Text. Its words are lists of text,
// start and end, such as ["good", 0.1, 0.5]. The speakers are in a separate list, with
// the times of their words.
func Watson() draft.Format {
	return speechFormat("watson-json", func(root *node) bool {
		for _, m := range watsonParts(root) {
			for _, r := range m.member("results").items() {
				if watsonWords(&r) != nil || m.member("result_index") != nil && r.member("alternatives").items() != nil {
					return true
				}
			}
		}
		return false
	}, readWatson)
}

// watsonParts returns the objects that have results. There are three cases: the whole
// JSON is one object, it is a sequence of objects, or it is a job whose member "results"
// lists such objects.
func watsonParts(root *node) []*node {
	var parts []*node
	for _, m := range messages(root) {
		inner := m.member("results").items()
		if len(inner) == 0 || inner[0].member("results") == nil {
			parts = append(parts, m)
			continue
		}
		for i := range inner {
			parts = append(parts, &inner[i])
		}
	}
	return parts
}

// watsonWords returns the words of a result, each a list of a text, a start and an end.
func watsonWords(r *node) []node {
	best := r.member("alternatives").items()
	if len(best) == 0 {
		return nil
	}
	words := best[0].member("timestamps").items()
	if len(words) == 0 || len(words[0].items()) != 3 || !words[0].members()[0].isString() {
		return nil
	}
	return words
}

// readWatson reads the results of Watson.
func readWatson(d *speech, root *node) string {
	parts := watsonParts(root)
	speakers := map[string]*node{} // by the start of a word, as it is written in the source
	for _, m := range parts {
		labels := m.member("speaker_labels").items()
		for i := range labels {
			if from, speaker := labels[i].member("from"), labels[i].member("speaker"); from != nil && speaker != nil {
				speakers[from.text] = speaker
				speaker.used = true
			}
			d.skipTimes(labels[i : i+1])
		}
	}
	n := 0
	for _, m := range parts {
		results := m.member("results").items()
		for i := range results {
			if final := results[i].member("final"); final == nil || final.kind == 't' {
				d.watsonResult(&results[i], speakers)
				n++
			}
		}
	}
	return "results with timestamps, as IBM Watson writes them; results: " + strconv.Itoa(n)
}

// watsonResult adds the best alternative of a result. If speakers are known, it adds the
// words one by one. Otherwise it adds the whole text, which may have punctuation.
func (d *speech) watsonResult(r *node, speakers map[string]*node) {
	best := r.member("alternatives").items()
	if len(best) == 0 {
		return
	}
	// The speaker may change in the middle of a result, so the words are read one by one
	// if speakers are known.
	words, text := watsonWords(r), best[0].member("transcript")
	if len(speakers) > 0 && len(words) > 0 {
		for i := range words {
			if w := words[i].items(); len(w) == 3 && w[0].isString() {
				d.addWord(timedWord{text: &w[0], speaker: speakers[w[1].text], start: w[1].seconds(), end: w[2].seconds()})
			}
		}
		if text != nil {
			d.Account(draft.SpanMarkup, text.content())
		}
		return
	}
	if !text.isString() {
		return
	}
	var start, end *node
	if n := len(words); n > 0 {
		start, end = words[0].item(1), words[n-1].item(2)
	}
	d.beginSpeech(nil, start.seconds(), end.seconds(), text.at())
	d.addString(text, ' ')
}
