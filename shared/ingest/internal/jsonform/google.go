package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
)

// Google returns the format of Google Cloud Speech-to-Text, versions 1 and 2: a list of
// results, each with several alternative texts. Each word has times, and may have a
// speaker.
func Google() draft.Format {
	return speechFormat("google-json", func(root *node) bool {
		for _, r := range googleResults(root) {
			best := r.member("alternatives").items()
			if len(best) > 0 && (len(googleWords(&r)) > 0 || best[0].member("transcript").isString()) {
				return true
			}
		}
		return false
	}, readGoogle)
}

// googleResults returns the list of results. If Google transcribed in the background, the
// list is inside "response". In a batch answer of version 2, each input file's list is
// inside a member whose name is the file's address. Such an answer is only read if it has
// one file.
func googleResults(root *node) []node {
	if r := root.firstOf("response", "result"); r != nil && r.kind == '{' {
		root = r
	}
	results := root.member("results")
	if results != nil && results.kind == '{' && len(results.members()) == 1 {
		file := &results.members()[0]
		results = file.get("transcript", "results")
		if results == nil {
			results = file.get("inlineResult", "transcript", "results")
		}
	}
	if results == nil {
		return root.items()
	}
	return results.items()
}

// googleWords returns the words of a result, which have a member "startTime" in version
// 1 and "startOffset" in version 2.
func googleWords(r *node) []node {
	best := r.member("alternatives").items()
	if len(best) == 0 {
		return nil
	}
	words := best[0].member("words").items()
	for i := range words {
		if words[i].member("word").isString() && words[i].firstOf("startTime", "endTime", "startOffset", "endOffset", "speakerTag", "speakerLabel") != nil {
			return words
		}
	}
	return nil
}

// readGoogle reads the results of Google. The last result may repeat the words of all
// others, with their speakers. If it does, only the last result is read.
func readGoogle(d *speech, root *node) string {
	results := googleResults(root)
	if n := len(results) - 1; n > 0 && repeatsAll(results) {
		for i := range n {
			d.googleRepeated(&results[i])
		}
		results = results[n:]
	}
	channels := varies(results, "channelTag")
	for i := range results {
		d.googleResult(&results[i], channels)
	}
	return "results with alternatives, as Google writes them; results: " + strconv.Itoa(len(results))
}

// repeatsAll reports whether the last result repeats the words of all results. The last
// result must name speakers. If the first result has words, the last one must begin with
// the same word at the same start time, and have more words. If the first result has no
// words, the last one must have words, but no text.
func repeatsAll(results []node) bool {
	last := &results[len(results)-1]
	words := googleWords(last)
	if len(words) == 0 || words[0].firstOf("speakerTag", "speakerLabel") == nil {
		return false
	}
	first := googleWords(&results[0])
	if len(first) == 0 {
		text := last.member("alternatives").items()[0].member("transcript")
		return text == nil || text.text == ""
	}
	return first[0].member("word").text == words[0].member("word").text &&
		first[0].firstOf("startTime", "startOffset").offset(1) == words[0].firstOf("startTime", "startOffset").offset(1) && len(words) > len(first)
}

// googleRepeated leaves out the text and the words of the result r, because the last
// result repeats them.
func (d *speech) googleRepeated(r *node) {
	for _, a := range r.member("alternatives").items() {
		if text := a.member("transcript"); text != nil {
			d.Account(draft.SpanMarkup, text.content())
		}
		d.skipTimes(a.member("words").items())
	}
}

// googleResult adds the first alternative of a result. If the words have speakers, it
// adds the words one by one. Otherwise it adds the whole text at once.
func (d *speech) googleResult(r *node, channels bool) {
	best := r.member("alternatives").items()
	if len(best) == 0 {
		return
	}
	// If the words have no speakers, the whole text is read instead of the words, because
	// only the text may have punctuation.
	words, text := googleWords(r), best[0].member("transcript")
	speaker := (*node)(nil)
	if tag := r.member("channelTag"); channels && tag != nil {
		speaker = tag
		d.speakerNames[tag.text] = "Channel " + tag.text
	}
	if len(words) > 0 && (!text.isString() || text.text == "" || words[0].firstOf("speakerTag", "speakerLabel") != nil) {
		d.googleWords(words, speaker)
		return
	}
	if !text.isString() || text.text == "" {
		return
	}
	var start, end *node
	if len(words) > 0 {
		start, end = words[0].firstOf("startTime", "startOffset"), words[len(words)-1].firstOf("endTime", "endOffset")
		d.skipTimes(words)
	}
	d.beginSpeech(speaker, start.seconds(), end.seconds(), text.at())
	d.addString(text, ' ')
}

// googleWords adds words with their speakers. In version 1, the speaker tag 0 means that
// the speaker is unknown. Some files give no start for a word that starts at 0 seconds.
func (d *speech) googleWords(words []node, channel *node) {
	for i := range words {
		w := &words[i]
		text := w.member("word")
		if !text.isString() {
			continue
		}
		speaker := w.firstOf("speakerLabel", "speakerTag")
		if speaker != nil && speaker.kind == '0' && speaker.text == "0" {
			speaker.used, speaker = true, nil
		}
		if speaker == nil {
			speaker = channel
		}
		d.addWord(timedWord{text: text, speaker: speaker, start: w.firstOf("startTime", "startOffset").seconds(), end: w.firstOf("endTime", "endOffset").seconds()})
	}
}
