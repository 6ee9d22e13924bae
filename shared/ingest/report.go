package ingest

import "quoteline/shared/transcript"

// Report shows an editor how a source was read. It can be encoded as JSON.
type Report struct {
	Format       Format             `json:"format"`
	Encoding     string             `json:"encoding"`               // "UTF-8", or another name and how it was recognised
	Introduction *Passage           `json:"introduction,omitempty"` // text before the first label; it is in no turn
	Speakers     []SpeakerCount     `json:"speakers"`               // in order of first appearance
	Decisions    []Decision         `json:"decisions"`
	Remarks      []Remark           `json:"remarks"` // in order of place, at most 1,000 of a kind
	Omitted      map[RemarkKind]int `json:"omitted"` // how many remarks of a kind are beyond that
	Missing      []string           `json:"missing"` // JSON names of metadata that publishing needs and that is not given
	Unused       []string           `json:"unused"`  // ids in Options that name no decision
	Spans        []Span             `json:"spans"`   // every character except white space, in order, without overlap
}

// Format is what the source was recognised as.
type Format struct {
	Name string `json:"name"` // as in the list of formats: "text", "webvtt" and so on
	Why  string `json:"why"`  // the evidence, as part of a sentence
}

// Passage is a part of the source and the place where it begins.
type Passage struct {
	Position
	Text string `json:"text"` // as in a turn: NFC, paragraphs separated by "\n"
}

// SpeakerCount is a speaker of the transcript, with the labels that name them.
type SpeakerCount struct {
	ID     string                 `json:"id"`
	Name   string                 `json:"name"`
	Kind   transcript.SpeakerKind `json:"kind"`
	Turns  int                    `json:"turns"`
	Labels []LabelCount           `json:"labels"` // as the source spells them
}

// LabelCount is a label and the number of times it precedes speech.
type LabelCount struct {
	Label string `json:"label"`
	Turns int    `json:"turns"`
}

// DecisionKind is the subject of a [Decision].
type DecisionKind string

// The values of [DecisionKind].
const (
	DecideLabel DecisionKind = "label" // accept a name before a colon as a speaker's
	DecideSplit DecisionKind = "split" // begin a turn at a label inside a paragraph
	DecideMerge DecisionKind = "merge" // take two labels for one speaker
	DecideJoin  DecisionKind = "join"  // make one turn of neighbours with one speaker
	DecideTimes DecisionKind = "times" // keep times that are not in order or not complete
	DecideDrop  DecisionKind = "drop"  // leave out turns that are in the source twice
)

// Decision is a choice that [Ingest] made. An editor reverses it by putting its id
// into Undo or Apply of [Options].
type Decision struct {
	ID      string       `json:"id"` // the same for the same source
	Kind    DecisionKind `json:"kind"`
	Applied bool         `json:"applied"`          // whether it is carried out in this result
	Chosen  bool         `json:"chosen,omitempty"` // whether Options reversed it
	Reason  string       `json:"reason"`           // for the choice that Ingest makes without Options
	Labels  []LabelCount `json:"labels"`           // the labels it concerns
	Into    string       `json:"into,omitempty"`   // merge: the label that gives the name
	*Position
}

// Level is how much a [Remark] matters.
type Level string

// The values of [Level].
const (
	LevelInfo  Level = "info"  // an ordinary case, reported for completeness
	LevelCheck Level = "check" // an editor should look
)

// RemarkKind is the subject of a [Remark].
type RemarkKind string

