package edit

// Kind is the kind of change that a [Step] (one action of an editor) makes.
type Kind string

// The kinds of steps (actions of an editor). Each comment lists the fields of [Step]
// that the kind uses.
const (
	// Changes to the source text, or to how package ingest reads it.

	KindSource   Kind = "source"    // Line, Column, Before, Value: replaces Before at this position by Value
	KindLeaveOut Kind = "leave-out" // Line, Column: leaves out this line, which ingest did not understand; Line 0 for all such lines
	KindDecide   Kind = "decide"    // Decision, Apply: applies a decision of ingest, or undoes it

	// Changes to the transcript as a whole.

	KindMeta Kind = "meta" // Field, Value: sets metadata, see [Fields]

	// Changes to speakers.

	KindSpeaker    Kind = "speaker"     // Speaker, Field, Value: sets name, role, kind or sameAs
	KindAddSpeaker Kind = "add-speaker" // Speaker, Value: adds a speaker with this id and name
	KindMerge      Kind = "merge"       // Speaker, Into: makes one speaker of two

	// Changes to turns.

	KindAssign Kind = "assign" // Turn, Speaker: gives the turn to another speaker
	KindPart   Kind = "part"   // Turn, Value: sets the kind of the turn: question, answer, statement or note
	KindWords  Kind = "words"  // Turn, Value: replaces the text
	KindStart  Kind = "start"  // Turn, Value: sets the start, as in 1:02:03.4; "" for unknown
	KindSplit  Kind = "split"  // Turn, At, Speaker: begins a new turn inside this one; Speaker "" keeps the speaker
	KindJoin   Kind = "join"   // Turn: joins the turn to the one before it
	KindRemove Kind = "remove" // Turn: deletes the turn

	// Changes to topics.

	KindTopic   Kind = "topic"    // Turn, Topic, Value: begins a topic with this id and label at the turn
	KindNoTopic Kind = "no-topic" // Turn: deletes the beginning of a topic at the turn

	// The change that undoes an earlier change.

	KindTakeBack Kind = "take-back" // At: undoes the step at this index in the log
)

// Step is one action of an editor. The [Kind] determines which of the other fields
// are used.
type Step struct {
	Kind     Kind   `json:"kind"`
	Turn     string `json:"turn,omitempty"`     // id of a turn
	Speaker  string `json:"speaker,omitempty"`  // id of a speaker
	Into     string `json:"into,omitempty"`     // id of the speaker that remains after a merge
	Topic    string `json:"topic,omitempty"`    // id of a topic
	Decision string `json:"decision,omitempty"` // id of a decision of ingest
	Apply    bool   `json:"apply,omitempty"`    // true applies the decision, false undoes it
	Field    string `json:"field,omitempty"`
	Value    string `json:"value,omitempty"`
	Before   string `json:"before,omitempty"` // the words that Value replaces
	At       int    `json:"at,omitempty"`     // offset in the turn's text, in code points; for KindTakeBack an index in the log
	Line     int    `json:"line,omitempty"`   // line of the source, counted from 1
	Column   int    `json:"column,omitempty"` // column in code points, counted from 1
}

// Misfit is a step (an action of an editor) that could not be applied.
type Misfit struct {
	Step   int    `json:"step"`   // its index in the log
	Reason string `json:"reason"` // a full sentence in English
}
