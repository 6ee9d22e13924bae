package ingest

import (
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// maxRemarks is the maximum number of remarks (entries of the report) of one kind. It
// limits the size of the report. If a text has more of them, they all show the same
// problem.
const maxRemarks = 1000

// remark adds m, an entry of the report. It sets the position to the start of r, and
// adds the text around r. After maxRemarks entries of one kind, further ones are only
// counted.
func (d *draft) remark(r transcript.Range, m Remark) {
	if d.remarkCount[m.Kind]++; d.remarkCount[m.Kind] > maxRemarks {
		d.omitted[m.Kind]++
		return
	}
	m.Position, m.Text = d.src.Position(r.Start), d.src.Excerpt(r)
	const members = 200 // bytes of JSON besides the two texts
	if !d.src.Budget.Answer(members + source.JSONSize(m.Text) + source.JSONSize(m.Done)) {
		return
	}
	d.remarks = append(d.remarks, m)
}

// spokenCues returns the indices of the cues that become turns. A cue is the words
// after one speaker's name or time. The function also adds an entry to the report for
// each speaker's name without words, and for each speech without a speaker.
func (d *draft) spokenCues() []int {
	var at []int
	named := false
	// The loop begins at 1, because index 0 is the introduction, the text before the
	// first speaker's name. A speaker's name without text, such as "Ada:" at the end
	// of a file, makes no turn. See testdata/empty-label.txtar.
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
				Kind: RemarkUnnamed, Level: LevelCheck, Done: "a turn without a speaker, because the source does not name one here",
				Alternatives: []string{"name the speaker"},
			})
		}
	}
	return at
}

// remarkUnnamed adds a remark (an entry of the report) that the source has no
// speakers' labels. The argument turns is the number of turns.
func (d *draft) remarkUnnamed(turns int) {
	m := Remark{
		Kind: RemarkNoLabels, Level: LevelCheck,
		Done:         "no turns, because the source has no speaker labels",
		Alternatives: []string{`put a label such as "Name:" before each speaker's words`},
	}
	if turns > 0 {
		m.Done = "turns without speakers, because the source has no speaker labels"
		m.Alternatives = []string{"name the speaker of each turn", "use a recording that was transcribed with speakers"}
	}
	d.remark(transcript.Range{Start: d.src.Start, End: d.src.Start}, m)
}
