package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// Otter returns the format of Otter, a service for meetings: an object "speech" with a
// list "transcripts". A time is a number of audio samples.
func Otter() draft.Format {
	return speechFormat("otter-json", func(root *node) bool {
		list := otterSpeech(root).member("transcripts").items()
		return len(list) > 0 && list[0].member("transcript").isString() && list[0].member("start_offset") != nil
	}, readOtter)
}

// otterSpeech returns the object with the list of transcripts.
func otterSpeech(root *node) *node {
	if s := root.member("speech"); s != nil {
		return s
	}
	return root
}

// readOtter reads the transcripts of Otter. Their times are numbers of samples, but the
// times of their words are in seconds. The sample rate is found by comparing the two.
func readOtter(d *speech, root *node) string {
	s := otterSpeech(root)
	d.listNames(s)
	list := s.member("transcripts").items()
	unit := otterUnit(list)
	r := &labelledReader{speech: d, unit: unit}
	// If an editor named a speaker, the name is in the list of speakers. Other speakers
	// have only a number from speech recognition, in speaker_model_label.
	for i := range list {
		n := &list[i]
		text := n.member("transcript")
		if !text.isString() {
			d.OmitUnknown(n.at(), "a segment without text")
			continue
		}
		speaker := n.member("speaker_id")
		if speaker == nil || d.speakerNames[speaker.text] == "" {
			if label := n.member("speaker_model_label"); label != nil {
				speaker = label
				d.speakerNames[label.text] = "Speaker " + label.text
			}
		}
		d.beginSpeech(speaker, r.time(n.member("start_offset")), r.time(n.member("end_offset")), text.at())
		d.addString(text, ' ')
		d.MarkDirection()
		d.skipTimes(n.member("alignment").items())
	}
	r.remarkUnit()
	return "transcripts with start_offset, as Otter writes them; transcripts: " + strconv.Itoa(len(list))
}

// otterUnit returns the number of samples per second: the start of a transcript in
// samples, divided by the start of its first word in seconds. It must be about 16,000, as
// in Otter's recordings. Otherwise the unit is unknown.
func otterUnit(list []node) source.Unit {
	const samples = 16_000
	for i := range list {
		count, ok := list[i].member("start_offset").peek()
		if seconds, has := list[i].member("alignment").item(0).member("start").peek(); ok && has && seconds > 0 {
			if rate := count / seconds; rate > 0.9*samples && rate < 1.1*samples {
				return samples
			}
		}
	}
	return source.UnitUnknown
}
