package draft

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/transcript"
)

// MarkDirection makes the last cue (the words after one speaker's name or time) a note if
// it is only a stage direction, such as "[Applause]". A note is text that is not speech.
// A cue with a speaker's name remains speech.
func (d *Draft) MarkDirection() {
	c := d.OpenCue()
	if len(d.Cues) == 1 || len(c.Parts) == 0 {
		return
	}
	if b := d.partText(c.Parts[0])[0]; 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z' { // most cues; no direction begins with a letter
		return
	}
	if c.Label.Start < c.Label.End && !label.IsUnknown(c.Name) {
		return
	}
	text := strings.TrimSpace(d.JoinParts(c.Parts))
	if IsDirection(text) {
		c.Note = true
	}
}

// IsDirection reports whether the whole text is one stage direction, such as
// "[Music]", "(laughs)" or "♪ piano ♪". The text "(one) and (two)" is not.
func IsDirection(text string) bool {
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

// encloses reports whether brackets enclose the whole text: it begins with the
// opening bracket, and its last character is the bracket that closes it.
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

// DirectionLine reads a line that is a stage direction, and begins a note (words that
// are not speech). The line may be a Markdown quotation (">") and be emphasised, as
// in "> *[Laughter]*". The function returns false for other lines.
func (d *Draft) DirectionLine(body transcript.Range) bool {
	inner := body
	inner.Start = body.End - len(strings.TrimLeft(d.Src.Slice(body), "> "))
	if len(d.Cues) == 1 || !IsDirection(strings.Trim(d.WordsAt(inner), "*_")) {
		return false
	}
	d.BeginCue(Cue{Name: d.OpenCue().Name, Continued: true, Note: true})
	d.Account(SpanSeparator, transcript.Range{Start: body.Start, End: inner.Start})
	d.AddPart(Part{Range: inner, Join: '\n'})
	return true
}

// ResumeAfterNote ends a note (words that are not speech). If the last cue (a piece of
// text) is a note, it begins a new cue for the person who spoke before the note.
func (d *Draft) ResumeAfterNote() {
	if d.OpenCue().Note {
		d.BeginCue(Cue{Name: d.OpenCue().Name, Continued: true})
	}
}

// ResolveDirections turns some notes into paragraphs of a turn. A note is a stage
// direction, such as "(laughs)", that is separate from the speech. A note becomes a
// paragraph in two cases:
//
//   - The source is text, and the speech before the note and the speech after it would
//     be one turn if the note were not between them. A separate caption, such as
//     "[Music]", is not part of a speech, so it remains a note between two turns.
//   - The note has no time, but at least half of the captions or paragraphs have one.
//
// The argument separate is true if the editor chose that captions of one speaker are
// not joined into one turn. Then each note between captions remains a note, because
// there is no turn around it.
func (d *Draft) ResolveDirections(separate bool) {
	// Example: the lines "LONG: Thanks.", "(laughs)" and "And more." become one turn with
	// three paragraphs. If another speaker follows "(laughs)", these words remain a note.
	// See testdata/text-directions.txtar.
	times := 0
	for i := range d.Cues {
		if !d.Cues[i].Clock.Start.IsZero() {
			times++
		}
	}
	timed, alone := 2*times >= len(d.Cues), d.Captioned && separate
	before, at := "", 0 // the last speaker, and the index of the speaker's last cue
	for i := 1; i < len(d.Cues); i++ {
		c := &d.Cues[i]
		if c.Note {
			if timed && c.Clock.Start.IsZero() && before != "" && c.Continued && !alone {
				c.Note, at = false, i
			}
			continue
		}
		if len(c.Parts) == 0 {
			continue
		}
		for k := at + 1; k < i && before != "" && c.Name == before && !d.Captioned && c.Continued; k++ {
			d.Cues[k].Note = false
		}
		before, at = c.Name, i
	}
	d.remarkDirections()
	d.remarkContinued()
}

// isDirectionCue reports whether the whole text of the cue c is one short stage
// direction in brackets.
func (d *Draft) isDirectionCue(c *Cue) bool {
	const longest = 300
	return len(c.Parts) > 0 && c.Parts[0].End-c.Parts[0].Start <= longest && IsDirection(strings.TrimSpace(d.JoinParts(c.Parts)))
}

// remarkContinued adds a remark (an entry of the report) if captions have no label
// and therefore continue the turn before them. One remark reports all of them.
func (d *Draft) remarkContinued() {
	n, first := 0, 0
	for i := 1; i < len(d.Cues) && d.Captioned; i++ {
		if c := &d.Cues[i]; c.Continued && !c.Note && c.Name != "" && len(c.Parts) > 0 {
			if n++; n == 1 {
				first = i
			}
		}
	}
	if n > 0 {
		d.Remark(d.Cues[first].Parts[0].Range, Remark{
			Kind: RemarkContinues, Level: LevelInfo,
			Done:         "continues the turn before it, as all captions without a label do; such captions: " + strconv.Itoa(n),
			Alternatives: []string{"put a label before it"}, Decision: ContinueID,
		})
	}
}

// remarkDirections adds a remark (an entry of the report) for each stage direction. A
// stage direction may be a note, which is separate from the speech, or a part of a turn.
func (d *Draft) remarkDirections() {
	for i := 1; i < len(d.Cues); i++ {
		c := &d.Cues[i]
		if len(c.Parts) == 0 || !c.Note && !c.Continued {
			continue
		}
		done := "a note, not speech"
		if !c.Note {
			done = "a paragraph of the turn around it"
			if !d.isDirectionCue(c) {
				continue
			}
		}
		d.Remark(transcript.Range{Start: c.Parts[0].Start, End: c.Parts[len(c.Parts)-1].End}, Remark{
			Kind: RemarkNote, Level: LevelInfo, Done: done, Alternatives: []string{"treat it as speech", "remove it"},
		})
	}
}
