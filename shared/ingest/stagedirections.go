package ingest

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// markDirection makes the last cue a note if its whole text is a stage direction such
// as "[Applause]".
func (d *draft) markDirection() {
	c := d.openCue()
	if len(d.cues) == 1 || c.label.Start < c.label.End || len(c.parts) == 0 {
		return
	}
	text := strings.TrimSpace(d.joinParts(c.parts))
	if isDirection(text) {
		c.note = true
	}
}

// isDirection reports whether the whole text is a stage direction, such as "[Music]",
// "(laughs)" or "♪ piano ♪". "(one) and (two)" is not.
func isDirection(text string) bool {
	const longest = 2000
	if len(text) < 3 || len(text) > longest {
		return false
	}
	if inner, ok := strings.CutPrefix(text, "♪"); ok {
		inner, ok = strings.CutSuffix(inner, "♪")
		return ok && !strings.Contains(inner, "♪")
	}
	for _, pair := range [][2]rune{{'[', ']'}, {'(', ')'}, {'（', '）'}, {'【', '】'}} {
		if r, _ := utf8.DecodeRuneInString(text); r == pair[0] {
			return encloses(strings.TrimRight(text, "."), pair[0], pair[1])
		}
	}
	return false
}

// encloses reports whether the text begins with the opening bracket and the matching
// closing bracket is its last character.
func encloses(text string, opening, closing rune) bool {
	depth := 0
	for i, r := range text {
		switch r {
		case opening:
			depth++
		case closing:
			if depth--; depth == 0 {
				return i+utf8.RuneLen(r) == len(text)
			}
		}
	}
	return false
}

// directionLine begins a note if the line is a stage direction. The line may be a
// Markdown quotation (">") and be emphasised, as in "> *[Laughter]*". It returns
// false for other lines.
func (d *draft) directionLine(body transcript.Range) bool {
	inner := body
	inner.Start = body.End - len(strings.TrimLeft(d.src.slice(body), "> "))
	if len(d.cues) == 1 || !isDirection(strings.Trim(d.wordsAt(inner), "*_")) {
		return false
	}
	d.beginCue(cue{name: d.openCue().name, continued: true, note: true})
	d.account(SpanSeparator, transcript.Range{Start: body.Start, End: inner.Start})
	d.addPart(part{Range: inner, join: '\n'})
	return true
}

// resumeAfterNote begins a cue if the last cue is a note. The speaker before the note
// continues.
func (d *draft) resumeAfterNote() {
	if d.openCue().note {
		d.beginCue(cue{name: d.openCue().name, continued: true})
	}
}

// resolveDirections turns some notes into paragraphs of a turn. These are notes
// inside the speech of one person, which would otherwise be divided into two turns,
// and notes without a time in a source with times. If separate is true, the editor
// does not want to join neighbouring cues of a speaker; then notes between captions
// remain notes.
func (d *draft) resolveDirections(separate bool) {
	// Example: the lines "LONG: Thanks.", "(laughs)" and "And more." are one turn
	// with three paragraphs. A note between the turns of two speakers remains a note;
	// see testdata/text-directions.txtar.
	times := 0
	for i := range d.cues {
		if !d.cues[i].clock.start.IsZero() {
			times++
		}
	}
	timed := 2*times >= len(d.cues)
	before, at := "", 0 // the last speaker, and the index of the speaker's last cue
	for i := 1; i < len(d.cues); i++ {
		c := &d.cues[i]
		if c.note {
			if timed && c.clock.start.IsZero() && before != "" {
				c.note, at = false, i
			}
			continue
		}
		if len(c.parts) == 0 {
			continue
		}
		for k := at + 1; k < i && before != "" && c.name == before && (d.captioned && !separate || c.continued); k++ {
			d.cues[k].note = false
		}
		before, at = c.name, i
	}
	d.remarkDirections()
	d.remarkContinued()
}

// remarkContinued adds one remark if captions without a label continue the turn
// before them.
func (d *draft) remarkContinued() {
	n, first := 0, 0
	for i := 1; i < len(d.cues) && d.captioned; i++ {
		if c := &d.cues[i]; c.continued && !c.note && c.name != "" && len(c.parts) > 0 {
			if n++; n == 1 {
				first = i
			}
		}
	}
	if n > 0 {
		d.remark(d.cues[first].parts[0].Range, Remark{
			Kind: RemarkContinues, Level: LevelInfo,
			Done:         "continues the turn before it, as all captions without a label do; such captions: " + strconv.Itoa(n),
			Alternatives: []string{"put a label before it"},
		})
	}
}

// remarkDirections adds a remark for each stage direction, whether it is a note or
// part of a turn.
func (d *draft) remarkDirections() {
	for i := 1; i < len(d.cues); i++ {
		c := &d.cues[i]
		if len(c.parts) == 0 || !c.note && !c.continued {
			continue
		}
		done := "a note, not speech"
		if !c.note {
			done = "a paragraph of the turn around it"
			if first := c.parts[0]; first.End-first.Start > 300 || !isDirection(strings.TrimSpace(d.joinParts(c.parts))) {
				continue
			}
		}
		d.remark(transcript.Range{Start: c.parts[0].Start, End: c.parts[len(c.parts)-1].End}, Remark{
			Kind: RemarkNote, Level: LevelInfo, Done: done, Alternatives: []string{"treat it as speech", "remove it"},
		})
	}
}
