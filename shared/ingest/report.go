package ingest

import "quoteline/shared/transcript"

// Report tells an editor how a source was read. It is JSON-encodable.
type Report struct {
	Format       Format             `json:"format"`
	Encoding     string             `json:"encoding"`               // "UTF-8", or another name with what it was known by
	Introduction *Passage           `json:"introduction,omitempty"` // text before the first label; it is in no turn
	Speakers     []SpeakerCount     `json:"speakers"`               // in order of first appearance
	Decisions    []Decision         `json:"decisions"`
	Remarks      []Remark           `json:"remarks"` // in order of place, at most 1,000 of a kind
	Omitted      map[RemarkKind]int `json:"omitted"` // how many remarks of a kind are beyond that
	Missing      []string           `json:"missing"` // metadata that a publication needs and nobody gave: JSON names
	Unused       []string           `json:"unused"`  // ids in Options that name no decision
	Spans        []Span             `json:"spans"`   // every character but white space, in order, without overlap
}

// Format is what the source was recognised as.
type Format struct {
	Name string `json:"name"` // as in the list of formats: "text", "webvtt" and so on
	Why  string `json:"why"`  // the evidence, a sentence
}

// Passage is a part of the source and the place where it begins.
type Passage struct {
	Position
	Text string `json:"text"` // as in a turn: NFC, paragraphs separated by "\n"
}

// SpeakerCount is a speaker of the transcript and the labels behind it.
type SpeakerCount struct {
	ID     string                 `json:"id"`
	Name   string                 `json:"name"`
	Kind   transcript.SpeakerKind `json:"kind"`
	Turns  int                    `json:"turns"`
	Labels []LabelCount           `json:"labels"` // as the source spells them
}

// LabelCount is a label and how often it stands before speech.
type LabelCount struct {
	Label string `json:"label"`
	Turns int    `json:"turns"`
}

// DecisionKind says what a [Decision] is about.
type DecisionKind string

// The values of [DecisionKind].
const (
	DecideLabel DecisionKind = "label" // take a name before a colon for a speaker's
	DecideSplit DecisionKind = "split" // begin a turn at a label inside a paragraph
	DecideMerge DecisionKind = "merge" // take two labels for one speaker
	DecideJoin  DecisionKind = "join"  // make one turn of neighbours with one speaker
	DecideTimes DecisionKind = "times" // keep times that are not in order or not complete
	DecideDrop  DecisionKind = "drop"  // leave out turns that stand in the source twice
)

// Decision is a choice that ingest made and that an editor can make otherwise:
// its id in [Options] under Undo or Apply turns it round.
type Decision struct {
	ID      string       `json:"id"` // the same for the same source
	Kind    DecisionKind `json:"kind"`
	Applied bool         `json:"applied"`          // how it stands in this result
	Chosen  bool         `json:"chosen,omitempty"` // it stands so because Options say so
	Reason  string       `json:"reason"`           // for the choice that ingest makes by itself
	Labels  []LabelCount `json:"labels"`           // the labels it concerns
	Into    string       `json:"into,omitempty"`   // merge: the label that gives the name
	*Position
}

// Level says how much a [Remark] matters.
type Level string

// The values of [Level].
const (
	LevelInfo  Level = "info"  // an ordinary case, told for completeness
	LevelCheck Level = "check" // an editor should look
)

// RemarkKind says what a [Remark] is about.
type RemarkKind string

// The values of [RemarkKind].
const (
	RemarkContinues RemarkKind = "continues"             // a paragraph without a label
	RemarkSplit     RemarkKind = "label-after-sentence"  // a label inside a paragraph that begins a turn
	RemarkInside    RemarkKind = "label-in-sentence"     // a label inside a sentence that stays text
	RemarkMark      RemarkKind = "separator-in-sentence" // a separator inside a sentence that stays text
	RemarkEmpty     RemarkKind = "label-without-text"
	RemarkNoLabels  RemarkKind = "no-labels"        // nothing says who speaks
	RemarkNote      RemarkKind = "stage-direction"  // kept as a note, or as a paragraph of the turn it stands in
	RemarkFront     RemarkKind = "front-matter"     // what stands before the transcript, left out
	RemarkFooter    RemarkKind = "footer"           // a line that is no part of the transcript, left out
	RemarkHeading   RemarkKind = "heading"          // a section's heading, left out
	RemarkRepeated  RemarkKind = "repeated-block"   // turns that stand in the source twice
	RemarkBackwards RemarkKind = "clock-goes-back"  // a time before an earlier one
	RemarkOverlap   RemarkKind = "overlap"          // a time before the end of the one before
	RemarkEnd       RemarkKind = "end-before-start" // an end that was left out
	RemarkUntimed   RemarkKind = "no-time"          // a turn without a time among turns that have one
	RemarkUnknown   RemarkKind = "not-understood"   // what the format does not provide for, left out
	RemarkUnused    RemarkKind = "field-not-used"   // fields of the source that a transcript has no place for
	RemarkUnnamed   RemarkKind = "unknown-speaker"  // words of which nothing says who spoke them
	RemarkScript    RemarkKind = "script"           // scripts and styles of a page, left out and not run
)

