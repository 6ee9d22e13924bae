package draft

import (
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// turnMarks are the marks that models for speech write where the speaker changes:
// tinydiarize, also in whisper.cpp, where it is the option -tdrz.
func turnMarks() [3]string {
	return [3]string{"[SPEAKER_TURN]", "[SPEAKER TURN]", "<|speakerturn|>"}
}

// hasTurnMarks reports whether a text has marks where the speaker changes.
func hasTurnMarks(text string) bool {
	for _, mark := range turnMarks() {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// ChangesUnnamed reports whether the source has marks that say that the speaker changes,
// without a name.
func (d *Draft) ChangesUnnamed() bool { return d.turnMarks }

// ChangeSpeaker says that the next words are those of another speaker, whom the source does
// not name.
func (d *Draft) ChangeSpeaker() { d.changed = true }

// addTurns adds the piece of text p without the marks in it that say that the speaker
// changes, as in "Say again. [SPEAKER_TURN] We had a problem." The words after a mark begin
// a cue without a speaker. The result is false if p has no mark.
func (d *Draft) addTurns(p Part) bool {
	// A text with escapes, such as the value of a JSON string, has each mark at another
	// place than the source, so the mark is looked for in both.
	found := false
	for {
		raw, text := d.Src.Slice(p.Range), p.Text
		if text == "" {
			text = raw
		}
		k, mark := firstTurnMark(text)
		i := strings.Index(raw, mark)
		if mark == "" || i < 0 {
			break
		}
		found = true
		before, after := p, p
		before.End, after.Start = p.Start+i, p.Start+i+len(mark)
		if p.Text != "" {
			before.Text, after.Text = text[:k], text[k+len(mark):]
		}
		d.addWords(before)
		d.Account(SpanMarkup, transcript.Range{Start: before.End, End: after.Start})
		d.ChangeSpeaker()
		p = after
		p.Join = ' '
	}
	if found {
		d.addWords(p)
	}
	return found
}

// firstTurnMark returns the offset of the first mark in text, and the mark. The mark is ""
// if there is none.
func firstTurnMark(text string) (at int, mark string) {
	for at < len(text) {
		i := strings.IndexAny(text[at:], "[<")
		if i < 0 {
			break
		}
		at += i
		for _, m := range turnMarks() {
			if strings.HasPrefix(text[at:], m) {
				return at, m
			}
		}
		at++
	}
	return len(text), ""
}

// addWords adds the piece of text p without the white space around it, unless it is blank.
func (d *Draft) addWords(p Part) {
	raw := d.Src.Slice(p.Range)
	words := strings.TrimFunc(raw, unicode.IsSpace)
	text := strings.TrimFunc(p.Text, unicode.IsSpace)
	if words == "" || p.Text != "" && text == "" {
		d.Account(SpanMarkup, p.Range)
		return
	}
	p.Start += strings.Index(raw, words)
	p.End = p.Start + len(words)
	if p.Text != "" {
		p.Text = text
	}
	d.AddPart(p)
}

// BeginUnnamed begins a cue for a speaker whom the source does not name, as ">>" without a
// name does. If only a time was read for the open cue, the cue keeps that time.
func (d *Draft) BeginUnnamed() {
	d.ChangeSpeaker()
	d.beginChanged()
}

// beginChanged begins a cue without a speaker if the speaker changed since the last words.
// The cue has the times of the last one, because the source gives no other.
func (d *Draft) beginChanged() {
	c := d.OpenCue()
	switch {
	case !d.changed:
		return
	case len(c.Parts) > 0 || c.Label.Start < c.Label.End || len(d.Cues) == 1:
		d.changed = false
		d.BeginCue(Cue{Clock: c.Clock})
	case !c.Note:
		d.changed = false
		c.Name, c.Continued = "", false
	}
}
