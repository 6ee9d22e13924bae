package jsonform

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// timedWord is a word or a punctuation mark, with its speaker and its times.
type timedWord struct {
	text       *node
	speaker    *node
	channel    string // speaker's name made from the channel, as in "Channel 1"; "" if the source names speakers
	row        int    // number of the channel, if words of several channels are sorted
	start, end transcript.Offset
	mark       bool // punctuation: it has no time and no space before it
	glued      bool // the text has its own spaces: none is added before it
	sound      bool // the text is a sound such as "(laughs)", not speech
}

// addWord adds a word to the last cue (the words of one speaker so far). If the word
// has another speaker, it begins a new cue.
func (d *speech) addWord(w timedWord) {
	name := w.channel
	if w.speaker != nil && name == "" {
		name = d.speakerName(w.speaker)
	}
	// Example: "Good", "morning" and "." of one speaker become one cue. The next word,
	// "Hello", is of another speaker, so it begins the next cue.
	if w.mark && len(d.Cues) > 1 {
		d.addString(w.text, 0)
		return
	}
	if w.sound {
		d.addSound(w)
		return
	}
	if w.glued && strings.TrimSpace(w.text.text) == "" {
		d.gap = ' '
		d.Account(draft.SpanMarkup, w.text.content())
		return
	}
	if len(d.Cues) == 1 || d.wordSpeaker != name || d.OpenCue().Note {
		d.wordSpeaker = name
		d.beginSpeech(w.speaker, w.start, w.end, w.text.at())
		if w.channel != "" {
			d.OpenCue().Name, d.OpenCue().Continued = w.channel, false
		}
		d.addString(w.text, 0)
		d.gap = gapAfter(w.text.text)
		return
	}
	d.OpenCue().Clock.Extend(w.end)
	join := d.spaceBefore(w.text.text)
	if w.glued {
		join = joinOf(w.text.text, d.gap)
		d.gap = gapAfter(w.text.text)
	}
	d.addString(w.text, join)
}

// addSound adds a sound such as "(laughs)" as a separate note (text that is not speech).
// A note has no speaker, even if the source names one for the sound.
func (d *speech) addSound(w timedWord) {
	d.BeginCue(draft.Cue{Name: d.OpenCue().Name, Continued: true, Note: true, Clock: d.ClockOf(w.start, w.end, w.text.at())})
	d.addString(w.text, 0)
}

// joinOf returns the separator before text: a space, or 0 for none. It is called for
// pieces that contain their own spaces, such as " mor" and "ning". The argument gap is
// the separator that follows the previous piece.
func joinOf(text string, gap byte) byte {
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(r) {
		return ' '
	}
	return gap
}

// gapAfter returns the separator after text: a space if the text ends with white space,
// else 0 (none).
func gapAfter(text string) byte {
	if r, _ := utf8.DecodeLastRuneInString(text); unicode.IsSpace(r) {
		return ' '
	}
	return 0
}

// ownSpaces reports whether the texts in a list of words contain the spaces between the
// words, as in "Good", " mor", "ning" or "Good", " ", "morning".
func ownSpaces(words []node) bool {
	for i := range words {
		if t := wordText(&words[i]); t != nil && joinOf(t.text, gapAfter(t.text)) != 0 {
			return true
		}
	}
	return false
}

// isMark reports whether text is only punctuation that has no space before it, such as
// ",".
func isMark(text string) bool {
	return text != "" && strings.Trim(text, ",.;:!?…%’”)。，、？！") == ""
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
