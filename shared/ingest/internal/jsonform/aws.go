package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// AWSTranscribe returns the format of AWS Transcribe: a list of items, each a word or
// a punctuation mark. Speaker labels or audio channels identify the speakers.
func AWSTranscribe() draft.Format {
	return speechFormat("aws-transcribe-json", func(root *node) bool {
		return root.get("results", "items").items() != nil && root.get("results", "transcripts") != nil
	}, readAWS)
}

// readAWS reads the output of AWS Transcribe.
func readAWS(d *speech, root *node) string {
	results := root.member("results")
	items := results.member("items").items()
	a := &awsReader{d, awsSpeakers(results)}
	why := "results.items"
	switch {
	case len(a.byTime) > 0:
		why += " with speaker_labels"
	case results.get("channel_labels", "channels") != nil:
		why += " with channel_labels"
		a.noteChannels(results.get("channel_labels", "channels").items(), items)
	}
	for i := range items {
		a.item(&items[i])
	}
	return why + "; items: " + strconv.Itoa(len(items))
}

// awsReader reads the items (words and punctuation marks) of AWS Transcribe. Some
// items name their speaker. If an item does not, the reader looks up the item's start
// time in the map byTime, which has the speakers.
type awsReader struct {
	*speech
	byTime map[string]*node // start of an item, as written in the source → value with the speaker's label
}

// awsSpeakers collects the speakers that AWS Transcribe lists separately from the words.
// A key of the result is the start of a word or segment, exactly as written in the
// source. The value is the JSON string with the speaker's label.
func awsSpeakers(results *node) map[string]*node {
	byTime := map[string]*node{}
	segments := results.get("speaker_labels", "segments").items()
	for i := range segments {
		label := segments[i].member("speaker_label")
		if start := segments[i].member("start_time"); start != nil && label != nil {
			byTime[start.text] = label
		}
		for k, item := range segments[i].member("items").items() {
			if start := item.member("start_time"); start != nil {
				if own := segments[i].member("items").members()[k].member("speaker_label"); own != nil {
					byTime[start.text] = own
				} else if label != nil {
					byTime[start.text] = label
				}
			}
		}
	}
	return byTime
}

// noteChannels stores the audio channel of each item (a word) in byTime, as the
// item's speaker. The JSON lists each word twice: in the argument items, and in the
// channel to which the word belongs. The function finds the channel of an item by the
// start and end times, which are the same strings in both places.
func (a *awsReader) noteChannels(channels, items []node) {
	byStart := map[string]*node{}
	for i := range channels {
		label := channels[i].member("channel_label")
		for _, item := range channels[i].member("items").items() {
			if start := item.member("start_time"); start != nil && label != nil {
				byStart[start.text+" "+item.member("end_time").value()] = label
			}
		}
	}
	for i := range items {
		key := items[i].member("start_time").value()
		if label := byStart[key+" "+items[i].member("end_time").value()]; label != nil {
			a.byTime[key] = label
		}
	}
}

// item adds a word or a punctuation mark to the transcript that is being built.
func (a *awsReader) item(n *node) {
	alternatives := n.member("alternatives").items()
	if len(alternatives) == 0 || !alternatives[0].member("content").isString() {
		a.OmitUnknown(n.at(), "an item without content")
		return
	}
	w := timedWord{text: alternatives[0].member("content"), mark: n.member("type").value() == "punctuation"}
	if start := n.member("start_time"); start != nil {
		w.start, w.end = start.seconds(), n.member("end_time").seconds()
		if w.speaker = n.firstOf("speaker_label", "channel_label"); w.speaker == nil {
			w.speaker = a.byTime[start.text]
		}
	}
	if w.start == (transcript.Offset{}) && len(a.Cues) > 1 {
		w.mark = true
	}
	a.addWord(w)
}

// AWSCallAnalytics returns the format of AWS Call Analytics, which transcribes calls.
func AWSCallAnalytics() draft.Format {
	return segmentForm{
		name: "aws-call-analytics-json", why: "Transcript with ParticipantRole and Content",
		lists: [][]string{{"Transcript"}}, need: []string{"Content", "ParticipantRole"}, unit: source.UnitMillis,
		speaker: []string{"ParticipantRole"}, text: []string{"Content"},
		start: []string{"BeginOffsetMillis"}, end: []string{"EndOffsetMillis"},
	}.format()
}
