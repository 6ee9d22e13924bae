package transcript

import "errors"

// ErrWithdrawn means that a transcript was published and then withdrawn, so it must no
// longer be shown.
var ErrWithdrawn = errors.New("the transcript has been withdrawn")

// Version is one entry of a transcript's history: a publication or a withdrawal.
type Version struct {
	Version     int    `json:"version"`
	PublishedAt string `json:"publishedAt,omitempty"` // RFC 3339 date-time, UTC; empty for content built into the program
	Withdrawn   bool   `json:"withdrawn,omitempty"`   // this entry is a withdrawal
	Thinned     bool   `json:"thinned,omitempty"`     // this version has only the turns that the next one changed
	PublishedBy
}

// PublishedBy says whose token stored a version. Only people with a token may see it.
type PublishedBy struct {
	Key  string `json:"key,omitempty"`       // the KEY part of the token "ql_KEY_SECRET"; "" for versions of older releases
	Name string `json:"publisher,omitempty"` // the name of the token; may be empty
}

// Removal names a turn that was removed from a transcript, and the nearest turn that is
// still there. A reader who follows a link to the removed turn is shown the nearest
// one.
type Removal struct {
	Turn    string `json:"turn"`    // id of the turn that is gone
	Nearest string `json:"nearest"` // id of the nearest turn that is left
}

// Edition is a new version of a transcript that is about to be stored.
type Edition struct {
	ID        string
	Version   int
	Body      []byte // the transcript's JSON, with the same id and version
	Withdrawn bool
	Removed   []Removal // turns of the previous version that this version lacks
	PublishedBy
}

// Head describes the newest stored version of a transcript. A program reads it before
// it makes the next version. The zero Head is for a transcript that was never
// published.
type Head struct {
	Version   int    // number of the newest version
	Withdrawn bool   // the newest version is a withdrawal
	Body      []byte // JSON of the newest version that is not a withdrawal
}

// Entry describes a transcript in a list of transcripts. It has no turns, only their
// number.
type Entry struct {
	ID            string    `json:"id"`
	Version       int       `json:"version"`
	Title         string    `json:"title"`
	Summary       string    `json:"summary,omitempty"`
	Lang          string    `json:"lang"`
	RecordedAt    string    `json:"recordedAt,omitempty"`
	DatePublished string    `json:"datePublished,omitempty"`
	Editing       Editing   `json:"editing"`
	Timing        Timing    `json:"timing"`
	Speakers      []Speaker `json:"speakers"`
	Turns         int       `json:"turns"` // the number of turns
}

// EntryOf returns the entry of t for a list of transcripts.
func EntryOf(t *Transcript) Entry {
	return Entry{
		ID: t.ID, Version: t.Version, Title: t.Title, Summary: t.Summary, Lang: t.Lang,
		RecordedAt: t.RecordedAt, DatePublished: t.DatePublished,
		Editing: t.Editing, Timing: t.Timing, Speakers: t.Speakers, Turns: len(t.Turns),
	}
}
