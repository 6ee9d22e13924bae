package edit

// Kind says what a [Step] does.
type Kind string

// The kinds of steps, with the fields that each one reads.
const (
	// The source: what ingest reads.

	KindSource   Kind = "source"    // Line, Column, Before, Value: other words at a place
	KindLeaveOut Kind = "leave-out" // Line, Column: a line that was not understood may be left out; Line 0 for all
	KindDecide   Kind = "decide"    // Decision, Apply: a decision of ingest is changed

	// The whole.

	KindMeta Kind = "meta" // Field, Value: metadata, see [Fields]

	// Speakers.

	KindSpeaker    Kind = "speaker"     // Speaker, Field, Value: name, role, kind or sameAs
	KindAddSpeaker Kind = "add-speaker" // Speaker, Value: a new one and its name
	KindMerge      Kind = "merge"       // Speaker, Into: both are one person

	// Turns.

	KindAssign Kind = "assign" // Turn, Speaker: another speaker has it
	KindPart   Kind = "part"   // Turn, Value: question, answer, statement or note
	KindWords  Kind = "words"  // Turn, Value: other words
	KindStart  Kind = "start"  // Turn, Value: when it begins, as 1:02:03.4; "" for no time
	KindSplit  Kind = "split"  // Turn, At, Speaker: a turn begins inside it; Speaker "" for the same one
	KindJoin   Kind = "join"   // Turn: it becomes part of the turn before it
	KindRemove Kind = "remove" // Turn: it is left out

	// Topics.

	KindTopic   Kind = "topic"    // Turn, Topic, Value: a topic and its label; it begins here
	KindNoTopic Kind = "no-topic" // Turn: no topic begins here

	// The log.

	KindTakeBack Kind = "take-back" // At: the step at that position is no longer in force
)

// Step is one action of an editor. Which fields count depends on the Kind.
type Step struct {
	Kind     Kind   `json:"kind"`
	Turn     string `json:"turn,omitempty"`     // id
	Speaker  string `json:"speaker,omitempty"`  // id
	Into     string `json:"into,omitempty"`     // id of a speaker
	Topic    string `json:"topic,omitempty"`    // id
	Decision string `json:"decision,omitempty"` // id
	Apply    bool   `json:"apply,omitempty"`    // carry the decision out
	Field    string `json:"field,omitempty"`
	Value    string `json:"value,omitempty"`
	Before   string `json:"before,omitempty"` // the words that Value replaces
	At       int    `json:"at,omitempty"`     // in the turn's text, in code points; of a step, its position
	Line     int    `json:"line,omitempty"`   // of the source, counting from 1
	Column   int    `json:"column,omitempty"` // in code points, counting from 1
}

// Misfit is a step that could not be carried out.
type Misfit struct {
	Step   int    `json:"step"`   // its position in the log
	Reason string `json:"reason"` // a sentence
}
