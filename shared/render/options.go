package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// Options holds the settings that most functions of this package need, such as the
// language of the interface.
type Options struct {
	// Base is the origin of the server with the transcripts, without a trailing slash,
	// as in "https://edge.example". If Base is "", links are relative to the site's
	// root.
	Base string
	// Words are the texts of the interface in its language; nil for English.
	Words *messages.Table
	// Player says which player plays the recording when a reader presses the time of
	// a turn.
	Player Player
	// Turns limits how many turns the list of a long (dense) transcript contains; 0
	// is no limit. The list is divided into chunks, each a run of turns. If Turns is
	// 120, each chunk that begins after turn 120 is empty.
	Turns int
	// Highlights is true if the browser highlights the hits of a search (CSS Custom
	// Highlight API). Then only the turn with the current hit has <mark> elements for
	// its hits.
	Highlights bool
}

// FirstTurns limits how many turns of a long transcript are in the markup for an
// article. These turns fill a few screens. The program in the browser adds the others.
const FirstTurns = 120

// appendPageURL appends the address of the transcript's page.
func appendPageURL(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = appendEscaped(dst, o.Base)
	dst = append(dst, "/t/"...)
	return appendEscaped(dst, t.ID)
}

// appendTurnURL appends the address of the page of turn i.
func appendTurnURL(dst []byte, t *transcript.Transcript, i int, o Options) []byte {
	return appendQuoteURL(dst, t, t.Turns[i].ID, o)
}

// appendQuoteURL appends the address of the page of the turn with this id.
func appendQuoteURL(dst []byte, t *transcript.Transcript, id string, o Options) []byte {
	dst = appendPageURL(dst, t, o)
	dst = append(dst, "/q/"...)
	return appendEscaped(dst, id)
}

// appendDataURL appends the address of the transcript's JSON.
func appendDataURL(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = appendEscaped(dst, o.Base)
	dst = append(dst, "/v1/transcripts/"...)
	return appendEscaped(dst, t.ID)
}
