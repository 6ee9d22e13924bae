package ingest

import "quoteline/shared/transcript"

// Options steers [Ingest]. The zero value leaves every decision to it.
type Options struct {
	Meta  Meta     `json:"meta"`
	Undo  []string `json:"undo"`  // ids of decisions not to carry out
	Apply []string `json:"apply"` // ids of decisions to carry out though ingest would not by itself
}

// Result is a transcript and how it came about.
type Result struct {
	Transcript *transcript.Transcript `json:"transcript"`
	Report     *Report                `json:"report"`
}

// Ingest reads a transcript from src. The error is an [*Error] when src is not
// text, or a [*MetaError] when o.Meta speaks of speakers or turns that src does
// not have.
//
// A source in which nothing says who speaks is no error: the result then has
// no turns, and its text is the introduction.
func Ingest(src []byte, o Options) (*Result, error) {
	s, err := newSource(src)
	if err != nil {
		return nil, err
	}
	l := newLedger(o)
	d, format := recognise(s, l)
	t := &transcript.Transcript{Timing: transcript.TimingNone}
	r := &Report{Format: format, Encoding: s.encoding(), Omitted: d.omitted}

	spoken := d.spoken()
	cast := castOf(d, spoken)
	cast.merge(l)
	t.Speakers, r.Speakers = cast.speakers()
	var number []int
	t.Turns, number = turns(d, spoken, cast, l)
	if err := finish(t, &o.Meta); err != nil {
		return nil, err
	}
	r.tally(t)
	r.Introduction, r.Remarks, r.Spans = d.introduction(), d.remarked(), d.spans(number)
	r.Decisions, r.Unused, r.Missing = l.decisions, l.unused(o), o.Meta.missing()
	return &Result{t, r}, nil
}

// finish adds the metadata and what follows from it.
func finish(t *transcript.Transcript, m *Meta) error {
	m.describe(t)
	if err := m.introduce(t.Speakers); err != nil {
		return err
	}
	transcript.AssignIDs(t)
	link(t)
	if err := m.sort(t); err != nil {
		return err
	}
	t.Complete()
	return nil
}
