package transcript

// Schema is the name of the JSON format. Its number changes if older programs cannot
// read the new format.
const Schema = "quoteline/1"

// CardPath is added to the address of a page. The result is the address of the page's
// card, the picture that other sites show with a link to the page.
const CardPath = "/card.png"

// Transcript is one interview, hearing or conversation.
type Transcript struct {
	Schema  string `json:"schema"`
	ID      string `json:"id"`      // slug: lower-case letters, digits and single hyphens, at most 80 bytes
	Version int    `json:"version"` // 1 for the first publication, then counting up
	Title   string `json:"title"`
	Summary string `json:"summary,omitempty"`
	Lang    string `json:"lang"` // BCP 47 language tag of the text

	Publisher     *Publisher `json:"publisher,omitempty"`
	SourceURL     string     `json:"sourceUrl,omitempty"`     // absolute http or https URL
	DatePublished string     `json:"datePublished,omitempty"` // RFC 3339 full-date or date-time
	RecordedAt    string     `json:"recordedAt,omitempty"`    // RFC 3339 full-date or date-time
	DateModified  string     `json:"dateModified,omitempty"`  // RFC 3339 full-date or date-time

	Timing         Timing  `json:"timing"`
	Editing        Editing `json:"editing"`
	TranslatedFrom string  `json:"translatedFrom,omitempty"` // BCP 47 language tag
	Note           string  `json:"note,omitempty"`           // a remark of the editor on the whole text

	Speakers    []Speaker    `json:"speakers"`
	Topics      []Topic      `json:"topics"`
	Media       *Media       `json:"media,omitempty"`
	Turns       []Turn       `json:"turns"`
	Corrections []Correction `json:"corrections"`
}

// Publisher is the organisation that is responsible for the publication.
type Publisher struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"` // absolute http or https URL
}

// Timing says whether a transcript has the times at which its words are spoken in the
// recording: none, one for each turn, or also for single words. Times are never
// invented. If the source has none, Timing is [TimingNone].
type Timing string

// The values of [Timing].
const (
	TimingNone Timing = "none" // no times
	TimingTurn Timing = "turn" // every turn has a start
	TimingWord Timing = "word" // the source has times of single words
)

// Editing says how the words were edited for publication.
type Editing string

// The values of [Editing].
const (
	EditingVerbatim   Editing = "verbatim"
	EditingCondensed  Editing = "condensed"
	EditingTranslated Editing = "translated"
)

// SpeakerKind is a speaker's role in the conversation.
type SpeakerKind string

// The values of [SpeakerKind]. Later schemas may have more; a program that reads a
// transcript treats an unknown kind as [KindGuest].
const (
	KindHost  SpeakerKind = "host" // asks the questions; has the first row of the timeline
	KindGuest SpeakerKind = "guest"
)

// Speaker is a person or party who speaks.
type Speaker struct {
	ID      string      `json:"id"` // slug, unique in the transcript
	Name    string      `json:"name"`
	Role    string      `json:"role,omitempty"`
	Kind    SpeakerKind `json:"kind"`
	Aliases []string    `json:"aliases"` // other labels the source uses for this speaker
	SameAs  []string    `json:"sameAs"`  // absolute URLs that identify the person (schema.org sameAs)
}

// Topic is a subject of the conversation. Turns refer to topics by their ids.
type Topic struct {
	ID    string `json:"id"` // slug, unique in the transcript
	Label string `json:"label"`
}

// Media is the recording of the conversation.
type Media struct {
	URL      string `json:"url"`                // absolute http or https URL
	Type     string `json:"type"`               // media type, RFC 6838
	Duration Millis `json:"duration,omitempty"` // length of the recording; 0 if unknown
}

// Millis is a length of time in milliseconds.
type Millis int64

// TurnKind is a turn's role in the conversation.
type TurnKind string

// The values of [TurnKind].
const (
	Question  TurnKind = "question"
	Answer    TurnKind = "answer"
	Statement TurnKind = "statement"
	Note      TurnKind = "note" // not speech: a stage direction, an editor's insertion
)

// Turn is one speaker's uninterrupted speech.
type Turn struct {
	ID      string   `json:"id"` // unique in the transcript; stays the same when the turn is corrected
	N       int      `json:"n"`  // position, counting from 1
	Speaker string   `json:"speaker"`
	Kind    TurnKind `json:"kind"`
	ReplyTo string   `json:"replyTo,omitempty"` // id of the question that an answer belongs to
	Topics  []string `json:"topics"`
	Text    string   `json:"text"`             // NFC; paragraphs separated by "\n"
	Lang    string   `json:"lang,omitempty"`   // BCP 47 language tag, if it differs from the transcript's
	Start   Offset   `json:"start,omitzero"`   // time since the beginning of the recording; may be negative
	End     Offset   `json:"end,omitzero"`     // time since the beginning of the recording
	Date    string   `json:"date,omitempty"`   // RFC 3339 full-date on which the turn was said, if the turns have dates
	Status  string   `json:"status,omitempty"` // "", "condensed", "translated" or "inaudible"
}

// Correction informs readers about a change after publication.
type Correction struct {
	Date   string `json:"date"` // RFC 3339 full-date or date-time
	Turn   string `json:"turn"` // id of the turn
	Note   string `json:"note"` // the reason; "" if the editor gives none
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Range is a part of a turn's text, from the byte at offset Start up to the byte before
// offset End. Go code counts in bytes. Links and JSON count in Unicode code points.
type Range struct {
	Start, End int
}

// SpeakerIndex returns the position of the speaker with that id, counting from 0. It
// returns -1 if there is no such speaker.
func (t *Transcript) SpeakerIndex(id string) int {
	for i := range t.Speakers {
		if t.Speakers[i].ID == id {
			return i
		}
	}
	return -1
}

// SpeakerIndexes returns the position of each speaker by the speaker's id, as
// [Transcript.SpeakerIndex] does for one. Use it for the speakers of many turns, because
// each call of SpeakerIndex may look at all speakers.
func (t *Transcript) SpeakerIndexes() map[string]int {
	at := make(map[string]int, len(t.Speakers))
	for i := len(t.Speakers) - 1; i >= 0; i-- {
		at[t.Speakers[i].ID] = i // the first speaker with this id remains
	}
	return at
}

// TurnIndex returns the position of the turn with that id, counting from 0. It returns
// -1 if there is no such turn.
func (t *Transcript) TurnIndex(id string) int {
	for i := range t.Turns {
		if t.Turns[i].ID == id {
			return i
		}
	}
	return -1
}
