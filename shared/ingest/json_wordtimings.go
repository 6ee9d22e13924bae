package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// timedWord is a word or a punctuation mark with its speaker and times.
type timedWord struct {
	text       *node
	speaker    *node
	channel    string // speaker's name made from the channel, as in "Channel 1"; "" if the source names speakers
	turn       int64  // time in milliseconds by which words of several channels are sorted
	start, end transcript.Offset
	mark       bool // punctuation: it has no time and no space before it
}

// addWord adds a word to the last cue if that cue has the same speaker. Otherwise it
// begins a cue.
func (d *jsonDraft) addWord(w timedWord) {
	name := w.channel
	if w.speaker != nil && name == "" {
		name = d.speakerName(w.speaker)
	}
	if w.mark && len(d.cues) > 1 {
		d.addString(w.text, 0)
		return
	}
	if len(d.cues) == 1 || d.openCue().name != name {
		d.beginSpeech(w.speaker, w.start, w.end, w.text.at)
		if w.channel != "" {
			d.openCue().name, d.openCue().continued = w.channel, false
		}
		d.addString(w.text, 0)
		return
	}
	d.openCue().clock.extend(w.end)
	d.addString(w.text, d.spaceBefore(w.text.text))
}

// spaceBefore returns the separator between the last cue's text and the next word: '
// ', or 0 for none.
func (d *jsonDraft) spaceBefore(next string) byte {
	parts := d.openCue().parts
	if len(parts) == 0 {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(parts[len(parts)-1].text)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(next, unicode.IsSpace))
	if script.Unspaced(before) && script.Unspaced(r) {
		return 0
	}
	return ' '
}

// readDeepgramWords reads the list of words in Deepgram's output, which is used if
// there are no utterances. The result is nil if the JSON is in another format.
func readDeepgramWords(src *source, root *node) (*jsonDraft, string) {
	channels := root.get("results", "channels").items()
	if len(channels) == 0 || channels[0].member("alternatives").items() == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "deepgram-json"
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
	return d, why
}

// deepgramChannel returns the words of a channel. If the channel has no list of
// words, it returns the whole text as one word.
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

// sortChannels sorts the words of a recording in which each speaker has a channel,
// and names each speaker after the channel. Words are sorted by start, but the words
// of one channel keep their order: a word without a time, or with a time before that
// of the preceding word, stays after it.
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

// readAssemblyWords reads the list of words in AssemblyAI's output, which is used if
// there are no utterances. The result is nil if the JSON is in another format.
func readAssemblyWords(src *source, root *node) (*jsonDraft, string) {
	words := root.member("words").items()
	if len(words) == 0 || words[0].member("text") == nil || words[0].member("start") == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form = "assemblyai-json"
	for i := range words {
		w := &words[i]
		if text := w.member("text"); text.isString() {
			d.addWord(timedWord{text: text, speaker: w.member("speaker"), start: w.member("start").millis(), end: w.member("end").millis()})
		}
	}
	return d, "words with start and end; words: " + strconv.Itoa(len(words))
}

// readRev reads Rev's output: a list of monologues, each with elements (words,
// punctuation and spaces). The result is nil if the JSON is in another format.
func readRev(src *source, root *node) (*jsonDraft, string) {
	list := root.member("monologues").items()
	if len(list) == 0 || list[0].member("elements").items() == nil {
		return nil, ""
	}
	d := newJSONDraft(src)
	d.form, d.captioned = "rev-json", false
	for _, s := range root.member("speakers").items() {
		if id, name := s.member("id"), s.member("name"); id != nil && name.isString() {
			d.speakerNames[id.text] = cleanName(name.text)
			d.account(SpanMeta, name.content())
		}
	}
	for i := range list {
		d.monologue(&list[i])
	}
	return d, "monologues with elements; monologues: " + strconv.Itoa(len(list))
}

// monologue makes a cue of one monologue.
func (d *jsonDraft) monologue(n *node) {
	// A monologue has elements such as "Well", ",", " ", "yes". A space may be an
	// element of its list or be inside an element.
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
