package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// timedWord is a word or a punctuation mark, with its speaker and its times.
type timedWord struct {
	text       *node
	speaker    *node
	channel    string // speaker's name made from the channel, as in "Channel 1"; "" if the source names speakers
	turn       int64  // time in milliseconds by which words of several channels are sorted
	start, end transcript.Offset
	mark       bool // punctuation: it has no time and no space before it
}

// addWord adds a word to the last cue (the words of one speaker so far). If the word
// has another speaker, it begins a new cue.
func (d *jsonDraft) addWord(w timedWord) {
	name := w.channel
	if w.speaker != nil && name == "" {
		name = d.speakerName(w.speaker)
	}
	if w.mark && len(d.Cues) > 1 {
		d.addString(w.text, 0)
		return
	}
	if len(d.Cues) == 1 || d.OpenCue().Name != name {
		d.beginSpeech(w.speaker, w.start, w.end, w.text.at)
		if w.channel != "" {
			d.OpenCue().Name, d.OpenCue().Continued = w.channel, false
		}
		d.addString(w.text, 0)
		return
	}
	d.OpenCue().Clock.Extend(w.end)
	d.addString(w.text, d.spaceBefore(w.text.text))
}

// spaceBefore returns the separator between the words read last and the next word. It
// is usually a space. In a script without spaces between words, such as Chinese, it
// is 0, which means no separator.
func (d *jsonDraft) spaceBefore(next string) byte {
	parts := d.OpenCue().Parts
	if len(parts) == 0 {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(parts[len(parts)-1].Text)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(next, unicode.IsSpace))
	if script.Unspaced(before) && script.Unspaced(r) {
		return 0
	}
	return ' '
}

// deepgramWords returns the format of Deepgram, a speech recognition service, with a
// list of words. It is used if the output has no list of utterances.
func deepgramWords() draft.Format {
	return speechFormat("deepgram-json", func(root *node) bool {
		channels := root.get("results", "channels").items()
		return len(channels) > 0 && channels[0].member("alternatives").items() != nil
	}, readDeepgramWords)
}

// readDeepgramWords reads the output of Deepgram word by word.
func readDeepgramWords(d *jsonDraft, root *node) string {
	channels := root.get("results", "channels").items()
	var list []timedWord
	for i := range channels {
		if spoken := d.deepgramChannel(&channels[i]); len(spoken) > 0 {
			list = append(list, spoken...)
		}
	}
	why := "results.channels with words; words: " + strconv.Itoa(len(list))
	if len(channels) > 1 {
		why += ", channels: " + strconv.Itoa(len(channels))
		d.sortChannels(list, channels)
	}
	for _, w := range list {
		d.addWord(w)
	}
	return why
}

// deepgramChannel returns the words of an audio channel. If the channel has no list
// of words, the result is one element with the whole text.
func (d *jsonDraft) deepgramChannel(channel *node) []timedWord {
	alternatives := channel.member("alternatives").items()
	if len(alternatives) == 0 {
		return nil
	}
	words := alternatives[0].member("words").items()
	list := make([]timedWord, 0, len(words))
	for k := range words {
		w := &words[k]
		if text := w.firstOf("punctuated_word", "word"); text.isString() {
			list = append(list, timedWord{text: text, speaker: w.member("speaker"), start: w.member("start").seconds(), end: w.member("end").seconds()})
		}
	}
	if text := alternatives[0].member("transcript"); len(words) == 0 && text.isString() && text.text != "" {
		list = append(list, timedWord{text: text})
	}
	return list
}

// sortChannels sorts the words of a recording in which each speaker has an audio
// channel. Each speaker is named after the channel, as in "Channel 1". Words are
// sorted by start time, but the order of words within one channel never changes. If a
// word has no time, or its time is earlier than that of the word before it in the
// channel, it is sorted by the time of the word before it.
func (d *jsonDraft) sortChannels(list []timedWord, channels []node) {
	k := 0
	for i := range channels {
		name, latest := "Channel "+strconv.Itoa(i), int64(0)
		for ; k < len(list) && list[k].text.at.Start < channels[i].at.End; k++ {
			start, _ := list[k].start.Millis()
			latest = max(latest, start)
			list[k].channel, list[k].turn = name, latest
		}
	}
	slices.SortStableFunc(list, func(a, b timedWord) int { return cmp.Compare(a.turn, b.turn) })
}

// assemblyAIWords returns the format of AssemblyAI, a speech recognition service, with
// a list of words. It is used if the output has no list of utterances.
func assemblyAIWords() draft.Format {
	return speechFormat("assemblyai-json", func(root *node) bool {
		words := root.member("words").items()
		return len(words) > 0 && words[0].member("text") != nil && words[0].member("start") != nil
	}, readAssemblyWords)
}

// readAssemblyWords reads the output of AssemblyAI word by word.
func readAssemblyWords(d *jsonDraft, root *node) string {
	words := root.member("words").items()
	for i := range words {
		w := &words[i]
		if text := w.member("text"); text.isString() {
			d.addWord(timedWord{text: text, speaker: w.member("speaker"), start: w.member("start").millis(), end: w.member("end").millis()})
		}
	}
	return "words with start and end; words: " + strconv.Itoa(len(words))
}

// rev returns the format of Rev, a transcription service. It is a list of monologues,
// and each monologue is a list of elements: words, punctuation and spaces.
func rev() draft.Format {
	return speechFormat("rev-json", func(root *node) bool {
		list := root.member("monologues").items()
		return len(list) > 0 && list[0].member("elements").items() != nil
	}, readRev)
}

// readRev reads the output of Rev.
func readRev(d *jsonDraft, root *node) string {
	d.Captioned = false
	list := root.member("monologues").items()
	for _, s := range root.member("speakers").items() {
		if id, name := s.member("id"), s.member("name"); id != nil && name.isString() {
			d.speakerNames[id.text] = label.CleanName(name.text)
			d.Account(draft.SpanMeta, name.content())
		}
	}
	for i := range list {
		d.monologue(&list[i])
	}
	return "monologues with elements; monologues: " + strconv.Itoa(len(list))
}

// monologue adds the speech of one monologue: an object with a speaker and a list of
// words.
func (d *jsonDraft) monologue(n *node) {
	// A monologue has elements such as "Well", ",", " ", "yes". A space may be a
	// separate element, or be part of an element with other characters.
	elements := n.member("elements").items()
	var start, end transcript.Offset
	for i := range elements {
		e := &elements[i]
		if from := e.firstOf("ts", "timestamp").seconds(); start.IsZero() {
			start = from
		}
		if to := e.firstOf("end_ts", "end_timestamp").seconds(); !to.IsZero() {
			end = to
		}
	}
	d.beginSpeech(n.firstOf("speaker_name", "speaker"), start, end, n.at)
	gap := byte(0)
	for i := range elements {
		value := elements[i].member("value")
		if !value.isString() {
			continue
		}
		lead := strings.TrimLeftFunc(value.text, unicode.IsSpace)
		if lead != value.text {
			gap = ' '
		}
		d.addString(value, gap)
		gap = 0
		if lead == "" || strings.TrimRightFunc(value.text, unicode.IsSpace) != value.text {
			gap = ' '
		}
	}
}
