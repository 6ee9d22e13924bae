package ingest

import (
	"cmp"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Options are the caller's choices for [Ingest]. Ingest makes decisions, such as
// whether a name is a speaker. With the zero value of Options, every decision has its
// default.
type Options struct {
	Meta  Meta     `json:"meta"`
	Undo  []string `json:"undo"`  // ids of decisions that must not be applied
	Apply []string `json:"apply"` // ids of decisions that must be applied, against the default

	// Budget limits the work and the memory; nil means no limit. The result is the
	// same with and without a budget, unless a limit is exceeded.
	Budget *Budget `json:"-"`

	// Progress is called at the start of each stage, with the stage. If it is nil,
	// nothing is called.
	Progress func(Stage) `json:"-"`
}

// Stage is a part of the work of [Ingest], for a progress display.
type Stage int

// The stages, in order. The time that each stage takes grows linearly with the input.
const (
	StageDecode    Stage = iota // decodes the bytes and checks the text
	StageRecognise              // recognises the format and reads the cues
	StageCompose                // makes speakers and turns
	StageAccount                // makes the report
)

// Stages is the number of stages of [Ingest], for a progress display.
const Stages = 4

// begin calls the caller's function Progress, if there is one. The argument s is the
// stage of [Ingest] that begins.
func (o *Options) begin(s Stage) {
	if o.Progress != nil {
		o.Progress(s)
	}
}

// Result is a transcript with a report on how its source was read.
type Result struct {
	Transcript *transcript.Transcript `json:"transcript"`
	Report     *Report                `json:"report"`
}

// Ingest reads a transcript from src. Errors are
//
//   - [*Error] if src is not text, or is not valid in its format,
//   - [*MetaError] if o.Meta names speakers or turns that src does not have,
//   - [*LimitError] if src needs more work than o.Budget allows.
//
// A source without speakers' names is not an error. If it is plain text, the
// transcript has no turns and the whole text is the introduction. If it consists of
// captions, they become turns without a speaker, and an editor must name the speakers
// before publishing.
func Ingest(src []byte, o Options) (*Result, error) {
	o.begin(StageDecode)
	s, err := source.New(src, o.Budget)
	if err != nil {
		return nil, err
	}
	l := draft.NewLedger(o.Budget, o.Undo, o.Apply)
	o.begin(StageRecognise)
	d, format, err := recognise(s, l)
	s.Tree = nil // the draft has everything that is still needed, so the memory is free
	if err := cmp.Or(o.Budget.Exceeded(), err); err != nil {
		return nil, err
	}
	// The report is completed last. The function compose, called below, still adds
	// decisions to l and remarks to d, and the report contains both.
	r := &Report{Format: format, Encoding: s.Encoding, Omitted: d.Omitted, Remarks: []Remark{}}
	o.begin(StageCompose)
	t, number, err := compose(d, l, &o.Meta, r)
	if err := cmp.Or(o.Budget.Exceeded(), err); err != nil {
		return nil, err
	}
	o.begin(StageAccount)
	r.Introduction, r.Remarks, r.Spans = d.Introduction(), d.SortedRemarks(), d.Coverage(number)
	r.Decisions, r.Unused = l.Decisions, l.Unused(o.Undo, o.Apply)
	if err := o.Budget.Exceeded(); err != nil {
		return nil, err
	}
	return &Result{t, r}, nil
}

// compose makes the transcript from a draft (the words that were read, in cues). The
// second result has, for each cue, the number of the turn that contains the cue.
// Turns are counted from 1. The number is 0 if no turn contains the cue.
//
// The argument m is metadata from the caller. In the report r, compose sets the
// speakers and the missing metadata.
func compose(d *draft.Draft, l *draft.Ledger, m *draft.Meta, r *draft.Report) (t *transcript.Transcript, number []int, err error) {
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
// metadata. Its arguments and results are those of [compose].
func makeTranscript(d *draft.Draft, l *draft.Ledger, m *draft.Meta, r *draft.Report) (*transcript.Transcript, []int, error) {
	t := &transcript.Transcript{Timing: transcript.TimingNone}
	d.ResolveDirections(l.Undoes(joinID))
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
	return t, number, finish(t, m, &d.Found)
}

// finish adds the metadata first. Then it adds ids, links between questions and
// answers, and counts, because these depend on the metadata. The metadata m is from
// the caller; found is from the source.
func finish(t *transcript.Transcript, m, found *draft.Meta) error {
	describe(m, t)
	fillEmpty(found, t)
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
