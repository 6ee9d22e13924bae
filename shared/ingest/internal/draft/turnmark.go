package draft

import (
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// turnMarks returns the marks that speech recognition models write where the speaker
// changes. One such model is tinydiarize, which whisper.cpp uses with the option -tdrz.
func turnMarks() [3]string {
	return [3]string{"[SPEAKER_TURN]", "[SPEAKER TURN]", "<|speakerturn|>"}
}

// hasTurnMarks reports whether a text has a mark such as "[SPEAKER_TURN]", which says
// that the speaker changes.
func hasTurnMarks(text string) bool {
	for _, mark := range turnMarks() {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// ChangesUnnamed reports whether the source has marks such as "[SPEAKER_TURN]". They say
// that the speaker changes, but do not name the speaker.
func (d *Draft) ChangesUnnamed() bool { return d.turnMarks }

// ChangeSpeaker records that the next words are by another speaker, whom the source does
// not name.
func (d *Draft) ChangeSpeaker() { d.changed = true }

// addTurns adds the piece of text p, and divides it at marks that say that the speaker
// changes. An example is "Say again. [SPEAKER_TURN] We had a problem." The words after a
// mark begin a cue (a piece of text by one speaker) whose speaker is unknown. The result
// is false if p has no mark. In that case nothing is added.
func (d *Draft) addTurns(p Part) bool {
	// If the source has escapes, as a JSON string may have, the decoded text has other
	// offsets than the source. So the mark is searched for in both.
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

// BeginUnnamed begins a cue (a piece of text by one speaker) for a speaker whom the
// source does not name, as after ">>". If the last cue has only a time and no words yet,
// it becomes the cue of that speaker.
func (d *Draft) BeginUnnamed() {
	d.ChangeSpeaker()
	d.beginChanged()
}

// beginChanged begins a cue (a piece of text by one speaker) without a speaker, if
// ChangeSpeaker was called after the last words. The new cue has the same times as the
// last one, because the source gives no others.
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
