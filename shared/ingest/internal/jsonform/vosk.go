package jsonform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// Vosk returns the format of Vosk, an offline speech recognition toolkit. Its programs
// write an object for each pause: the text, and perhaps in "result" the times of its
// words.
func Vosk() draft.Format {
	return speechFormat("vosk-json", func(root *node) bool {
		n := 0
		for _, m := range messages(root) {
			if voskWords(m) != nil || voskWords(m.member("alternatives").item(0)) != nil {
				return true
			}
			if m.firstOf("text", "partial").isString() && len(m.members) == 1 {
				n++
			}
		}
		return n > 1 && n == len(root.items())
	}, readVosk)
}

// messages returns the objects of a source in which programs that transcribe live
// speech write one object after another. A single object is a list of one.
func messages(root *node) []*node {
	if root.kind == '{' {
		return []*node{root}
	}
	var list []*node
	for i := range root.items() {
		if n := &root.members[i]; n.kind == '{' {
			list = append(list, n)
		}
	}
	return list
}

// voskWords returns the words of an object with their times, or nil.
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
		d.beginSpeech(nil, start, end, text.at)
		d.addString(text, 0)
		n++
	}
	return "texts with the times of their words, as Vosk writes them; texts: " + strconv.Itoa(n)
}

// skipTimes marks the values of a list as used. They repeat the words of a text, which
// the transcript has, and give times of single words, which it has no use for.
func (d *speech) skipTimes(words []node) {
	for i := range words {
		for k := range words[i].members {
			words[i].members[k].used = true
		}
	}
}