// The values of [RemarkKind].
const (
	RemarkContinues RemarkKind = "continues"             // a paragraph without a label
	RemarkSplit     RemarkKind = "label-after-sentence"  // a label inside a paragraph that begins a turn
	RemarkInside    RemarkKind = "label-in-sentence"     // a label inside a sentence that stays text
	RemarkMark      RemarkKind = "separator-in-sentence" // a separator inside a sentence that stays text
	RemarkEmpty     RemarkKind = "label-without-text"
	RemarkNoLabels  RemarkKind = "no-labels"        // the source has no speaker labels
	RemarkNote      RemarkKind = "stage-direction"  // kept as a note, or as a paragraph of the turn around it
	RemarkFront     RemarkKind = "front-matter"     // text before the transcript, left out
	RemarkFooter    RemarkKind = "footer"           // a line outside the transcript, left out
	RemarkHeading   RemarkKind = "heading"          // a section's heading, left out
	RemarkRepeated  RemarkKind = "repeated-block"   // turns that are in the source twice
	RemarkBackwards RemarkKind = "clock-goes-back"  // a time before an earlier one
	RemarkOverlap   RemarkKind = "overlap"          // a time before the end of the one before
	RemarkEnd       RemarkKind = "end-before-start" // an end that was left out
	RemarkUntimed   RemarkKind = "no-time"          // a turn without a time among turns that have one
	RemarkUnknown   RemarkKind = "not-understood"   // text that the format does not allow there, left out
	RemarkUnused    RemarkKind = "field-not-used"   // fields of the source that a transcript has no place for
	RemarkUnnamed   RemarkKind = "unknown-speaker"  // words whose speaker the source does not name
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
	Text         string     `json:"text"`               // the text there, with its surroundings
	Done         string     `json:"done"`               // how it was treated
	Alternatives []string   `json:"alternatives"`       // what an editor can do instead
	Decision     string     `json:"decision,omitempty"` // id of the decision that reverses it
}

// SpanKind is what a part of the source became.
type SpanKind string

// The values of [SpanKind].
const (
	SpanEncoding     SpanKind = "encoding" // a byte order mark
	SpanIntroduction SpanKind = "introduction"
	SpanLabel        SpanKind = "label" // with its colon
	SpanSeparator    SpanKind = "separator"
	SpanText         SpanKind = "text"    // of a turn
	SpanNote         SpanKind = "note"    // of a turn that is not speech
	SpanTime         SpanKind = "time"    // when a turn was spoken
	SpanMeta         SpanKind = "meta"    // metadata
	SpanOmitted      SpanKind = "omitted" // left out, as a remark says
	SpanMarkup       SpanKind = "markup"  // syntax and fields of the format
)

// Span accounts for the bytes Start ≤ i < End of the source as UTF-8.
type Span struct {
	Position
	Kind  SpanKind `json:"kind"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Turn  int      `json:"turn,omitempty"` // number of the turn that the text or label belongs to, from 1
}

// countTurns completes the speakers with their ids, names, kinds and turns.
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

// ledger makes decisions and keeps them.
type ledger struct {
	budget      *Budget
	decisions   []Decision
	undo, apply map[string]bool // by id; true once that decision was made
}

// newLedger returns a ledger for the decisions that o reverses.
func newLedger(o Options) *ledger {
	l := &ledger{budget: o.Budget, decisions: []Decision{}, undo: map[string]bool{}, apply: map[string]bool{}}
	for _, id := range o.Undo {
		l.undo[id] = false
	}
	for _, id := range o.Apply {
		l.apply[id] = false
	}
	return l
}

// decide records d and reports whether it is carried out. That is d.Applied,
// unless the options reverse it. An id in both Undo and Apply is undone.
func (l *ledger) decide(d Decision) bool {
	if _, ok := l.apply[d.ID]; ok {
		l.apply[d.ID], d.Chosen, d.Applied = true, !d.Applied, true
	}
	if _, ok := l.undo[d.ID]; ok {
		l.undo[d.ID], d.Chosen, d.Applied = true, d.Applied, false
	}
	const members = 150 // bytes of JSON besides
	if size := jsonSize(d.ID) + jsonSize(d.Reason) + jsonSize(d.Into); !l.budget.answer(members + 2*size) {
		return false
	}
	l.decisions = append(l.decisions, d)
	return d.Applied
}

// unused returns the ids in o that match no decision.
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
