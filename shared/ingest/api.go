package ingest

import (
	"quoteline/shared/ingest/internal/compose"
	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// These types are defined in package source, which has the text of the input file.
type (
	// Position is a position in the source, with lines and columns as in text editors.
	Position = source.Position

	// Error reports why the input cannot be read as a transcript, and where in the
	// input the problem is.
	Error = source.Error

	// Budget counts the work of one call of [Ingest], and stops the call if the work
	// exceeds a limit.
	Budget = source.Budget

	// Limits are the greatest amounts of work and output that one call of [Ingest] may
	// use.
	Limits = source.Limits

	// LimitError is the error that [Ingest] returns if the source needs more work than
	// a limit of its [Budget] allows.
	LimitError = source.LimitError
)

// Text converts a source to UTF-8, as [Decode] does if it has to detect the encoding.
// It returns no remarks (entries of the report).
func Text(src []byte) (text, encoding string, err error) {
	d, err := Decode(src, "")
	if err != nil {
		return "", "", err
	}
	return d.Text, d.Encoding, nil
}

// These types are defined in package draft: the report, and the metadata from the caller.
type (
	// Meta is metadata from the caller. Every field is optional.
	Meta = draft.Meta

	// SpeakerMeta is metadata from the caller about one speaker.
	SpeakerMeta = draft.SpeakerMeta

	// TopicMeta is a topic of the conversation, and the range of turns that belong to
	// it.
	TopicMeta = draft.TopicMeta

	// MetaError reports that a field of the caller's [Meta] does not fit the source.
	MetaError = draft.MetaError

	// Report describes to an editor how a source was read.
	Report = draft.Report

	// Format is the format in which the source was read, with the evidence for this
	// format.
	Format = draft.Recognised

	// Finding is a value that the source gives for a field of the metadata.
	Finding = draft.Finding

	// Passage is some text of the source, with the position at which the text begins.
	Passage = draft.Passage

	// SpeakerCount is a speaker of the transcript, with the labels (names in the source)
	// that mean this speaker.
	SpeakerCount = draft.SpeakerCount

	// LabelCount is a label (a speaker's name in the source), with the number of turns
	// that begin with this label.
	LabelCount = draft.LabelCount

	// Decision is a choice that [Ingest] made while reading the source, and that an
	// editor can reverse.
	Decision = draft.Decision

	// DecisionKind is the kind of a [Decision].
	DecisionKind = draft.DecisionKind

	// Remark is an entry of the report about a position in the source.
	Remark = draft.Remark

	// RemarkKind is the kind of a [Remark].
	RemarkKind = draft.RemarkKind

	// Level is the importance of a [Remark].
	Level = draft.Level

	// Span is a range of the source. Its kind says how the text there was used, for
	// example as the words of a turn.
	Span = draft.Span

	// SpanKind is the kind of a [Span].
	SpanKind = draft.SpanKind
)

// The kinds of decisions (choices that an editor can reverse). Package draft describes
// each kind.
const (
	DecideLabel = draft.DecideLabel
	DecideSplit = draft.DecideSplit
	DecideMerge = draft.DecideMerge
	DecideJoin  = draft.DecideJoin
	DecideTimes = draft.DecideTimes
	DecideDrop  = draft.DecideDrop

	DecideContinue = draft.DecideContinue
)

// The levels of importance of remarks (entries of the report).
const (
	LevelInfo  = draft.LevelInfo
	LevelCheck = draft.LevelCheck
)

// The kinds of remarks (entries of the report); package draft describes each.
const (
	RemarkContinues = draft.RemarkContinues
	RemarkSplit     = draft.RemarkSplit
	RemarkInside    = draft.RemarkInside
	RemarkMark      = draft.RemarkMark
	RemarkEmpty     = draft.RemarkEmpty
	RemarkNoLabels  = draft.RemarkNoLabels
	RemarkNote      = draft.RemarkNote
	RemarkFront     = draft.RemarkFront
	RemarkFooter    = draft.RemarkFooter
	RemarkHeading   = draft.RemarkHeading
	RemarkRepeated  = draft.RemarkRepeated
	RemarkBackwards = draft.RemarkBackwards
	RemarkOverlap   = draft.RemarkOverlap
	RemarkEnd       = draft.RemarkEnd
	RemarkUntimed   = draft.RemarkUntimed
	RemarkUnknown   = draft.RemarkUnknown
	RemarkUnused    = draft.RemarkUnused
	RemarkUnnamed   = draft.RemarkUnnamed
	RemarkScript    = draft.RemarkScript
	RemarkEncoding  = draft.RemarkEncoding
)

// The kinds of spans, which are ranges of the source; package draft describes each.
const (
	SpanEncoding     = draft.SpanEncoding
	SpanIntroduction = draft.SpanIntroduction
	SpanLabel        = draft.SpanLabel
	SpanSeparator    = draft.SpanSeparator
	SpanText         = draft.SpanText
	SpanNote         = draft.SpanNote
	SpanTime         = draft.SpanTime
	SpanMeta         = draft.SpanMeta
	SpanOmitted      = draft.SpanOmitted
	SpanMarkup       = draft.SpanMarkup
)

// RemarkKinds returns all kinds of remarks (entries of the report).
func RemarkKinds() []RemarkKind { return draft.RemarkKinds() }

// IDAt returns the id of a [Decision] (a choice that an editor can reverse) about the
// position p. An example is "split:12:40" for line 12, column 40.
func IDAt(kind DecisionKind, p Position) string { return draft.IDAt(kind, p) }

// PlaceOf reads a decision's id that [IDAt] made, such as "split:12:40". It returns the
// decision's kind and position. The result ok is false for an id without a position, such
// as "label:Ada Long".
func PlaceOf(id string) (kind DecisionKind, p Position, ok bool) { return draft.PlaceOf(id) }

// Slug makes an id from a name: "Ann O’Neill" becomes "ann-o-neill". It keeps digits
// and Latin letters, in lower case and without accents. Other characters become
// hyphens. If nothing remains, the id is "speaker". Two different names can get the
// same id.
func Slug(name string) string { return compose.Slug(name) }
