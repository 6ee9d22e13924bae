package jsonform

import (
	"math"
	"strconv"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// segmentForm describes a JSON format in which the speech is a list of objects
// (segments). It has the path of the list, and the names of the segments' members.
type segmentForm struct {
	name, why     string
	lists         [][]string // paths at which the list may be; an empty path is the whole JSON
	speaker, text []string
	start, end    []string
	channel       string      // name of the member with the channel of the recording; "" if there is none
	unit          source.Unit // unit of times that are numbers
	measured      bool        // the pace of speech may show that the unit is another one
	need          []string    // members that the first segment must have
}

// format returns the format that f describes. A source is in this format if its first
// segment (piece of speech) has the members that f requires.
func (f segmentForm) format() draft.Format {
	return speechFormat(f.name, func(root *node) bool { return f.listIn(root) != nil }, f.read)
}

// listIn looks for a list of segments (pieces of speech) at each path in f.lists. It
// returns the first list whose first segment fits the format, or nil if there is none.
func (f *segmentForm) listIn(root *node) []node {
	for _, path := range f.lists {
		if list := root.get(path...).items(); len(list) > 0 && f.fits(&list[0]) {
			return list
		}
	}
	return nil
}

// read adds all segments (pieces of speech) to d, and returns the evidence for the
// format.
func (f segmentForm) read(d *speech, root *node) string {
	list := f.listIn(root)
	if f.channel != "" && !varies(list, f.channel) {
		f.channel = ""
	}
	if f.measured {
		f.unit = f.paceUnit(list)
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

// paceUnit returns the unit of the times (seconds or milliseconds) that fits the usual
// pace of speech. If the unit is not certain, the result is the format's own unit.
func (f *segmentForm) paceUnit(list []node) source.Unit {
	var p source.Pace
	for i := range list {
		start, end := f.timesOf(&list[i])
		from, to := math.NaN(), math.NaN()
		if v, ok := start.peek(); ok {
			from = v
		}
		if v, ok := end.peek(); ok {
			to = v
		}
		p.Add(utf8.RuneCountInString(textOf(list[i].firstOf(f.text...))), from, to)
	}
	if unit := p.Unit(); unit != source.UnitUnknown {
		return unit
	}
	return f.unit
}

// textOf returns the text of n if it is a string, and "" otherwise.
func textOf(n *node) string {
	if n.isString() {
		return n.text
	}
	return ""
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

// segment adds the words of one segment (a piece of speech), the object n.
func (d *speech) segment(f *segmentForm, n *node) {
	text := n.firstOf(f.text...)
	if !text.isString() {
		d.OmitUnknown(n.at(), "a segment without text")
		return
	}
	speaker := n.firstOf(f.speaker...)
	if channel := n.member(f.channel); channel != nil {
		speaker = channel
		d.speakerNames[channel.text] = "Channel " + channel.text
	}
	start, end := f.times(n)
	d.beginSpeech(speaker, start, end, text.at())
	d.addString(text, ' ')
	d.MarkDirection()
}

// timesOf returns the values of the start and the end of a segment (a piece of speech).
// They are two members of the segment, or one member with a list of two times.
func (f *segmentForm) timesOf(n *node) (start, end *node) {
	start, end = n.firstOf(f.start...), n.firstOf(f.end...)
	if both := start.items(); len(both) == 2 {
		start, end = &both[0], &both[1]
	}
	return start, end
}

// times returns the start and the end of a segment (a piece of speech).
func (f *segmentForm) times(n *node) (start, end transcript.Offset) {
	from, to := f.timesOf(n)
	return from.offset(f.unit), to.offset(f.unit)
}

// after returns start plus length. It returns the zero value if one of the two is
// unknown.
func after(start, length transcript.Offset) transcript.Offset {
	from, ok := start.Millis()
	ms, has := length.Millis()
	if !ok || !has {
		return transcript.Offset{}
	}
	return transcript.At(from + ms)
}
