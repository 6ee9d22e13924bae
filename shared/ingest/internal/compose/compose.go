package compose

import (
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/transcript"
)

// Transcript makes the transcript from a draft (the words that were read, in cues). The
// second result has, for each cue, the number of the turn that contains the cue. Turns
// are counted from 1. The number is 0 if no turn contains the cue.
//
// The argument m is metadata from the caller. Transcript also sets two fields of the
// report r: the speakers and the missing metadata.
func Transcript(d *draft.Draft, l *draft.Ledger, m *draft.Meta, r *draft.Report) (t *transcript.Transcript, number []int, err error) {
	if d.Ready != nil {
		t, number = adopt(d, r), turnNumbers(d)
	} else if t, number, err = makeTranscript(d, l, m, r); err != nil {
		return nil, nil, err
	}
	countTurns(r, t)
	r.Missing = missing(t)
	return t, number, nil
}

// makeTranscript makes the speakers and the turns of the transcript, and adds the
// metadata. Its arguments and results are those of [Transcript].
func makeTranscript(d *draft.Draft, l *draft.Ledger, m *draft.Meta, r *draft.Report) (*transcript.Transcript, []int, error) {
	t := &transcript.Transcript{Timing: transcript.TimingNone}
	d.ResolveOwnLabels(l)
	attribute(d, l)
	d.ResolveDirections(d.Separate || l.Undoes(joinID))
	spoken := dropDuplicates(d, d.SpokenCues(), l)
	set := collectSpeakers(d, spoken)
	set.merge(l)
	if err := d.Src.Budget.Exceeded(); err != nil {
		return nil, nil, err
	}
	t.Speakers, r.Speakers = set.speakers()
	var number []int
	t.Turns, number = turns(d, spoken, set, l)
	if err := d.Src.Budget.Exceeded(); err != nil {
		return nil, nil, err
	}
	timing(t, d, spoken, number, l)
	return t, number, finish(t, m)
}

// finish adds the metadata m from the caller to the transcript t. Then it adds what
// depends on this metadata: ids, links between questions and answers, topics, and the
// position of each turn.
func finish(t *transcript.Transcript, m *draft.Meta) error {
	describe(m, t)
	if err := describeSpeakers(m, t.Speakers); err != nil {
		return err
	}
	transcript.AssignIDs(t)
	t.Link()
	if err := assignTopics(m, t); err != nil {
		return err
	}
	t.Complete()
	return nil
}

// countTurns sets four fields of each speaker in the report: id, name, kind and the
// number of turns.
func countTurns(r *draft.Report, t *transcript.Transcript) {
	turns := map[string]int{}
	for i := range t.Turns {
		turns[t.Turns[i].Speaker]++
	}
	for i, s := range t.Speakers {
		n := &r.Speakers[i]
		n.ID, n.Name, n.Kind, n.Turns = s.ID, s.Name, s.Kind, turns[s.ID]
	}
}

// adopt returns the transcript that was read from Quoteline's own JSON, and lists its
// speakers in the report.
func adopt(d *draft.Draft, r *draft.Report) *transcript.Transcript {
	counts := map[string]int{}
	for i := range d.Ready.Turns {
		counts[d.Ready.Turns[i].Speaker]++
	}
	r.Speakers = []draft.SpeakerCount{}
	for _, s := range d.Ready.Speakers {
		r.Speakers = append(r.Speakers, draft.SpeakerCount{Labels: []draft.LabelCount{{Label: s.Name, Turns: counts[s.ID]}}})
	}
	return d.Ready
}

// turnNumbers returns, for each cue (a piece of speech), the number of the turn that
// contains it. In Quoteline's own JSON, each cue is exactly one turn. The exception
// is the cue at index 0: it is the introduction, and its number is 0.
func turnNumbers(d *draft.Draft) []int {
	number := make([]int, len(d.Cues))
	for i := range number {
		number[i] = i
	}
	return number
}
