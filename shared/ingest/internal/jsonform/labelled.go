package jsonform

import (
	"math"
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Labelled returns the format of a list of objects, each with a speaker and a text, or
// with a speaker and a list of words. Many tools write such lists. The names of the
// members are compared without capitals and low lines.
func Labelled() draft.Format {
	return speechFormat("labelled-json", func(root *node) bool {
		list, _ := labelledList(root)
		return list != nil
	}, readLabelled)
}

// maxLabelledDepth is how many objects may be around the list. Fireflies has two:
// data.transcript.sentences.
const maxLabelledDepth = 4

// labelledList returns the list of objects with a speaker and a text, and the objects
// around it, the innermost last. The list is the whole JSON or a member of an object.
// If there is no such list, the result is nil.
func labelledList(root *node) (list []node, around []*node) {
	type place struct {
		n      *node
		around []*node
	}
	// The objects are searched level by level, so that a list of words further inside
	// is not preferred to the list of turns around it.
	level := []place{{root, nil}}
	for range maxLabelledDepth + 1 {
		var next []place
		for _, p := range level {
			switch {
			case isLabelled(p.n.items()):
				return p.n.items(), p.around
			case p.n.kind == '{':
				inside := append(p.around[:len(p.around):len(p.around)], p.n)
				for i := range p.n.members {
					if k := p.n.members[i].kind; k == '{' || k == '[' {
						next = append(next, place{&p.n.members[i], inside})
					}
				}
			}
		}
		level = next
	}
	return nil, nil
}

// isLabelled reports whether one of the first objects of a list has a speaker and
// words, and whether each of them has words.
func isLabelled(list []node) bool {
	const look = 20
	labels := 0
	for i := range list[:min(look, len(list))] {
		if labelledText(&list[i]) == nil {
			return false
		}
		if speaker := labelledSpeaker(&list[i]); speaker != nil && speaker.kind != '[' {
			labels++
		}
	}
	return labels > 0
}

// labelledSpeaker returns the value with the speaker of a segment, or nil.
func labelledSpeaker(n *node) *node {
	return nameOf(n.loosely("speakername", "speaker", "speakerlabel", "name", "displayname", "voice", "participant", "author",
		"speakerid", "speakertag", "participantname", "user", "who", "role"))
}

// labelledText returns the value with the words of a segment: a string, or a list of
// words.
func labelledText(n *node) *node {
	if text := n.loosely("text", "sentence", "content", "body", "transcript", "utterance", "line", "quote", "message", "caption"); text.isString() {
		return text
	}
	words := n.loosely("words", "tokens", "elements", "alignment")
	if list := words.items(); len(list) > 0 && wordText(&list[0]) != nil {
		return words
	}
	return nil
}

// wordText returns the string with a word, or nil.
func wordText(n *node) *node {
	if text := n.loosely("punctuatedword", "text", "word", "content", "value", "w"); text.isString() {
		return text
	}
	return nil
}

// startOf returns the value with the start of a segment or word, or nil.
func startOf(n *node) *node {
	return n.loosely("start", "starttime", "startms", "startseconds", "begin", "starttimestamp", "startts", "from", "offset", "offsetms", "time", "timestamp", "timecode", "ts", "relativestarttimeinmilliseconds", "starttimems", "startoffset")
}

// endOf returns the value with the end of a segment or word, or nil.
func endOf(n *node) *node {
	return n.loosely("end", "endtime", "endms", "endseconds", "stop", "endtimestamp", "endts", "to", "endtimems", "endoffset")
}

// lengthOf returns the value with the length of a segment or word, or nil.
func lengthOf(n *node) *node {
	return n.loosely("duration", "dur", "durationms", "durationinmilliseconds", "length")
}

// readLabelled reads the objects of a list, each with a speaker and a text.
func readLabelled(d *speech, root *node) string {
	list, around := labelledList(root)
	for _, n := range around {
		d.listNames(n)
	}
	d.Captioned = false
	r := &labelledReader{speech: d, unit: labelledUnit(list)}
	for i := range list {
		r.segment(&list[i])
	}
	r.remarkUnit()
	return "a list of objects with a speaker and a text; objects: " + strconv.Itoa(len(list))
}

// labelledReader reads a list of segments from an unknown tool.
type labelledReader struct {
	*speech
	unit    source.Unit
	unread  *node // first time that is not used, because its unit is unknown
	unknown int   // number of such times
}

// segment adds the speech of one segment.
func (r *labelledReader) segment(n *node) {
	text := labelledText(n)
	if text == nil {
		r.OmitUnknown(n.at, "a segment without text")
		return
	}
	from, to := startOf(n), endOf(n)
	if from == nil {
		if words := n.loosely("words", "tokens", "elements", "alignment").items(); len(words) > 0 {
			from, to = startOf(&words[0]), endOf(&words[len(words)-1])
		}
	}
	start, end := r.time(from), r.time(to)
	if end.IsZero() {
		end = after(start, r.time(lengthOf(n)))
	}
	r.beginSpeech(labelledSpeaker(n), start, end, text.at)
	if text.isString() {
		r.addString(text, ' ')
	}
	r.addWords(text.items())
	r.MarkDirection()
}

// addWords adds the words of a list to the last cue. A word that consists of marks, such
// as ",", has no space before it, and neither has one that has its own space.
func (d *speech) addWords(words []node) {
	gap, glued := byte(0), ownSpaces(words)
	for i := range words {
		text := wordText(&words[i])
		if text == nil {
			continue
		}
		join := joinOf(text.text, gap)
		if gap = gapAfter(text.text); !glued && !isMark(text.text) {
			join = d.spaceBefore(text.text)
		}
		d.addString(text, join)
		for _, t := range []*node{startOf(&words[i]), endOf(&words[i]), lengthOf(&words[i])} {
			if t != nil {
				t.used = true
			}
		}
	}
}

// time reads a time in the unit that the member's name says, or else in that of the
// list.
func (r *labelledReader) time(n *node) transcript.Offset {
	unit := r.unit
	if named := namedUnit(n); named != source.UnitUnknown {
		unit = named
	}
	o := n.offset(unit)
	if _, ok := n.peek(); ok && o.IsZero() {
		n.used = true // the remark below is about all of them
		if r.unknown++; r.unread == nil {
			r.unread = n
		}
	}
	return o
}

// remarkUnit says that times are not used because their unit is unknown.
func (r *labelledReader) remarkUnit() {
	if r.unread == nil {
		return
	}
	r.Remark(r.unread.at, draft.Remark{
		Kind: draft.RemarkUnused, Level: draft.LevelCheck,
		Done:         "not used: the times in " + r.unread.name + ", because nothing shows whether they are seconds or milliseconds; times: " + strconv.Itoa(r.unknown),
		Alternatives: []string{"write times such as 0:01:05"},
	})
}

// labelledUnit returns the unit that the pace of speech in the list shows. The words of
// a segment show it if the segment has no times of its own.
func labelledUnit(list []node) source.Unit {
	var p source.Pace
	for i := range list {
		text := labelledText(&list[i])
		if words := text.items(); words != nil && startOf(&list[i]) == nil {
			for k := range words {
				addPace(&p, &words[k], wordText(&words[k]))
			}
			continue
		}
		addPace(&p, &list[i], text)
	}
	return p.Unit()
}

// addPace counts a segment or a word and its text.
func addPace(p *source.Pace, n, text *node) {
	start, end := math.NaN(), math.NaN()
	if v, ok := startOf(n).peek(); ok {
		start = v
	}
	if v, ok := endOf(n).peek(); ok {
		end = v
	} else if v, ok := lengthOf(n).peek(); ok {
		end = start + v
	}
	characters := len(textOf(text))
	for _, word := range text.items() {
		characters += len(textOf(wordText(&word)))
	}
	p.Add(characters, start, end)
}
