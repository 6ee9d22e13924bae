package draft

import "quoteline/shared/transcript"

// Meta is metadata from the caller. Every field is optional. If the language is empty,
// Ingest uses the one that a field of the source names. If the title is empty, Ingest
// uses the source's title only if ingest.Options.Take has "title". No other field is
// filled from the source. Each field has the same meaning as the field of that name in
// [transcript.Transcript].
type Meta struct {
	ID             string                `json:"id"`
	Version        int                   `json:"version"` // 0 means version 1
	Title          string                `json:"title"`
	Summary        string                `json:"summary"`
	Lang           string                `json:"lang"`
	Publisher      *transcript.Publisher `json:"publisher"`
	SourceURL      string                `json:"sourceUrl"`
	DatePublished  string                `json:"datePublished"`
	RecordedAt     string                `json:"recordedAt"`
	DateModified   string                `json:"dateModified"`
	Editing        transcript.Editing    `json:"editing"`
	TranslatedFrom string                `json:"translatedFrom"`
	Note           string                `json:"note"`
	Media          *transcript.Media     `json:"media"`
	Speakers       []SpeakerMeta         `json:"speakers"`
	Topics         []TopicMeta           `json:"topics"`
}

// SpeakerMeta is metadata from the caller about one speaker.
type SpeakerMeta struct {
	Name   string                 `json:"name"` // name of the speaker in the transcript, or one of the speaker's labels
	Role   string                 `json:"role"`
	Kind   transcript.SpeakerKind `json:"kind"` // "" keeps the kind that was recognised
	SameAs []string               `json:"sameAs"`
}

// TopicMeta is a topic of the conversation, and the range of turns that belong to it.
type TopicMeta struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	From  int    `json:"from"` // number of the first turn, counted from 1
	To    int    `json:"to"`   // number of the last turn, From or later
}

// MetaError reports that a field of the caller's [Meta] does not fit the source. For
// example, the field names a speaker who is not in the source.
type MetaError struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901) to the field
	Reason  string `json:"reason"`
}

// Error implements the error interface.
func (e *MetaError) Error() string { return "metadata " + e.Pointer + ": " + e.Reason }

// IsLanguage reports whether s looks like a language tag such as "en" or "en-US".
// Some tools write "en_us" or "english", which are not language tags.
func IsLanguage(s string) bool {
	for i := range len(s) {
		switch b := s[i] | 0x20; {
		case i == 2 && s[i] == '-' && len(s) == 5:
		case b < 'a' || b > 'z':
			return false
		}
	}
	return len(s) == 2 || len(s) == 5
}
