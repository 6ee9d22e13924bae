package ingest

import (
	"cmp"

	"quoteline/shared/transcript"
)

// Options are the caller's choices for [Ingest]. The zero value leaves every
// decision at its default.
type Options struct {
	Meta  Meta     `json:"meta"`
	Undo  []string `json:"undo"`  // ids of decisions not to carry out
	Apply []string `json:"apply"` // ids of decisions to carry out, although the default is not to

	// Budget, if set, bounds the work. The result is the same with any budget that
	// is large enough.
	Budget *Budget `json:"-"`

	// Progress, if set, is called at the start of each stage, in order.
	Progress func(Stage) `json:"-"`
}

// Stage is a step of [Ingest], for progress displays.
type Stage int

// The stages. Each takes time in proportion to the input.
const (
	StageDecode    Stage = iota // bytes to checked text
	StageRecognise              // the format, and its cues
	StageCompose                // speakers and turns
	StageAccount                // the report
)

// Stages is the number of stages.
const Stages = 4

// begin reports the start of a stage to Progress.
func (o *Options) begin(s Stage) {
	if o.Progress != nil {
		o.Progress(s)
	}
}

// Result is a transcript, and the report on how it was read.
type Result struct {
	Transcript *transcript.Transcript `json:"transcript"`
	Report     *Report                `json:"report"`
}

// Ingest reads a transcript from src. Errors are
//
//   - [*Error] if src is not text or is cut off,
//   - [*MetaError] if o.Meta names speakers or turns that src does not have,
//   - [*LimitError] if src needs more than o.Budget allows.
//
// A source without speaker labels is not an error. Plain text then has no turns:
// all of it is the introduction. Captions become turns without a speaker, which
// an editor has to name before publishing.
func Ingest(src []byte, o Options) (*Result, error) {
	o.begin(StageDecode)
	s, err := newSource(src, o.Budget)
	if err != nil {
		return nil, err
	}
	l := newLedger(o)
	o.begin(StageRecognise)
	d, format, err := recognise(s, l)
	if err := cmp.Or(o.Budget.exceeded(), err); err != nil {
		return nil, err
	}
	// Later steps add decisions and remarks to l and d, so the report is filled in
	// last.
	r := &Report{Format: format, Encoding: s.encoding, Omitted: d.omitted, Remarks: []Remark{}}
	o.begin(StageCompose)
	t, number, err := compose(d, l, o, r)
	if err := cmp.Or(o.Budget.exceeded(), err); err != nil {
		return nil, err
	}
	o.begin(StageAccount)
	r.countTurns(t)
	r.Introduction, r.Remarks, r.Spans = d.introduction(), d.sortedRemarks(), d.coverage(number)
	r.Decisions, r.Unused = l.decisions, l.unused(o)
	r.Missing = missing(t)
	if err := o.Budget.exceeded(); err != nil {
		return nil, err
	}
	return &Result{t, r}, nil
}

// compose makes the transcript of a draft. It also returns, for each cue, the
// number of its turn, counting from 1, or 0 for none.
func compose(d *draft, l *ledger, o Options, r *Report) (*transcript.Transcript, []int, error) {
	if d.ready != nil {
		return adopt(d, r), d.turnNumbers(), nil
	}
	t := &transcript.Transcript{Timing: transcript.TimingNone}
	_, separate := l.undo[joinID]
	d.resolveDirections(separate)
	spoken := d.dropDuplicates(d.spokenCues(), l)
	set := collectSpeakers(d, spoken)
	set.merge(l)
	if err := o.Budget.exceeded(); err != nil {
		return nil, nil, err
	}
	t.Speakers, r.Speakers = set.speakers()
	var number []int
	t.Turns, number = turns(d, spoken, set, l)
	if err := o.Budget.exceeded(); err != nil {
		return nil, nil, err
	}
	timing(t, d, spoken, number, l)
	return t, number, finish(t, &o.Meta, &d.found)
}

// finish adds the metadata, then the ids, links and counts that depend on it.
func finish(t *transcript.Transcript, m, found *Meta) error {
	m.describe(t)
	found.fillEmpty(t)
	if err := m.describeSpeakers(t.Speakers); err != nil {
		return err
	}
	transcript.AssignIDs(t)
	t.Link()
	if err := m.assignTopics(t); err != nil {
		return err
	}
	t.Complete()
	return nil
}
