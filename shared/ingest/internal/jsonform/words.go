package jsonform

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// timedWord is a word or a punctuation mark, with its speaker and its times.
type timedWord struct {
	text       *node
	speaker    *node
	channel    string // speaker's name made from the channel, as in "Channel 1"; "" if the source names speakers
	turn       int64  // time in milliseconds by which words of several channels are sorted
	start, end transcript.Offset
	mark       bool // punctuation: it has no time and no space before it
}

// addWord adds a word to the last cue (the words of one speaker so far). If the word
// has another speaker, it begins a new cue.
func (d *speech) addWord(w timedWord) {
	name := w.channel
	if w.speaker != nil && name == "" {
		name = d.speakerName(w.speaker)
	}
	if w.mark && len(d.Cues) > 1 {
		d.addString(w.text, 0)
		return
	}
	if len(d.Cues) == 1 || d.OpenCue().Name != name {
		d.beginSpeech(w.speaker, w.start, w.end, w.text.at)
		if w.channel != "" {
			d.OpenCue().Name, d.OpenCue().Continued = w.channel, false
		}
		d.addString(w.text, 0)
		return
	}
	d.OpenCue().Clock.Extend(w.end)
	d.addString(w.text, d.spaceBefore(w.text.text))
}

// spaceBefore returns the separator between the words read last and the next word. It
// is usually a space. In a script without spaces between words, such as Chinese, it
// is 0, which means no separator.
func (d *speech) spaceBefore(next string) byte {
	parts := d.OpenCue().Parts
	if len(parts) == 0 {
		return 0
	}
	before, _ := utf8.DecodeLastRuneInString(parts[len(parts)-1].Text)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(next, unicode.IsSpace))
	if script.Unspaced(before) && script.Unspaced(r) {
		return 0
	}
	return ' '
}
