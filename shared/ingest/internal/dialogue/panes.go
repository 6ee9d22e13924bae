package dialogue

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// panes finds superfluous lines in text that was copied from the transcript window of
// Microsoft Teams. Initials, a name and a time are on lines above the label, which has
// the same name and time:
//
//	AB
//
//	Anna Berg
//	0 minutes 3 seconds0:03
//	Anna Berg 0 minutes 3 seconds
type panes struct {
	before   [3]paneLine  // the last lines that are not blank, the last one first
	repeated map[int]bool // offsets of lines that are repeated, or are initials
}

// paneLine is a line that may be one of the superfluous lines in text copied from
// Microsoft Teams.
type paneLine struct {
	at    int
	name  string // the line is only this name, or only these initials; else ""
	stamp bool   // the line is only a time
}

// note looks at one line, whose label is l. If the line shows that earlier lines are
// superfluous, note stores the offsets of those lines. All lines must be passed to note
// in order.
func (p *panes) note(src *source.Source, l *label.Line, body transcript.Range) {
	this := paneLine{at: body.Start, stamp: l.Style == label.StyleTimestamp && l.End >= body.End}
	name := src.Slice(l.Name)
	if l.Style == label.StyleAlone && l.Enclosed == 0 {
		this.name = name
	}
	switch b := &p.before; {
	case l.Style == label.StyleTimed && !l.TimeFirst && b[0].stamp && b[1].name == name:
		p.repeat(b[0].at, b[1].at)
	case this.stamp && b[0].name != "" && isInitials(b[1].name, b[0].name):
		p.repeat(b[1].at)
	}
	p.before = [3]paneLine{this, p.before[0], p.before[1]}
}

// repeat stores the offsets of lines that the label below them repeats.
func (p *panes) repeat(at ...int) {
	if p.repeated == nil {
		p.repeated = map[int]bool{}
	}
	for _, i := range at {
		p.repeated[i] = true
	}
}

// leaveOut leaves out a line that the label below it repeats. It returns false for other
// lines.
func (p *panes) leaveOut(d *draft.Draft, body transcript.Range) bool {
	if !p.repeated[body.Start] {
		return false
	}
	d.Account(draft.SpanOmitted, body)
	d.Remark(body, draft.Remark{
		Kind: draft.RemarkFooter, Level: draft.LevelInfo, Done: "left out: the label below it gives this name or time", Alternatives: []string{},
	})
	return true
}

// isInitials reports whether short has the initials of words of name, in order. Words may
// be skipped: "AB" fits "Anna Berg" and "Anna Maria Berg".
func isInitials(short, name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	if len(short) < 2 || len(words) < 2 || strings.ContainsRune(short, ' ') {
		return false
	}
	for _, r := range short {
		for len(words) > 0 && !strings.HasPrefix(words[0], string(r)) {
			words = words[1:]
		}
		if len(words) == 0 {
			return false
		}
		words = words[1:]
	}
	return true
}
