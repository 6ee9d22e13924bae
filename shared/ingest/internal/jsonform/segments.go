package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

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
func (f segmentForm) read(d *speech, root *node) string {
	list := root.get(f.list...).items()
	if f.channel != "" && !varies(list, f.channel) {
		f.channel = ""
	}
	for i := range list {
		d.segment(&f, &list[i])
	}
	return f.why + "; segments: " + strconv.Itoa(len(list))
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
func (d *speech) segment(f *segmentForm, n *node) {
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
