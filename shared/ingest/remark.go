package ingest

import "quoteline/shared/transcript"

// maxRemarks bounds the remarks of one kind, and so the size of the report. A
// text that needs more has one fault many times.
const maxRemarks = 1000

// remark notes m at the place of r.
func (d *draft) remark(r transcript.Range, m Remark) {
	if d.remarkCount[m.Kind]++; d.remarkCount[m.Kind] > maxRemarks {
		d.omitted[m.Kind]++
		return
	}
	m.Position, m.Text = d.src.position(r.Start), d.src.excerpt(r)
	d.remarks = append(d.remarks, m)
}

// spokenCues returns the cues that become turns. It remarks on labels without
// text, and on a source in which nothing says who speaks.
func (d *draft) spokenCues() []int {
	var at []int
	named := false
	for i := 1; i < len(d.cues); i++ {
		c := &d.cues[i]
		named = named || c.name != ""
		if len(c.parts) > 0 {
			at = append(at, i)
		} else if c.label.Start < c.label.End {
			d.remark(c.label, Remark{
				Kind: RemarkEmpty, Level: LevelCheck,
				Done:         "no turn, because no text follows the label",
				Alternatives: []string{"add the missing words", "remove the label"},
			})
		}
	}
	if !named {
		d.remarkUnnamed(len(at))
		return at
	}
	for _, i := range at {
		if c := &d.cues[i]; c.name == "" && !c.note {
			d.remark(c.parts[0].Range, Remark{
				Kind: RemarkUnnamed, Level: LevelCheck, Done: "a turn without a speaker, because nothing says who speaks",
				Alternatives: []string{"name the speaker"},
			})
		}
	}
	return at
}

// remarkUnnamed remarks on a source in which nothing says who speaks.
func (d *draft) remarkUnnamed(turns int) {
	m := Remark{
		Kind: RemarkNoLabels, Level: LevelCheck,
		Done:         "no turns, because nothing says who speaks",
		Alternatives: []string{`put a label such as "Name:" before each speaker's words`},
	}
	if turns > 0 {
		m.Done = "turns without speakers, because nothing says who speaks"
		m.Alternatives = []string{"name the speaker of each turn", "use a recording that was transcribed with speakers"}
	}
	d.remark(transcript.Range{Start: d.src.start, End: d.src.start}, m)
}
