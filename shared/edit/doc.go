// Package edit is what an editor does to a transcript between its source and
// its publication.
//
// Every action is a [Step], and a [Log] holds the steps in the order in which
// they were made. There is no other state. [Source] applies the steps that change
// the source, and [Choices] those that change a decision: ingest makes a transcript
// of both. [Apply] applies the remaining steps to that transcript. So a step is
// undone exactly by leaving it out, and a log can be stored as JSON and applied
// again. If ingest comes to read the source differently, the steps that still fit
// are applied and the others are reported ([Misfit]).
//
// A step about a place of the source follows the words there through later edits,
// and is reported once these words are changed.
//
// Turns keep their ids through every step: the turn that is split keeps its own
// for its first part, and the turn that another is joined to keeps its own.
package edit
