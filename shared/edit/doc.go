// Package edit applies the changes that an editor makes to a transcript before it is
// published.
//
// Every action of the editor is a [Step]. A [Log] lists the steps in the order in
// which they were made, and is the only state of editing. The transcript is computed
// from the log in three stages. First, [Source] applies the steps that change the
// source text. Then package ingest reads the new text. It makes decisions, such as
// whether a name is a speaker; [Choices] returns those that the editor reversed.
// Last, [Apply] applies the other steps to the transcript that ingest made.
//
// Therefore removing a step from the log undoes it exactly, and a log can be stored
// as JSON and applied again later. If a new version of ingest reads the source
// differently, the steps that still fit are applied. Each of the others is reported
// as a [Misfit].
//
// Some steps name a line and column of the source. If a later step edits the source,
// the line and column are changed so that they still point to the same words. If the
// edit removes these words, the step is reported as a Misfit.
//
// Steps never change the id of a turn that remains. The first part of a split turn
// keeps the id. If two turns are joined, the result has the id of the first turn.
package edit
