package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// guesses is a text for the report. It describes the words of provisional messages, each
// of which a later message replaces.
const guesses = "guesses while the words were spoken, which later ones replace"

// DeepgramStream returns the format of Deepgram's live speech: a sequence of messages
// with words. If is_final is false in a message, its words are a guess, and a later
// message replaces it.
func DeepgramStream() draft.Format {
	return speechFormat("deepgram-json", func(root *node) bool {
		return hasMessage(root, func(m *node) bool {
			return m.member("is_final") != nil && m.get("channel", "alternatives").items() != nil
		})
	}, func(d *speech, root *node) string {
		// A guess and the final message that replaces it have the same start, but
		// different words.
		var guess transcript.Range
		n := 0
		for _, m := range messages(root) {
			final := m.member("is_final")
			if final == nil || m.member("channel") == nil {
				continue
			}
			channel := m.member("channel")
			if final.kind == 't' {
				deepgramChannel(channel, d.addWord)
				n++
			} else if a := channel.member("alternatives").item(0).member("transcript"); a.isString() && a.text != "" {
				guess = d.skip(a, guess)
			}
		}
		d.remarkSkipped(guess, guesses)
		return "messages with is_final, as Deepgram sends them; final messages: " + strconv.Itoa(n)
	})
}

// AWSStream returns the format of AWS Transcribe's live speech: a sequence of events with
// results. A result with IsPartial true is a guess, which a later result replaces.
func AWSStream() draft.Format {
	return speechFormat("aws-transcribe-json", func(root *node) bool {
		return hasMessage(root, func(m *node) bool { return awsEvent(m).member("Results").items() != nil })
	}, func(d *speech, root *node) string {
		var guess transcript.Range
		n := 0
		for _, m := range messages(root) {
			results := awsEvent(m).member("Results").items()
			for i := range results {
				best := results[i].member("Alternatives").item(0)
				if partial := results[i].member("IsPartial"); partial != nil && partial.kind == 't' {
					if text := best.member("Transcript"); text.isString() {
						guess = d.skip(text, guess)
					}
					continue
				}
				n++
				d.awsItems(&results[i], best)
			}
		}
		d.remarkSkipped(guess, guesses)
		return "events with Results, as AWS Transcribe sends them; final results: " + strconv.Itoa(n)
	})
}

// awsEvent returns the object with the results of an event.
func awsEvent(m *node) *node {
	if t := m.get("TranscriptEvent", "Transcript"); t != nil {
		return t
	}
	return m.member("Transcript")
}

// awsItems adds the items of a final result, which are words and punctuation marks. If
// the result has no items, awsItems adds its whole text.
func (d *speech) awsItems(result, best *node) {
	items, text := best.member("Items").items(), best.member("Transcript")
	for i := range items {
		if word := items[i].member("Content"); word.isString() {
			d.addWord(timedWord{
				text: word, speaker: items[i].member("Speaker"), mark: items[i].member("Type").value() == "punctuation",
				start: items[i].member("StartTime").seconds(), end: items[i].member("EndTime").seconds(),
			})
		}
	}
	switch {
	case !text.isString():
	case len(items) > 0:
		d.Account(draft.SpanMarkup, text.content())
	default:
		d.beginSpeech(nil, result.member("StartTime").seconds(), result.member("EndTime").seconds(), text.at())
		d.addString(text, ' ')
	}
}

// AssemblyAIStream returns the format of AssemblyAI's live speech: a sequence of messages
// "Turn". A message has all words of its turn so far, so only the last message of each
// turn is read.
func AssemblyAIStream() draft.Format {
	return speechFormat("assemblyai-json", func(root *node) bool {
		return hasMessage(root, func(m *node) bool {
			return m.member("turn_order") != nil && m.member("transcript").isString()
		})
	}, readAssemblyStream)
}

// readAssemblyStream reads the last message of each turn. A message "SpeakerRevision"
// corrects the speakers of turns that have ended.
func readAssemblyStream(d *speech, root *node) string {
	// The messages of turn 0 may be "we grew", "we grew beans" and "We grew beans.": only
	// the last is read.
	last, revised := map[string]*node{}, map[string]*node{}
	for _, m := range messages(root) {
		if order := m.member("turn_order"); order != nil && m.member("transcript").isString() {
			last[order.value()] = m
		}
		for _, r := range m.member("revisions").items() {
			if speaker := r.member("speaker_label"); speaker != nil {
				revised[r.member("turn_order").value()] = speaker
			}
		}
	}
	var guess transcript.Range
	for _, m := range messages(root) {
		order, text := m.member("turn_order").value(), m.member("transcript")
		if !text.isString() {
			continue
		}
		if last[order] != m {
			guess = d.skip(text, guess)
			continue
		}
		speaker := m.member("speaker_label")
		if revised[order] != nil {
			speaker = revised[order]
		}
		words := m.member("words").items()
		var start, end *node
		if n := len(words); n > 0 {
			start, end = words[0].member("start"), words[n-1].member("end")
			d.skipTimes(words)
		}
		d.beginSpeech(speaker, start.offset(source.UnitMillis), end.offset(source.UnitMillis), text.at())
		d.addString(text, ' ')
	}
	d.remarkSkipped(guess, guesses)
	return "messages with turn_order, as AssemblyAI sends them; turns: " + strconv.Itoa(len(last))
}

// hasMessage reports whether fits returns true for one of the objects of a sequence.
func hasMessage(root *node, fits func(m *node) bool) bool {
	for _, m := range messages(root) {
		if fits(m) {
			return true
		}
	}
	return false
}
