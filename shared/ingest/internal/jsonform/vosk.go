package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// Vosk returns the format of Vosk, a toolkit for speech recognition. After each pause of
// the speech, its programs write an object with the text. A member "result" may have the
// words with their times.
func Vosk() draft.Format {
	return speechFormat("vosk-json", func(root *node) bool {
		n := 0
		for _, m := range messages(root) {
			if voskWords(m) != nil || voskWords(m.member("alternatives").item(0)) != nil {
				return true
			}
			if m.firstOf("text", "partial").isString() && len(m.members()) == 1 {
				n++
			}
		}
		return n > 1 && n == len(root.items())
	}, readVosk)
}

// messages returns the objects of a source that is a sequence of objects, as programs
// that transcribe live speech write it. If the source is one object, the result is a list
// of this object.
func messages(root *node) []*node {
	if root.kind == '{' {
		return []*node{root}
	}
	var list []*node
	for i := range root.items() {
		if n := &root.members()[i]; n.kind == '{' {
			list = append(list, n)
		}
	}
	return list
}

// voskWords returns the words of the object n, with their times. It returns nil if n has
// no such words.
func voskWords(n *node) []node {
	words := n.member("result").items()
	if len(words) == 0 || !words[0].member("word").isString() || words[0].member("start") == nil {
		return nil
	}
	return words
}

// readVosk reads the objects of Vosk. An object with a member "partial" is a guess that
// a later object replaces.
func readVosk(d *speech, root *node) string {
	n := 0
	for _, m := range messages(root) {
		if all := m.member("alternatives").items(); len(all) > 0 {
			m = &all[0] // the best of several readings is first
		}
		text := m.member("text")
		if !text.isString() || text.text == "" {
			continue
		}
		var start, end transcript.Offset
		if words := voskWords(m); len(words) > 0 {
			start, end = words[0].member("start").seconds(), words[len(words)-1].member("end").seconds()
			d.skipTimes(words)
		}
		d.beginSpeech(nil, start, end, text.at())
		d.addString(text, 0)
		n++
	}
	return "texts with the times of their words, as Vosk writes them; texts: " + strconv.Itoa(n)
}

// skipTimes marks the members of each word as used, so that the report does not list them
// as unused. The words were already read as one text, and the times of single words are
// not needed.
func (d *speech) skipTimes(words []node) {
	for i := range words {
		for k := range words[i].members() {
			words[i].members()[k].used = true
		}
	}
}
