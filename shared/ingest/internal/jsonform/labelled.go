package jsonform

import (
	"math"
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Labelled returns the format of a list of objects, each with a speaker and a text, or
// with a speaker and a list of words. Many tools write such lists. Letter case and
// underscores in the names of the members are ignored.
func Labelled() draft.Format {
	return speechFormat("labelled-json", func(root *node) bool {
		list, _ := labelledList(root)
		return list != nil
	}, readLabelled)
}

// maxLabelledDepth is the maximum number of objects that contain the list. In the output
// of Fireflies, the list is data.transcript.sentences, so three objects contain it: the
// whole JSON, data and transcript.
const maxLabelledDepth = 4

// labelledList returns the list of objects with a speaker and a text. It also returns the
// objects that contain the list, from the outermost to the innermost. The list may be the
// whole JSON or a member of an object. If there is no such list, the result is nil.
func labelledList(root *node) (list []node, around []*node) {
	type place struct {
		n      *node
		around []*node
	}
	// The search goes level by level from the outside. So the list of turns is found
	// before a list of words inside a turn.
	level := []place{{root, nil}}
	for range maxLabelledDepth + 1 {
		var next []place
		for _, p := range level {
			switch {
			case isLabelled(p.n.items()):
				return p.n.items(), p.around
			case p.n.kind == '{':
				inside := append(p.around[:len(p.around):len(p.around)], p.n)
				for i := range p.n.members() {
					if m := &p.n.members()[i]; m.kind == '{' || m.kind == '[' {
						next = append(next, place{m, inside})
					}
				}
			}
		}
		level = next
	}
	return nil, nil
}

// isLabelled reports whether list is a list of objects with a speaker and words. It
// examines the first 20 objects. All of them must have words, and at least one a speaker.
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

// labelledSpeaker returns the JSON value that names the speaker of the segment n (a piece
// of speech). It returns nil if the segment names none.
func labelledSpeaker(n *node) *node {
	return nameOf(n.loosely("speakername", "speaker", "speakerlabel", "name", "displayname", "voice", "participant", "author",
		"speakerid", "speakertag", "participantname", "user", "who", "role"))
}

// labelledText returns the JSON value that has the words of the segment n (a piece of
// speech): a string, or a list of words. It returns nil if the segment has no words.
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

// wordText returns the JSON string that has the text of the word n. It returns nil if n
// has no such string.
func wordText(n *node) *node {
	if text := n.loosely("punctuatedword", "text", "word", "content", "value", "w"); text.isString() {
		return text
	}
	return nil
}

// startOf returns the JSON value that is the start time of n, a segment (piece of speech)
// or a word. It returns nil if there is none.
func startOf(n *node) *node {
	return n.loosely("start", "starttime", "startms", "startseconds", "begin", "starttimestamp", "startts", "from", "offset", "offsetms", "time", "timestamp", "timecode", "ts", "relativestarttimeinmilliseconds", "starttimems", "startoffset")
}

// endOf returns the JSON value that is the end time of n, a segment (piece of speech) or
// a word. It returns nil if there is none.
func endOf(n *node) *node {
	return n.loosely("end", "endtime", "endms", "endseconds", "stop", "endtimestamp", "endts", "to", "endtimems", "endoffset")
}

// lengthOf returns the JSON value that is the duration of n, a segment (piece of speech)
// or a word. It returns nil if there is none.
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

// labelledReader reads a list of segments (objects with a speaker and a text) that an
// unknown tool wrote.
type labelledReader struct {
	*speech
	unit    source.Unit
	unread  *node // first time that is not used, because its unit is unknown
	unknown int   // number of such times
}

// segment adds the words of one segment (a piece of speech), the object n.
func (r *labelledReader) segment(n *node) {
	text := labelledText(n)
	if text == nil {
		r.OmitUnknown(n.at(), "a segment without text")
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
	r.beginSpeech(labelledSpeaker(n), start, end, text.at())
	if text.isString() {
		r.addString(text, ' ')
	}
	r.addWords(text.items())
	r.MarkDirection()
}

// addWords adds the words of a list to the last cue (the words of one speaker). It puts a
// space between two words, but none before a punctuation mark such as ",". If the words
// of the list have their own spaces, as in " mor", "ning", it adds none.
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

// time returns the time in the JSON value n. The name of the member may say the unit, as
// "start_ms" does. Otherwise the unit of the whole list is used.
func (r *labelledReader) time(n *node) transcript.Offset {
	unit := r.unit
	if named := namedUnit(n); named != source.UnitUnknown {
		unit = named
	}
	o := n.offset(unit)
	if _, ok := n.peek(); ok && o.IsZero() {
		n.used = true // remarkUnit reports all times of an unknown unit together
		if r.unknown++; r.unread == nil {
			r.unread = n
		}
	}
	return o
}

// remarkUnit adds a remark (an entry of the report) if times are not used because their
// unit is unknown.
func (r *labelledReader) remarkUnit() {
	if r.unread == nil {
		return
	}
	r.Remark(r.unread.at(), draft.Remark{
		Kind: draft.RemarkUnused, Level: draft.LevelCheck,
		Done:         "not used: the times in " + r.unread.name + ", because nothing shows whether they are seconds or milliseconds; times: " + strconv.Itoa(r.unknown),
		Alternatives: []string{"write times such as 0:01:05"},
	})
}

// labelledUnit returns the unit of the times (seconds or milliseconds) that fits the
// usual pace of speech. If a segment (a piece of speech) has no times, the times of its
// words are used.
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

// addPace adds a segment (a piece of speech) or a word to p, which finds the unit of the
// times. It adds the number of characters, the start and the end.
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
