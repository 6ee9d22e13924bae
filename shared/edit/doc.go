// Package edit is what an editor does to a transcript between its source and
// its publication.
//
// Every action is a [Step], and a [Log] holds the steps in the order in which
// they were made. Nothing else is state: the source with the steps that change
// it ([Source]) and the decisions that they turn round ([Choices]) gives
// ingest's transcript, and that with the remaining steps gives the edited one
// ([Apply]). So undoing a step is leaving it out, and is exact; a log can be kept
// as JSON and played again; and when ingest reads the source otherwise, the
// steps that still fit are carried out and the others are named ([Misfit]).
//
// What is said about a place of the source follows the words there through the
// edits made later, and is named once they are changed.
//
// Turns keep their ids through every step: the turn that is split keeps its own
// for its first part, and the turn that another is joined to keeps its own.
package edit
