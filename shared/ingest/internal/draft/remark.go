package draft

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// MaxRemarks is the maximum number of remarks (entries of the report) of one kind. It
// limits the size of the report. More remarks of one kind would only show the same
// problem again.
const MaxRemarks = 1000

// Remark adds m, an entry of the report. It sets the position to the start of r, and
// adds the text around r. After MaxRemarks entries of one kind, further ones are only
// counted.
func (d *Draft) Remark(r transcript.Range, m Remark) {
	if d.remarkCount[m.Kind] < MaxRemarks { // further entries are only counted, so they need no position
		m.Position, m.Text = d.Src.Position(r.Start), d.Src.Excerpt(r)
	}
	d.AddRemark(m)
}

// Omit reports whether the report already has MaxRemarks entries of this kind. If so, it
// counts one more omitted entry. If not, the caller adds the remark. So no texts are made
// for remarks that the report leaves out.
func (d *Draft) Omit(kind RemarkKind) bool {
	if d.remarkCount[kind] < MaxRemarks {
		return false
	}
	d.AddRemark(Remark{Kind: kind})
	return true
}

// AddRemark adds m, an entry of the report. The caller has set the position and the text
// of m.
func (d *Draft) AddRemark(m Remark) {
	if d.remarkCount[m.Kind]++; d.remarkCount[m.Kind] > MaxRemarks {
		d.Omitted[m.Kind]++
		return
	}
	const members = 200 // bytes of JSON besides the two texts
	if d.Src.Budget.Answer(members + source.JSONSize(m.Text) + source.JSONSize(m.Done)) {
		d.Remarks = append(d.Remarks, m)
	}
}

// SpokenCues returns the indices of the cues that become turns. A cue is the words
// after one speaker's name or time. The function also adds an entry to the report for
// each speaker's name without words, and for each speech without a speaker.
func (d *Draft) SpokenCues() []int {
	at := make([]int, 0, len(d.Cues))
	named := false
	// The loop begins at 1, because index 0 is the introduction, the text before the
	// first speaker's name. A speaker's name without text, such as "Ada:" at the end
	// of a file, makes no turn. See testdata/empty-label.txtar.
	for i := 1; i < len(d.Cues); i++ {
		c := &d.Cues[i]
		named = named || c.Name != ""
		if len(c.Parts) > 0 {
			at = append(at, i)
		} else if c.Label.Start < c.Label.End {
			d.Remark(c.Label, Remark{
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
	d.remarkIntroduction()
	placeholder := label.Remember(label.IsPlaceholder)
	for _, i := range at {
		switch c := &d.Cues[i]; {
		case c.Note:
		case c.Name == "":
			d.Remark(c.Parts[0].Range, c.unnamed())
		case !c.Continued && placeholder(c.Name):
			d.Remark(c.Parts[0].Range, Remark{
				Kind: RemarkUnnamed, Level: LevelCheck, Done: "kept under the label " + strconv.Quote(c.Name) + ", which may be several people",
				Alternatives: []string{"name the speaker"},
			})
		}
	}
	return at
}

// unnamed returns the remark (an entry of the report) about the cue c, which has no
// speaker.
func (c *Cue) unnamed() Remark {
	m := Remark{
		Kind: RemarkUnnamed, Level: LevelCheck, Done: "a turn without a speaker, because the source does not name one here",
		Alternatives: []string{"name the speaker"},
	}
	if c.Unlabelled {
		m.Done, m.Decision = "a turn without a speaker, because it has no label and nearly every other one has", ContinueID
		m.Alternatives = append(m.Alternatives, "continue the speaker before it")
	}
	return m
}

// remarkIntroduction adds a remark (an entry of the report) if the introduction, the text
// before the first label, is probably speech. An editor must know this, because the
// introduction is in no turn. Finished sentences with many words are probably speech. A
// title, a date or a list of names is not.
func (d *Draft) remarkIntroduction() {
	const many = 20 // words
	n := 0
	var first transcript.Range
	for _, p := range d.Cues[0].Parts {
		if text := d.partText(p); label.SentenceFinished(text, 0, len(text)) {
			if n == 0 {
				first = p.Range
			}
			n += len(strings.Fields(text))
		}
	}
	if n >= many {
		d.Remark(first, Remark{
			Kind: RemarkFront, Level: LevelCheck, Done: "in no turn, because it is before the first label; words in whole sentences there: " + strconv.Itoa(n),
			Alternatives: []string{"put a label before it"},
		})
	}
}

// remarkUnnamed adds a remark (an entry of the report) that the source has no
// speakers' labels. The argument turns is the number of turns.
func (d *Draft) remarkUnnamed(turns int) {
	m := Remark{
		Kind: RemarkNoLabels, Level: LevelCheck,
		Done:         "no turns, because no label was recognised that says who speaks",
		Alternatives: []string{`put a label such as "Name:" before each speaker's words`},
	}
	if turns > 0 {
		m.Done = "turns without speakers, because the source has no speaker labels"
		m.Alternatives = []string{"name the speaker of each turn", "use a recording that was transcribed with speakers"}
	}
	d.Remark(transcript.Range{Start: d.Src.Start, End: d.Src.Start}, m)
}

// OmitUnknown leaves out the range r, because the format does not allow such text
// there. It adds a remark (an entry of the report). The argument what describes the
// text to the editor.
func (d *Draft) OmitUnknown(r transcript.Range, what string) {
	d.Account(SpanOmitted, r)
	d.Remark(r, Remark{
		Kind: RemarkUnknown, Level: LevelCheck, Done: "left out: " + what,
		Alternatives: []string{"add what it says to a turn"},
	})
}

// SortedRemarks returns the remarks (entries of the report) in the order of their
// positions in the source.
func (d *Draft) SortedRemarks() []Remark {
	slices.SortStableFunc(d.Remarks, func(a, b Remark) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return append([]Remark{}, d.Remarks...)
}
