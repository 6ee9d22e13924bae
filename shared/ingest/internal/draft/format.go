package draft

import "quoteline/shared/ingest/internal/source"

// Format is a format of sources, such as WebVTT.
type Format struct {
	Name string // name in the report: "webvtt"

	// Detect reports whether a source looks like this format. It is called for every
	// source of the kind (JSON, HTML or text) for which the format is listed. So it must
	// be fast, and usually reads only the first lines.
	Detect func(src *source.Source) bool

	// Read turns a source that Detect accepts into cues (pieces of text by one
	// speaker). The second result is the evidence that the source is in this format.
	// The draft is nil if reading shows that the source is in another format. In that
	// case, Read must not record a decision (a choice that an editor can reverse) in
	// the ledger l.
	Read func(src *source.Source, l *Ledger, n Nested) (*Draft, string, error)
}

// Always is a value for the field Detect of a [Format], and accepts every source. It is
// used for formats that can read every source. It is also used for formats that need the
// whole source to be recognised; their function Read decides whether the source fits.
func Always(*source.Source) bool { return true }

// Nested has functions for a text inside a source, such as the text of an HTML page. A
// format gets them as an argument of its function Read, because formats do not import
// each other.
type Nested struct {
	// Text reads a plain text. It tries the formats for plain text in order, and uses the
	// first one that accepts the text.
	Text func(src *source.Source, l *Ledger) (*Draft, Recognised, error)

	// Dialogue is the function Read of the format "dialogue". In a text in this format,
	// speakers' names are marked by more than a colon, for example by bold type.
	Dialogue func(src *source.Source, l *Ledger, n Nested) (*Draft, string, error)

	// Shown returns the text that an HTML page shows.
	Shown func(page *source.Source) *source.Source
}
