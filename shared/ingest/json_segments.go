package ingest

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// jsonDraft collects the words of a JSON source before speakers and turns are known.
type jsonDraft struct {
	*draft.Draft
	speakerNames map[string]string // names that the source lists separately, by the speaker's id in the source
}

// newJSONDraft returns an empty draft, to which the words of a JSON source are added.
// Most JSON comes from speech recognition, which begins a new segment at each pause.
// Therefore the source is treated like captions: neighbouring segments of one speaker
// become one turn.
func newJSONDraft(src *source.Source) *jsonDraft {
	d := &jsonDraft{Draft: draft.New(src), speakerNames: map[string]string{}}
	d.Captioned = true
	return d
}

// beginSpeech begins a cue (the words of one segment, from one speaker). The argument
// speaker is the JSON value with the speaker's name or id, or nil if it is missing.
// If the end time is before the start time, the report has an entry about this fault;
// the argument at is the range of the source to which the entry refers.
func (d *jsonDraft) beginSpeech(speaker *node, start, end transcript.Offset, at transcript.Range) {
	c := draft.Cue{Clock: d.ClockOf(start, end, at)}
	if speaker != nil {
		if c.Name = d.speakerName(speaker); c.Name != "" {
			c.Label = speaker.content()
		}
	}
	if c.Name == "" && d.Captioned {
		c.Name, c.Continued = d.OpenCue().Name, true
	}
	d.BeginCue(c)
	d.Account(draft.SpanLabel, c.Label)
}

// speakerName returns the name of the speaker whose name or id is the JSON value n.
// If the source lists a name for an id, it returns that name. Otherwise it returns
// the string itself, or "Speaker 3" for the number 3.
func (d *jsonDraft) speakerName(n *node) string {
	n.used = true
	if name := d.speakerNames[n.text]; name != "" && (n.kind == '"' || n.kind == '0') {
		return name
	}
	switch n.kind {
	case '"':
		return label.CleanName(n.text)
	case '0':
		return "Speaker " + n.text
	}
	return ""
}

// addString adds the text of a JSON string to the words read last. The byte join is
// the separator before the text; 0 means none.
func (d *jsonDraft) addString(n *node, join byte) {
	if n.isString() && n.at.End-n.at.Start > 2 {
		d.AddMeaning(n.content(), source.ControlsAsSpaces(n.text), join)
	}
}

// segmentForm describes a JSON format in which the speech is a list of objects
// (segments). It has the path of the list, and the names of the segments' members.
type segmentForm struct {
	name, why     string
	list          []string
	speaker, text []string
	start, end    []string
	channel       string   // name of the member with the channel of the recording; "" if there is none
	millis        bool     // times are in milliseconds
	clockOnly     bool     // numbers are not times, because their unit is unknown
	need          []string // members that the first segment must have
}

// format returns the format that f describes. A source is in this format if the first
// segment has the members that f requires.
func (f segmentForm) format() draft.Format {
	return speechFormat(f.name, func(root *node) bool {
		list := root.get(f.list...).items()
		return len(list) > 0 && f.fits(&list[0])
	}, f.read)
}

// read adds the speech of all segments to d, and returns the evidence for the format.
func (f segmentForm) read(d *jsonDraft, root *node) string {
	list := root.get(f.list...).items()
	if f.channel != "" && !varies(list, f.channel) {
		f.channel = ""
	}
	for i := range list {
		d.segment(&f, &list[i])
	}
	return f.why + "; segments: " + strconv.Itoa(len(list))
}

// podcasting20 returns the JSON format of Podcasting 2.0, a standard of podcast
// players.
func podcasting20() draft.Format {
	return segmentForm{
		name: "podcasting20-json", why: "segments with startTime and body",
		list: []string{"segments"}, need: []string{"body", "startTime"},
		speaker: []string{"speaker"}, text: []string{"body"}, start: []string{"startTime"}, end: []string{"endTime"},
	}.format()
}

// podlove returns the format of Podlove (a podcast publisher), with a list in an
// object.
func podlove() draft.Format {
	return segmentForm{
		name: "podlove-json", why: "transcripts with start_ms and text",
		list: []string{"transcripts"}, need: []string{"text", "start_ms"}, millis: true,
		speaker: []string{"voice", "speaker"}, text: []string{"text"}, start: []string{"start_ms"}, end: []string{"end_ms"},
	}.format()
}

