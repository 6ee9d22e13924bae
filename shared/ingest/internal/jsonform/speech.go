package jsonform

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// speech collects the words of a JSON source before speakers and turns are known.
type speech struct {
	*draft.Draft
	speakerNames map[string]string      // names that the source lists separately, by the speaker's id in the source
	numbered     map[string]string      // names such as "Speaker 3", by the number
	isUnknown    func(name string) bool // reports whether a name means an unknown speaker
	unnamed      bool                   // the last cue has a value such as "?" in place of a speaker
	wordSpeaker  string                 // speaker of the words that were added last
	gap          byte                   // separator before the next word, if words have their own spaces
}

// newSpeech returns an empty draft, to which the words of a JSON source are added.
// Most JSON comes from speech recognition, which begins a new segment at each pause.
// Therefore the source is treated like captions: neighbouring segments of one speaker
// become one turn.
func newSpeech(src *source.Source) *speech {
	d := &speech{Draft: draft.New(src), speakerNames: map[string]string{}, numbered: map[string]string{}, isUnknown: label.Remember(label.IsUnknown)}
	d.Captioned, d.EveryCue = true, true
	return d
}

// beginSpeech begins a cue (the words of one segment, from one speaker). The argument
// speaker is the JSON value with the speaker's name or id, or nil if it is missing.
// If the end time is before the start time, the report has an entry about this fault;
// the argument at is the range of the source to which the entry refers.
func (d *speech) beginSpeech(speaker *node, start, end transcript.Offset, at transcript.Range) {
	c := draft.Cue{Clock: d.ClockOf(start, end, at)}
	if speaker != nil {
		if c.Name = d.speakerName(speaker); c.Name != "" {
			c.Label = speaker.content()
		}
	}
	d.unnamed = speaker != nil && c.Name == "" && speaker.text != ""
	if c.Name == "" && d.Captioned && !d.unnamed {
		c.Name, c.Continued = d.OpenCue().Name, true
	}
	d.BeginCue(c)
	d.Account(draft.SpanLabel, c.Label)
}

// unknownName is the value in the map speech.speakerNames for an id that belongs to no
// known speaker.
const unknownName = "?"

// speakerName returns the name of the speaker whose name or id is the JSON value n.
// If the source lists a name for an id, it returns that name. Otherwise it returns
// the string itself, or "Speaker 3" for the number 3. It returns "" for a value that
// says that the speaker is unknown, such as "?" or -1.
func (d *speech) speakerName(n *node) string {
	n.used = true
	if name := d.speakerNames[n.text]; name != "" && (n.kind == '"' || n.kind == '0') {
		if d.isUnknown(name) {
			return ""
		}
		return name
	}
	switch {
	case n.kind == '"' && !d.isUnknown(n.text):
		return label.CleanName(n.text)
	case n.kind == '0' && n.text[0] != '-': // pyannote and others write -1 for an unknown speaker
		return d.numberedName(n.text)
	}
	return ""
}

// numberedName returns the name for a speaker's number, such as "Speaker 3". It makes each
// name once, because every word of a source may have such a number.
func (d *speech) numberedName(number string) string {
	name, ok := d.numbered[number]
	if !ok {
		name = "Speaker " + number
		d.numbered[number] = name
	}
	return name
}

// listName stores a speaker's name and id. The source lists them separately, and the
// speech has only the id.
func (d *speech) listName(id string, name *node) {
	d.speakerNames[id] = label.CleanName(name.text)
	d.Account(draft.SpanMeta, name.content())
}

// addString adds the text of a JSON string to the last cue (the words of one speaker).
// The byte join is the separator before the text; 0 means none.
func (d *speech) addString(n *node, join byte) {
	if !n.isString() || n.end-n.start <= 2 {
		return
	}
	at, text := d.CutOwnLabel(n.content(), n.text)
	d.AddMeaning(at, source.ControlsAsSpaces(text), join)
}
