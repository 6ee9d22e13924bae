package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// remark returns the i-th remark of the report for the page.
func (d *Desk) remark(i int) Remark {
	m := &d.reading.result.Report.Remarks[i]
	r := Remark{
		Level: m.Level, Kind: string(m.Kind), Title: title(m.Kind), Done: sentence(m.Done), Advice: m.Alternatives,
		Choices: []Choice{}, Line: m.Line, Column: m.Column,
	}
	if m.Kind == ingest.RemarkUnknown {
		r.LeftOut = edit.LeftOut(d.log.InForce(), m.Position)
	}
	if c := d.decisionNamed(m.Decision); c != nil && len(m.Alternatives) > 0 {
		r.Name, r.Choices = c.ID, choices(c, m.Done, m.Alternatives[0])
		r.Advice = m.Alternatives[1:]
	}
	return r
}

// decision returns a decision that no remark speaks of.
func (d *Desk) decision(c *ingest.Decision) Remark {
	do, leave := settled(c.Kind)
	now, other := do, leave
	if !c.Applied {
		now, other = leave, do
	}
	return Remark{
		Level: ingest.LevelInfo, Kind: string(c.Kind), Title: decided(c), Done: sentence(c.Reason), Advice: []string{},
		Name: c.ID, Choices: choices(c, now, other),
	}
}

func (d *Desk) decisionNamed(id string) *ingest.Decision {
	list := d.reading.result.Report.Decisions
	for i := range list {
		if id != "" && list[i].ID == id {
			return &list[i]
		}
	}
	return nil
}

// choices returns both ways to settle c, always in the same order: what is done
// as c stands, and the other.
func choices(c *ingest.Decision, now, other string) []Choice {
	apply := Choice{sentenceStart(other), false, edit.Step{Kind: edit.KindDecide, Decision: c.ID, Apply: true}}
	leave := Choice{sentenceStart(now), true, edit.Step{Kind: edit.KindDecide, Decision: c.ID}}
	if c.Applied {
		apply.Label, leave.Label = leave.Label, apply.Label
		apply.Chosen, leave.Chosen = true, false
	}
	// What ingest does by itself stands first.
	if c.Applied != c.Chosen {
		return []Choice{apply, leave}
	}
	return []Choice{leave, apply}
}

// settled says what carrying out a decision does, and what not doing so does.
func settled(kind ingest.DecisionKind) (do, leave string) {
	switch kind {
	case ingest.DecideLabel:
		return "take it for a speaker’s label", "keep it as text"
	case ingest.DecideSplit:
		return "begin a turn here", "keep it as text"
	case ingest.DecideJoin:
		return "one turn of neighbours with one speaker", "each is a turn of its own"
	case ingest.DecideTimes:
		return "keep the times", "leave the times out"
	case ingest.DecideDrop:
		return "leave the repeated turns out", "keep the repeated turns"
	}
	return "carry it out", "leave it"
}

func decided(c *ingest.Decision) string {
	switch c.Kind {
	case ingest.DecideJoin:
		return "Neighbours with one speaker"
	case ingest.DecideTimes:
		return "Times not in order or not complete"
	case ingest.DecideDrop:
		return "Turns that stand here twice"
	}
	var labels []string
	for _, l := range c.Labels {
		labels = append(labels, "“"+l.Label+"”")
	}
	return "Label " + strings.Join(labels, ", ")
}

func title(kind ingest.RemarkKind) string {
	titles := map[ingest.RemarkKind]string{
		ingest.RemarkContinues: "No label", ingest.RemarkSplit: "Label after a sentence", ingest.RemarkInside: "Suspicious label",
		ingest.RemarkMark: "Separator in a sentence", ingest.RemarkEmpty: "Label without words", ingest.RemarkNoLabels: "Nothing says who speaks",
		ingest.RemarkNote: "Stage direction", ingest.RemarkFront: "Before the transcript", ingest.RemarkFooter: "No part of the transcript",
		ingest.RemarkHeading: "Heading", ingest.RemarkRepeated: "Stands here twice", ingest.RemarkBackwards: "The clock goes back",
		ingest.RemarkOverlap: "Times overlap", ingest.RemarkEnd: "Ends before it starts", ingest.RemarkUntimed: "No time",
		ingest.RemarkUnknown: "Not understood", ingest.RemarkUnused: "Fields not used", ingest.RemarkUnnamed: "Unknown speaker",
		ingest.RemarkScript: "Script",
	}
	if t, ok := titles[kind]; ok {
		return t
	}
	return sentenceStart(strings.ReplaceAll(string(kind), "-", " "))
}

// sentence makes a sentence of a remark.
func sentence(s string) string {
	s = sentenceStart(s)
	if s != "" && !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

func sentenceStart(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
