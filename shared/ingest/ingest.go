package ingest

import (
	"cmp"
	"slices"

	"quoteline/shared/ingest/internal/compose"
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

	// Take lists the fields of the metadata that the transcript takes from the source. A
	// field is listed by its JSON name, and only "title" is possible. The source's title
	// is taken only if Meta.Title is empty.
	Take []string `json:"take,omitempty"`

	// Encoding is the encoding of the source, such as "windows-1251"; see [Encodings]. If
	// it is "", the encoding is detected.
	Encoding string `json:"encoding,omitempty"`

	// Remarks are added to the report. A caller that passes the text of [Decode] to
	// [Ingest] also passes the remarks of Decode here. In all other cases Ingest itself
	// decodes the source and adds such remarks.
	Remarks []Remark `json:"-"`

	// Budget limits the work and the memory; nil means no limit. The result is the
	// same with and without a budget, unless a limit is exceeded.
	Budget *Budget `json:"-"`

	// Progress is called at the start of each stage of the work. Its argument is this
	// stage. If Progress is nil, nothing is called.
	Progress func(Stage) `json:"-"`
}

// Stage is a part of the work of [Ingest], for a progress display.
type Stage int

// These are the stages of [Ingest], in the order of the work. The time that each stage
// takes grows linearly with the input.
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
	read, err := decode(src, o.Encoding, o.Budget)
	if err != nil {
		return nil, err
	}
	s, err := source.New(read.Text, read.Encoding, o.Budget)
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
	// The report is completed only at the end of this function, because package compose
	// still adds decisions (in l) and remarks (in d).
	r := &Report{Format: format, Encoding: s.Encoding, Omitted: d.Omitted, Remarks: []Remark{}}
	o.begin(StageCompose)
	meta, missing := compose.Take(o.Meta, o.Take, d.Findings)
	t, number, err := compose.Transcript(d, l, &meta, r)
	if err := cmp.Or(o.Budget.Exceeded(), err); err != nil {
		return nil, err
	}
	o.begin(StageAccount)
	for _, m := range slices.Concat(read.Remarks, o.Remarks, encodedTwice(s.Text)) {
		d.AddRemark(m)
	}
	r.Introduction, r.Remarks = d.Introduction(), d.SortedRemarks()
	d.ReleaseCues()
	r.Spans = d.Coverage(number)
	r.Decisions, r.Unused = l.Decisions, append(l.Unused(o.Undo, o.Apply), missing...)
	r.Found = append([]draft.Finding{}, d.Findings...)
	if err := o.Budget.Exceeded(); err != nil {
		return nil, err
	}
	return &Result{t, r}, nil
}
