package ingest

import "quoteline/shared/ingest/internal/source"

// The types of the sources' text are those of package source.
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

// Text returns src as UTF-8, and the name of the encoding that src has. The byte
// offsets in a [draft.Report] refer to the returned text. The error is an [*Error] if src
// is a known kind of file that is not text, such as a PDF.
func Text(src []byte) (text, encoding string, err error) { return source.Text(src) }
