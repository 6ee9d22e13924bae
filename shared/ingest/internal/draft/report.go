package draft

import (
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Report describes to an editor how a source was read: its format, its speakers, and
// the places to check.
type Report struct {
	Format       Recognised         `json:"format"`
	Encoding     string             `json:"encoding"`               // "UTF-8", or another name with the evidence
	Introduction *Passage           `json:"introduction,omitempty"` // text before the first label, which is in no turn
	Speakers     []SpeakerCount     `json:"speakers"`               // in order of first appearance
	Decisions    []Decision         `json:"decisions"`
	Remarks      []Remark           `json:"remarks"` // sorted by position; at most 1,000 of each kind
	Omitted      map[RemarkKind]int `json:"omitted"` // number of further remarks of each kind
	Found        []Finding          `json:"found"`   // metadata in the source, which the caller may take
	Missing      []string           `json:"missing"` // JSON names of metadata that must be added before publishing
	Unused       []string           `json:"unused"`  // ids in Options that are no decision's id, and fields to take that the source lacks
	Spans        []Span             `json:"spans"`   // contain every character except white space; sorted, without overlap
}

// Recognised is the format in which the source was read, with the evidence for this
// format.
type Recognised struct {
	Name string `json:"name"` // name in the list of formats: "text", "webvtt", ...
	Why  string `json:"why"`  // evidence for the format, as part of a sentence
}

// Passage is some text of the source, with the position at which the text begins.
type Passage struct {
	source.Position
	Text string `json:"text"` // in NFC, with paragraphs separated by "\n"
}

// SpeakerCount is a speaker of the transcript, with the labels (names in the source) that
// mean this speaker.
type SpeakerCount struct {
	ID     string                 `json:"id"`
	Name   string                 `json:"name"`
	Kind   transcript.SpeakerKind `json:"kind"`
	Turns  int                    `json:"turns"`
	Labels []LabelCount           `json:"labels"` // as they are spelled in the source
}

// LabelCount is a label (a speaker's name in the source), with the number of turns that
// begin with this label.
type LabelCount struct {
	Label string `json:"label"`
	Turns int    `json:"turns"`
}

// DecisionKind is the kind of a [Decision], which is a choice of ingest.Ingest that an
// editor can reverse.
type DecisionKind string

// The kinds of decisions (choices that an editor can reverse). Each comment describes
// what is true if the decision is applied.
const (
	DecideLabel DecisionKind = "label" // a name before a colon is a speaker
	DecideSplit DecisionKind = "split" // a label inside a paragraph begins a turn
	DecideMerge DecisionKind = "merge" // two labels name the same speaker
	DecideJoin  DecisionKind = "join"  // neighbouring turns of one speaker become one turn
	DecideTimes DecisionKind = "times" // times are kept although some are out of order or missing
	DecideDrop  DecisionKind = "drop"  // one of two copies of a text in the source is left out

	// DecideContinue means that cues (pieces of text) without a label are by the speaker
	// before them. If this decision is not applied, these cues have no speaker.
	DecideContinue DecisionKind = "continue"
)

// Decision is a choice that ingest.Ingest made while reading the source. An editor
// reverses it by adding its id to the field Undo or Apply of ingest.Options.
type Decision struct {
	ID      string       `json:"id"` // always the same for the same source
	Kind    DecisionKind `json:"kind"`
	Applied bool         `json:"applied"`          // the decision is applied in this result
	Chosen  bool         `json:"chosen,omitempty"` // Options reversed the default
	Reason  string       `json:"reason"`           // reason for the default
	Labels  []LabelCount `json:"labels"`           // labels that the decision is about
	Into    string       `json:"into,omitempty"`   // for DecideMerge: the label whose name the speaker gets
	*source.Position
}

// Level is the importance of a [Remark], which is an entry of the report.
type Level string

// The levels of importance of remarks (entries of the report).
const (
	LevelInfo  Level = "info"  // an ordinary case that needs no action
	LevelCheck Level = "check" // an editor should check it
)

// RemarkKind is the kind of a [Remark], which is an entry of the report.
type RemarkKind string

// The kinds of remarks (entries of the report). Each comment describes the case that
// the remark reports.
const (
	RemarkContinues RemarkKind = "continues"             // a paragraph without a label continues a turn
	RemarkSplit     RemarkKind = "label-after-sentence"  // a label inside a paragraph, after a sentence, begins a turn
	RemarkInside    RemarkKind = "label-in-sentence"     // a label inside a sentence remains text
	RemarkMark      RemarkKind = "separator-in-sentence" // a separator inside a sentence remains text
	RemarkEmpty     RemarkKind = "label-without-text"
	RemarkNoLabels  RemarkKind = "no-labels"        // the source has no speaker labels
	RemarkNote      RemarkKind = "stage-direction"  // a stage direction became a note, or a paragraph of a turn
	RemarkFront     RemarkKind = "front-matter"     // text before the transcript is left out
	RemarkFooter    RemarkKind = "footer"           // a line outside the transcript is left out
	RemarkHeading   RemarkKind = "heading"          // the heading of a section is left out
	RemarkRepeated  RemarkKind = "repeated-block"   // text is in the source twice
	RemarkBackwards RemarkKind = "clock-goes-back"  // a time is before an earlier one
	RemarkOverlap   RemarkKind = "overlap"          // a turn begins before the turn before it ends
	RemarkEnd       RemarkKind = "end-before-start" // an end before its start is left out
	RemarkUntimed   RemarkKind = "no-time"          // a turn has no time, but others have one
	RemarkUnknown   RemarkKind = "not-understood"   // text that the format does not allow at its position is left out
	RemarkUnused    RemarkKind = "field-not-used"   // a transcript has no field for these fields of the source
	RemarkUnnamed   RemarkKind = "unknown-speaker"  // the source does not name the speaker of these words
	RemarkEncoding  RemarkKind = "encoding"         // the encoding is not certain, or was changed twice
	RemarkScript    RemarkKind = "script"           // scripts and styles of a page are left out and not run
)

// RemarkKinds returns all kinds of remarks (entries of the report).
func RemarkKinds() []RemarkKind {
	return []RemarkKind{
		RemarkContinues, RemarkSplit, RemarkInside, RemarkMark, RemarkEmpty, RemarkNoLabels, RemarkNote, RemarkFront,
		RemarkFooter, RemarkHeading, RemarkRepeated, RemarkBackwards, RemarkOverlap, RemarkEnd, RemarkUntimed,
		RemarkUnknown, RemarkUnused, RemarkUnnamed, RemarkScript, RemarkEncoding,
	}
}

// Remark is an entry of the report about a position in the source. An editor may want
// to check the text there.
type Remark struct {
	source.Position
	Kind         RemarkKind `json:"kind"`
	Level        Level      `json:"level"`
	Text         string     `json:"text"`               // the text at the position, with the text around it
	Done         string     `json:"done"`               // how Ingest treated the text
	Alternatives []string   `json:"alternatives"`       // what an editor can do instead
	Decision     string     `json:"decision,omitempty"` // id of the decision that changes the treatment
	Encoding     string     `json:"encoding,omitempty"` // the encoding of the source that corrects the text, for the editor to choose
}

// Span is a range of the source and the use that was made of it, such as speech or a
// speaker's name. Offsets are in bytes of the source as UTF-8. Start is the offset of the
// first byte, and End is the offset after the last one. The numbers have only 32 bits,
// because a report may have a million spans. This is enough, because a source has less
// than 2 GiB.
type Span struct {
	Line   int32    `json:"line"`   // of Start, as in [source.Position]
	Column int32    `json:"column"` // of Start, as in [source.Position]
	Kind   SpanKind `json:"kind"`
	Start  int32    `json:"start"`
	End    int32    `json:"end"`
	Turn   int32    `json:"turn,omitempty"` // number of the turn that the range belongs to, counted from 1; 0 for none
}

// Position returns the line and column at which the span begins.
func (s *Span) Position() source.Position {
	return source.Position{Line: int(s.Line), Column: int(s.Column)}
}

// Range returns the range of the source in bytes.
func (s *Span) Range() transcript.Range {
	return transcript.Range{Start: int(s.Start), End: int(s.End)}
}