// RemarkKinds lists every kind of remark, for counting.
func RemarkKinds() []RemarkKind {
	return []RemarkKind{
		RemarkContinues, RemarkSplit, RemarkInside, RemarkMark, RemarkEmpty, RemarkNoLabels, RemarkNote, RemarkFront,
		RemarkFooter, RemarkHeading, RemarkRepeated, RemarkBackwards, RemarkOverlap, RemarkEnd, RemarkUntimed,
		RemarkUnknown, RemarkUnused, RemarkUnnamed, RemarkScript,
	}
}

// Remark points at a place in the source that an editor may want to see.
type Remark struct {
	Position
	Kind         RemarkKind `json:"kind"`
	Level        Level      `json:"level"`
	Text         string     `json:"text"`               // what stands there, with its surroundings
	Done         string     `json:"done"`               // what became of it
	Alternatives []string   `json:"alternatives"`       // what it could be instead
	Decision     string     `json:"decision,omitempty"` // id of the decision that turns it round
}

// SpanKind says what became of a part of the source.
type SpanKind string

// The values of [SpanKind].
const (
	SpanEncoding     SpanKind = "encoding" // a byte order mark
	SpanIntroduction SpanKind = "introduction"
	SpanLabel        SpanKind = "label" // with its colon
	SpanSeparator    SpanKind = "separator"
	SpanText         SpanKind = "text"    // of a turn
	SpanNote         SpanKind = "note"    // of a turn that is no speech
	SpanTime         SpanKind = "time"    // when a turn was spoken
	SpanMeta         SpanKind = "meta"    // what the source says about itself
	SpanOmitted      SpanKind = "omitted" // left out, as a remark says
	SpanMarkup       SpanKind = "markup"  // signs and fields of the format
)

// Span accounts for the bytes Start ≤ i < End of the source as UTF-8.
type Span struct {
	Position
	Kind  SpanKind `json:"kind"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Turn  int      `json:"turn,omitempty"` // number of the turn that the text or label belongs to, from 1
}

// countTurns completes the speakers by what the transcript says of them.
func (r *Report) countTurns(t *transcript.Transcript) {
	turns := map[string]int{}
	for i := range t.Turns {
		turns[t.Turns[i].Speaker]++
	}
	for i, s := range t.Speakers {
		n := &r.Speakers[i]
		n.ID, n.Name, n.Kind, n.Turns = s.ID, s.Name, s.Kind, turns[s.ID]
	}
}

// ledger settles decisions and keeps them.
type ledger struct {
	decisions   []Decision
	undo, apply map[string]bool // true once a decision of that id was settled
}

func newLedger(o Options) *ledger {
	l := &ledger{decisions: []Decision{}, undo: map[string]bool{}, apply: map[string]bool{}}
	for _, id := range o.Undo {
		l.undo[id] = false
	}
	for _, id := range o.Apply {
		l.apply[id] = false
	}
	return l
}

// decide records d and reports whether it is to be carried out: as d.Applied
// says, unless the options say otherwise. Undo goes before Apply.
func (l *ledger) decide(d Decision) bool {
	if _, ok := l.apply[d.ID]; ok {
		l.apply[d.ID], d.Chosen, d.Applied = true, !d.Applied, true
	}
	if _, ok := l.undo[d.ID]; ok {
		l.undo[d.ID], d.Chosen, d.Applied = true, d.Applied, false
	}
	l.decisions = append(l.decisions, d)
	return d.Applied
}

// unused returns the ids in o that no decision had.
func (l *ledger) unused(o Options) []string {
	ids := []string{}
	for _, id := range o.Undo {
		if !l.undo[id] {
			ids = append(ids, id)
		}
	}
	for _, id := range o.Apply {
		if !l.apply[id] {
			ids = append(ids, id)
		}
	}
	return ids
}
