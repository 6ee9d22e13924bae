package draft

import "quoteline/shared/ingest/internal/source"

// Format is a format of sources, such as WebVTT.
type Format struct {
	Name string // name in the report: "webvtt"

	// Detect reports whether a source looks like this format. The source is of the kind
	// for which the format is listed: JSON, HTML or text. Detect is called for every
	// source of that kind, so it examines what is quick to examine, such as the first
	// lines.
	Detect func(src *source.Source) bool

	// Read turns a source that Detect accepts into cues (pieces of text by one
	// speaker). The second result is the evidence that the source is in this format.
	// The draft is nil if reading shows that the source is in another format. In that
	// case, Read must not record a decision (a choice that an editor can reverse) in
	// the ledger l.
	Read func(src *source.Source, l *Ledger, n Nested) (*Draft, string, error)
}

// Always is the function Detect of a format that only shows when the whole source is
// read, or that accepts every source of its kind.
func Always(*source.Source) bool { return true }

// Nested reads a text inside a source, such as the text of an HTML page. The function
// Read of a format gets it as an argument, because formats do not import each other.
type Nested struct {
	// Text reads a text in the first format of plain text that fits.
	Text func(src *source.Source, l *Ledger) (*Draft, Recognised, error)

	// Dialogue is the function Read of the format "dialogue".
	Dialogue func(src *source.Source, l *Ledger, n Nested) (*Draft, string, error)

	// Shown returns the text that an HTML page shows.
	Shown func(page *source.Source) *source.Source
}
