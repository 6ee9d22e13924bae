package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Deepgram returns the format of Deepgram, a speech recognition service, with a list
// of utterances.
func Deepgram() draft.Format {
	return segmentForm{
		name: "deepgram-json", why: "results.utterances with transcript",
		lists: [][]string{{"results", "utterances"}}, need: []string{"transcript"}, unit: source.UnitSeconds, channel: "channel",
		speaker: []string{"speaker"}, text: []string{"transcript"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// DeepgramWords returns the format of Deepgram, a speech recognition service, with a
// list of words. It is used if the output has no list of utterances.
func DeepgramWords() draft.Format {
	return speechFormat("deepgram-json", func(root *node) bool {
		channels := root.get("results", "channels").items()
		return len(channels) > 0 && channels[0].member("alternatives").items() != nil
	}, readDeepgramWords)
}

// readDeepgramWords reads the output of Deepgram word by word. The words of several
// channels are sorted first.
func readDeepgramWords(d *speech, root *node) string {
	channels := root.get("results", "channels").items()
	n := 0
	var list []timedWord
	for i := range channels {
		deepgramChannel(&channels[i], func(w timedWord) {
			if n++; len(channels) == 1 {
				d.addWord(w)
				return
			}
			list = append(source.WithRoom(list), w)
		})
	}
	why := "results.channels with words; words: " + strconv.Itoa(n)
	if len(channels) > 1 {
		why += ", channels: " + strconv.Itoa(len(channels))
		d.sortChannels(list, channels)
	}
	for _, w := range list {
		d.addWord(w)
	}
	return why
}

// deepgramChannel calls yield with each word of an audio channel. If the channel has no
// list of words, it calls yield with the whole text.
func deepgramChannel(channel *node, yield func(timedWord)) {
	alternatives := channel.member("alternatives").items()
	if len(alternatives) == 0 {
		return
	}
	words := alternatives[0].member("words").items()
	for k := range words {
		w := &words[k]
		if text := w.firstOf("punctuated_word", "word"); text.isString() {
			yield(timedWord{text: text, speaker: w.member("speaker"), start: w.member("start").seconds(), end: w.member("end").seconds()})
		}
	}
	if text := alternatives[0].member("transcript"); len(words) == 0 && text.isString() && text.text != "" {
		yield(timedWord{text: text})
	}
}

// sortChannels sorts the words of several audio channels by time. Each channel has one
// speaker, whose name is made from its number, as in "Channel 1".
func (d *speech) sortChannels(list []timedWord, channels []node) {
	k := 0
	for i := range channels {
		for ; k < len(list) && list[k].text.start < channels[i].end; k++ {
			list[k].channel, list[k].row = "Channel "+strconv.Itoa(i), i
		}
	}
	draft.InTime(list, func(w *timedWord) int { return w.row }, func(w *timedWord) float64 { return startMillis(w.start) })
}

// startMillis returns a time in milliseconds, or -1 if it is unknown.
func startMillis(o transcript.Offset) float64 {
	if ms, ok := o.Millis(); ok {
		return float64(ms)
	}
	return -1
}