// podloveList returns the format of Podlove (a podcast publisher), with a list alone.
func podloveList() draft.Format {
	return segmentForm{
		name: "podlove-json", why: "a list with start_ms and text",
		need: []string{"text", "start_ms"}, millis: true,
		speaker: []string{"voice", "speaker"}, text: []string{"text"}, start: []string{"start_ms"}, end: []string{"end_ms"},
	}.format()
}

// assemblyAI returns the format of AssemblyAI, a speech recognition service, with a
// list of utterances.
func assemblyAI() draft.Format {
	return segmentForm{
		name: "assemblyai-json", why: "utterances with start and text",
		list: []string{"utterances"}, need: []string{"text", "start"}, millis: true,
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// deepgram returns the format of Deepgram, a speech recognition service, with a list
// of utterances.
func deepgram() draft.Format {
	return segmentForm{
		name: "deepgram-json", why: "results.utterances with transcript",
		list: []string{"results", "utterances"}, need: []string{"transcript"}, channel: "channel",
		speaker: []string{"speaker"}, text: []string{"transcript"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// awsCallAnalytics returns the format of AWS Call Analytics, which transcribes calls.
func awsCallAnalytics() draft.Format {
	return segmentForm{
		name: "aws-call-analytics-json", why: "Transcript with ParticipantRole and Content",
		list: []string{"Transcript"}, need: []string{"Content", "ParticipantRole"}, millis: true,
		speaker: []string{"ParticipantRole"}, text: []string{"Content"},
		start: []string{"BeginOffsetMillis"}, end: []string{"EndOffsetMillis"},
	}.format()
}

// whisper returns the format of the program Whisper, with a list of segments in an
// object.
func whisper() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "segments with start and text",
		list: []string{"segments"}, need: []string{"text", "start"},
		speaker: []string{"speaker", "speaker_label"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// whisperSpeakers returns the format of a tool around Whisper that writes a list
// named "speakers".
func whisperSpeakers() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "speakers with timestamp and text",
		list: []string{"speakers"}, need: []string{"text", "timestamp"},
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"timestamp"},
	}.format()
}

// whisperChunks returns the format of a tool around Whisper that writes a list named
// "chunks".
func whisperChunks() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "chunks with timestamp and text",
		list: []string{"chunks"}, need: []string{"text", "timestamp"},
		speaker: []string{"speaker"}, text: []string{"text"}, start: []string{"timestamp"},
	}.format()
}

// whisperList returns the format of a tool around Whisper that writes a list of
// segments alone.
func whisperList() draft.Format {
	return segmentForm{
		name: "whisper-json", why: "a list of segments with start and text",
		need:    []string{"text", "start"},
		speaker: []string{"speaker", "speaker_label", "name"}, text: []string{"text"}, start: []string{"start"}, end: []string{"end"},
	}.format()
}

// fits reports whether the object n has all members that the format requires.
func (f *segmentForm) fits(n *node) bool {
	for _, name := range f.need {
		if n.member(name) == nil {
			return false
		}
	}
	return true
}

// varies reports whether the objects in the list have different values for the member
// with this name.
func varies(list []node, name string) bool {
	first := ""
	for i := range list {
		n := list[i].member(name)
		switch {
		case n == nil:
		case first == "":
			first = n.text
		case first != n.text:
			return true
		}
	}
	return false
}

// segment adds the speech of one segment, the object n.
func (d *jsonDraft) segment(f *segmentForm, n *node) {
	text := n.firstOf(f.text...)
	if !text.isString() {
		d.OmitUnknown(n.at, "a segment without text")
		return
	}
	speaker := n.firstOf(f.speaker...)
	if channel := n.member(f.channel); channel != nil {
		speaker = channel
		d.speakerNames[channel.text] = "Channel " + channel.text
	}
	start, end := f.times(n)
	d.beginSpeech(speaker, start, end, text.at)
	d.addString(text, ' ')
	d.MarkDirection()
}

// times returns the start and the end of a segment. They are two members of the
// segment, or one member with a list of two times.
func (f *segmentForm) times(n *node) (start, end transcript.Offset) {
	from, to := n.firstOf(f.start...), n.firstOf(f.end...)
	if both := from.items(); len(both) == 2 {
		from, to = &both[0], &both[1]
	}
	switch {
	case f.millis:
		return from.millis(), to.millis()
	case f.clockOnly:
		return from.clockTime(), to.clockTime()
	}
	return from.seconds(), to.seconds()
}
