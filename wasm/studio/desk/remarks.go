package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quoteline/shared/edit"
	"quoteline/shared/ingest"
)

// remark returns the entry with index i of the import report, in the form that the page
// shows.
func (d *Desk) remark(i int) Remark {
	m := &d.reading.result.Report.Remarks[i]
	r := Remark{
		Level: m.Level, Kind: string(m.Kind), Title: title(m.Kind), Done: sentence(m.Done), Advice: m.Alternatives,
		Choices: []Choice{}, Line: m.Line, Column: m.Column,
	}
	if m.Kind == ingest.RemarkUnknown {
		r.LeftOut = edit.LeftOut(d.steps, m.Position)
	}
	if c := d.decisionNamed(m.Decision); c != nil {
		r.Name, r.Choices, r.Advice = c.ID, choices(c), []string{}
		r.Done = sentence(c.Reason) + " " + r.Done
		if m.Kind == ingest.RemarkInside && len(c.Labels) > 0 {
			r.Remove = d.removal(m, c.Labels[0].Label)
		}
	}
	return r
}

// decision returns decision c of the importer in the form of a remark (an entry of the
// import report). It is used for decisions without a remark.
func (d *Desk) decision(c *ingest.Decision) Remark {
	return Remark{
		Level: ingest.LevelInfo, Kind: string(c.Kind), Title: decided(c), Done: sentence(c.Reason), Advice: []string{},
		Name: c.ID, Choices: choices(c),
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

// removal returns the editing step that removes a speaker's label, such as "Ann", from
// the source. The step also removes the colon and the space after the label. The label is
// at the position of m, a remark (an entry of the import report). removal returns nil if
// the source has a different text there.
func (d *Desk) removal(m *ingest.Remark, label string) *edit.Step {
	p := &d.reading.pieces[d.reading.pieceAt(m.Position)]
	at := d.byteAt(p, m.Column)
	before := label
	for _, mark := range []string{":", " "} {
		if strings.HasPrefix(d.reading.text[at:], before+mark) {
			before += mark
		}
	}
	if !strings.HasPrefix(d.reading.text[at:], before) {
		return nil
	}
	return &edit.Step{Kind: edit.KindSource, Line: m.Line, Column: m.Column, Before: before}
}

// choices returns the two outcomes of decision c of the importer, from which the editor can
// choose. The outcome that the importer chose comes first.
func choices(c *ingest.Decision) []Choice {
	do, leave := outcomes(c.Kind)
	apply := Choice{do, c.Applied, edit.Step{Kind: edit.KindDecide, Decision: c.ID, Apply: true}}
	pass := Choice{leave, !c.Applied, edit.Step{Kind: edit.KindDecide, Decision: c.ID}}
	if c.Applied != c.Chosen {
		return []Choice{apply, pass}
	}
	return []Choice{pass, apply}
}

// outcomes returns the texts for the two possible outcomes of a decision of the importer. The
// result do is the text if the decision is carried out, and leave is the text if it is not.
func outcomes(kind ingest.DecisionKind) (do, leave string) {
	switch kind {
	case ingest.DecideLabel:
		return "Take it for a speaker’s label", "Keep it as text"
	case ingest.DecideSplit:
		return "Begin a turn here", "Keep it as text"
	case ingest.DecideJoin:
		return "One turn of neighbours with one speaker", "Each is a turn of its own"
	case ingest.DecideTimes:
		return "Keep the times", "Leave the times out"
	case ingest.DecideDrop:
		return "Leave the repeated turns out", "Keep the repeated turns"
	case ingest.DecideContinue:
		return "The speaker before continues", "No speaker, until you name one"
	}
	return "Carry it out", "Leave it"
}

func decided(c *ingest.Decision) string {
	switch c.Kind {
	case ingest.DecideJoin:
		return "Neighbours with one speaker"
	case ingest.DecideTimes:
		return "Times not in order or not complete"
	case ingest.DecideDrop:
		return "Turns that appear here twice"
	case ingest.DecideContinue:
		return "Words without a label"
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
		ingest.RemarkHeading: "Heading", ingest.RemarkRepeated: "Appears here twice", ingest.RemarkBackwards: "The clock goes back",
		ingest.RemarkOverlap: "Times overlap", ingest.RemarkEnd: "Ends before it starts", ingest.RemarkUntimed: "No time",
		ingest.RemarkUnknown: "Not understood", ingest.RemarkUnused: "Fields not used", ingest.RemarkUnnamed: "Unknown speaker",
		ingest.RemarkScript: "Script", ingest.RemarkEncoding: "Encoding not certain",
	}
	if t, ok := titles[kind]; ok {
		return t
	}
	return sentenceStart(strings.ReplaceAll(string(kind), "-", " "))
}

// sentence makes a sentence of s: the result begins with a capital and ends with a full
// stop.
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
