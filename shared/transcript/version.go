package transcript

import "errors"

// ErrWithdrawn means that a transcript was published and is no longer to be
// shown.
var ErrWithdrawn = errors.New("the transcript has been withdrawn")

// Version is one step of a transcript's history.
type Version struct {
	Version     int    `json:"version"`
	PublishedAt string `json:"publishedAt,omitempty"` // RFC 3339 date-time, UTC; empty for content that came with the program
	Withdrawn   bool   `json:"withdrawn,omitempty"`   // this step took the transcript back
}

// Removal says where the reader of a turn that is gone finds its surroundings.
type Removal struct {
	Turn    string `json:"turn"`    // id of the turn that is gone
	Nearest string `json:"nearest"` // id of the nearest turn that is left
}

// Edition is a version that is about to be stored.
type Edition struct {
	ID        string
	Version   int
	Body      []byte // the transcript's JSON; its id and version are those above
	Withdrawn bool
	Removed   []Removal // turns of the version before that are gone
}

// Head is what the next edition of a transcript follows. The zero Head is that
// of a transcript which was never published.
type Head struct {
	Version   int    // number of the newest version
	Withdrawn bool   // the newest version took the transcript back
	Body      []byte // JSON of the newest version that can be read
}

// Entry is a transcript without its turns, for lists.
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
	Turns         int       `json:"turns"` // how many
}

// EntryOf returns the entry of t.
func EntryOf(t *Transcript) Entry {
	return Entry{
		ID: t.ID, Version: t.Version, Title: t.Title, Summary: t.Summary, Lang: t.Lang,
		RecordedAt: t.RecordedAt, DatePublished: t.DatePublished,
		Editing: t.Editing, Timing: t.Timing, Speakers: t.Speakers, Turns: len(t.Turns),
	}
}
