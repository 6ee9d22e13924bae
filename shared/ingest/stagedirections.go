package ingest

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/transcript"
)

// markDirection takes the open cue for a note when all of it is a stage direction.
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

// isDirection reports whether text as a whole is a stage direction: in brackets,
// or between notes of music.
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

// encloses reports whether the bracket that text begins with is closed by its
// last character and not before.
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

// directionLine begins a note when the line, behind its marks of quotation, is a
// stage direction.
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

// resumeAfterNote goes on behind a note under the name before it.
func (d *draft) resumeAfterNote() {
	if d.openCue().note {
		d.beginCue(cue{name: d.openCue().name, continued: true})
	}
}

// resolveDirections takes back notes that stand inside one person's speech, where they
// would cut a turn in two, and notes without a time among turns that have one.
// They stay in the turn. Apart says that the editor keeps neighbours apart; then
// notes between them stay notes.
func (d *draft) resolveDirections(apart bool) {
	times := 0
	for i := range d.cues {
		if !d.cues[i].clock.start.IsZero() {
			times++
		}
	}
	timed := 2*times >= len(d.cues)
	before, at := "", 0 // the name of the last speech, and its cue
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
		for k := at + 1; k < i && before != "" && c.name == before && (d.captioned && !apart || c.continued); k++ {
			d.cues[k].note = false
		}
		before, at = c.name, i
	}
	d.remarkDirections()
	d.remarkContinued()
}

// remarkContinued remarks once on captions that go on under the label before them.
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
			Done:         "goes on under the label before it, as all without a label do; in all: " + strconv.Itoa(n),
			Alternatives: []string{"put a label before it"},
		})
	}
}

// remarkDirections remarks on stage directions, as notes and inside turns.
func (d *draft) remarkDirections() {
	for i := 1; i < len(d.cues); i++ {
		c := &d.cues[i]
		if len(c.parts) == 0 || !c.note && !c.continued {
			continue
		}
		done := "a note, not speech"
		if !c.note {
			done = "a paragraph of the turn it stands in"
			if first := c.parts[0]; first.End-first.Start > 300 || !isDirection(strings.TrimSpace(d.joinParts(c.parts))) {
				continue
			}
		}
		d.remark(transcript.Range{Start: c.parts[0].Start, End: c.parts[len(c.parts)-1].End}, Remark{
			Kind: RemarkNote, Level: LevelInfo, Done: done, Alternatives: []string{"take it for speech", "remove it"},
		})
	}
}
