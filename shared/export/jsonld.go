package export

import (
	"encoding/json"

	"quoteline/shared/transcript"
)

// node is a JSON-LD 1.1 object with the vocabulary of schema.org:
//
//   - A transcript is a Conversation: messages between people on a topic. It is not an
//     Article, because it was not written as one text.
//   - A turn is a Quotation. The Conversation lists it in the property hasPart. Notes,
//     such as stage directions, are left out, because they are not speech.
//   - The speaker of a turn is in spokenByCharacter, "the character, Person or
//     Organization to whom the quotation is attributed within the containing
//     CreativeWork". The property author is not used, because a transcript does not
//     prove who the author of the words is.
//   - The card, a picture of 1200 by 630 pixels, is in the property image.
//   - The day of recording is in the property dateCreated. The topics are in the
//     property about. If the transcript is a translation, translationOfWork has the
//     original language.
type node struct {
	Context     string   `json:"@context,omitempty"`
	Type        string   `json:"@type"`
	ID          string   `json:"@id,omitempty"`
	URL         string   `json:"url,omitempty"`
	Name        string   `json:"name,omitempty"`
	Abstract    string   `json:"abstract,omitempty"`
	Text        string   `json:"text,omitempty"`
	JobTitle    string   `json:"jobTitle,omitempty"`
	SameAs      []string `json:"sameAs,omitempty"`
	Language    string   `json:"inLanguage,omitempty"`
	Position    int      `json:"position,omitempty"`
	Version     int      `json:"version,omitempty"`
	Created     string   `json:"dateCreated,omitempty"`
	Published   string   `json:"datePublished,omitempty"`
	Modified    string   `json:"dateModified,omitempty"`
	Image       string   `json:"image,omitempty"`
	BasedOn     string   `json:"isBasedOn,omitempty"`
	Encoding    *node    `json:"encoding,omitempty"`
	Format      string   `json:"encodingFormat,omitempty"`
	ContentURL  string   `json:"contentUrl,omitempty"`
	Publisher   *node    `json:"publisher,omitempty"`
	Translation *node    `json:"translationOfWork,omitempty"`
	Contributor []*node  `json:"contributor,omitempty"`
	About       []*node  `json:"about,omitempty"`
	SpokenBy    *node    `json:"spokenByCharacter,omitempty"`
	PartOf      *node    `json:"isPartOf,omitempty"`
	Parts       []*node  `json:"hasPart,omitempty"`
}

// AppendConversation appends the JSON-LD of a transcript with its speakers, topics and
// turns. The argument base is the origin of the server, as in "https://edge.example".
// The result does not contain "<", so it can be put unchanged into a script element.
func AppendConversation(dst []byte, t *transcript.Transcript, base string) ([]byte, error) {
	c := conversation(t, base)
	c.Context = "https://schema.org"
	c.Abstract = t.Summary
	for i := range t.Speakers {
		c.Contributor = append(c.Contributor, person(t, i, base))
	}
	for i := range t.Topics {
		c.About = append(c.About, &node{Type: "Thing", Name: t.Topics[i].Label})
	}
	speakers := t.SpeakerIndexes()
	// A quotation refers to the speaker by the @id of the speaker's own object.
	for i := range t.Turns {
		if t.Turns[i].Kind == transcript.Note {
			continue
		}
		q := quotation(t, i, base)
		if k, ok := speakers[t.Turns[i].Speaker]; ok {
			q.SpokenBy = &node{Type: "Person", ID: personID(t, k, base)}
		}
		c.Parts = append(c.Parts, q)
	}
	return appendJSON(dst, c)
}

// AppendQuotation appends the JSON-LD of only one turn, at position i of t.Turns. The
// argument base is the origin of the server, as in "https://edge.example". The result
// does not contain "<", so it can be put unchanged into a script element.
func AppendQuotation(dst []byte, t *transcript.Transcript, i int, base string) ([]byte, error) {
	q := quotation(t, i, base)
	q.Context = "https://schema.org"
	q.Image = q.URL + transcript.CardPath
	if k := t.SpeakerIndex(t.Turns[i].Speaker); k >= 0 {
		q.SpokenBy = person(t, k, base)
	}
	q.PartOf = conversation(t, base)
	return appendJSON(dst, q)
}

// conversation returns the JSON-LD object of the transcript, without speakers, topics
// and turns.
func conversation(t *transcript.Transcript, base string) *node {
	page := pageURL(t, base)
	c := &node{
		Type: "Conversation", ID: page, URL: page, Name: t.Title, Language: t.Lang,
		Version: t.Version, Created: t.RecordedAt, Published: t.DatePublished, Modified: t.DateModified,
		Image: page + transcript.CardPath, BasedOn: t.SourceURL,
		Encoding: &node{Type: "MediaObject", Format: "application/json", ContentURL: base + "/v1/transcripts/" + t.ID},
	}
	if t.Publisher != nil {
		c.Publisher = &node{Type: "Organization", Name: t.Publisher.Name, URL: t.Publisher.URL}
	}
	if t.TranslatedFrom != "" {
		c.Translation = &node{Type: "Conversation", Language: t.TranslatedFrom}
	}
	return c
}

// quotation returns the JSON-LD object of the turn at position i, without the speaker.
func quotation(t *transcript.Transcript, i int, base string) *node {
	turn := &t.Turns[i]
	page := pageURL(t, base) + "/q/" + turn.ID
	q := &node{Type: "Quotation", ID: page, URL: page, Position: i + 1, Text: turn.Text, Language: turn.Lang}
	if q.Language == "" {
		q.Language = t.Lang
	}
	return q
}

func person(t *transcript.Transcript, i int, base string) *node {
	s := &t.Speakers[i]
	return &node{Type: "Person", ID: personID(t, i, base), Name: s.Name, JobTitle: s.Role, SameAs: s.SameAs}
}

func personID(t *transcript.Transcript, i int, base string) string {
	return pageURL(t, base) + "#speaker-" + t.Speakers[i].ID
}

func appendJSON(dst []byte, value any) ([]byte, error) {
	body, err := json.Marshal(value)
	return append(dst, body...), err
}
