package ingest

import "quoteline/shared/transcript"

// Options steers [Ingest]. The zero value leaves every decision to it.
type Options struct {
	Meta  Meta     `json:"meta"`
	Undo  []string `json:"undo"`  // ids of decisions not to carry out
	Apply []string `json:"apply"` // ids of decisions to carry out though ingest would not by itself

	// Progress, if set, is called at the outset of each stage, in order.
	Progress func(Stage) `json:"-"`
}

// Stage is a part of the work of [Ingest].
type Stage int

// The stages. Each takes time in proportion to the input.
const (
	StageDecode    Stage = iota // bytes to checked text
	StageRecognise              // the format, and its cues
	StageCompose                // speakers and turns
	StageAccount                // the report
)

// Stages is how many stages there are.
const Stages = 4

func (o *Options) begin(s Stage) {
	if o.Progress != nil {
		o.Progress(s)
	}
}

// Result is a transcript and how it came about.
type Result struct {
	Transcript *transcript.Transcript `json:"transcript"`
	Report     *Report                `json:"report"`
}

// Ingest reads a transcript from src. The error is an [*Error] when src is not
// text or breaks off, or a [*MetaError] when o.Meta speaks of speakers or turns
// that src does not have.
//
// A source in which nothing says who speaks is no error: plain text then has no
// turns and is all introduction, and captions are turns without a speaker,
// which an editor has to name before publishing.
func Ingest(src []byte, o Options) (*Result, error) {
	o.begin(StageDecode)
	s, err := newSource(src)
	if err != nil {
		return nil, err
	}
	l := newLedger(o)
	o.begin(StageRecognise)
	d, format, err := recognise(s, l)
	if err != nil {
		return nil, err
	}
	r := &Report{Format: format, Encoding: s.encoding, Omitted: d.omitted, Remarks: []Remark{}}
	o.begin(StageCompose)
	t, number, err := compose(d, l, o, r)
	if err != nil {
		return nil, err
	}
	o.begin(StageAccount)
	r.countTurns(t)
	r.Introduction, r.Remarks, r.Spans = d.introduction(), d.sortedRemarks(), d.coverage(number)
	r.Decisions, r.Unused = l.decisions, l.unused(o)
	r.Missing = missing(t)
	return &Result{t, r}, nil
}

// compose makes the transcript of a draft, and returns the number of each
// cue's turn.
func compose(d *draft, l *ledger, o Options, r *Report) (*transcript.Transcript, []int, error) {
	if d.ready != nil {
		return adopt(d, r), d.turnNumbers(), nil
	}
	t := &transcript.Transcript{Timing: transcript.TimingNone}
	_, apart := l.undo[joinID]
	d.resolveDirections(apart)
	spoken := d.dropDuplicates(d.spokenCues(), l)
	cast := collectSpeakers(d, spoken)
	cast.merge(l)
	t.Speakers, r.Speakers = cast.speakers()
	var number []int
	t.Turns, number = turns(d, spoken, cast, l)
	timing(t, d, spoken, number, l)
	return t, number, finish(t, &o.Meta, &d.found)
}

// finish adds the metadata and what follows from it.
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
