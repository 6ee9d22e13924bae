package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// Options hold the settings that most functions of this package need, such as the
// language of the interface.
type Options struct {
	// Base is the origin of the edge endpoint without a trailing slash, as in
	// "https://edge.example"; empty for links relative to the site's root.
	Base string
	// Words are the texts of the interface in its language; nil for English.
	Words *messages.Table
	// Player is the recording that plays when a reader presses the time of a turn.
	Player Player
	// Turns, if not 0, limits the list of a dense transcript. The list contains only
	// the chunks that begin at or before this turn number.
	Turns int
	// Highlights is true if the browser highlights the hits of a search (CSS Custom
	// Highlight API). Then the markup has no marks for hits, except in the turn with
	// the current hit.
	Highlights bool
}

// FirstTurns is how many turns of a dense transcript the markup in an article contains.
// The browser program adds the others. These turns fill a few screens.
const FirstTurns = 120

// appendPageURL appends the address of the transcript's page.
func appendPageURL(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = appendEscaped(dst, o.Base)
	dst = append(dst, "/t/"...)
	return appendEscaped(dst, t.ID)
}

// appendTurnURL appends the address of the page of turn i.
func appendTurnURL(dst []byte, t *transcript.Transcript, i int, o Options) []byte {
	dst = appendPageURL(dst, t, o)
	dst = append(dst, "/q/"...)
	return appendEscaped(dst, t.Turns[i].ID)
}

// appendDataURL appends the address of the transcript's JSON.
func appendDataURL(dst []byte, t *transcript.Transcript, o Options) []byte {
	dst = appendEscaped(dst, o.Base)
	dst = append(dst, "/v1/transcripts/"...)
	return appendEscaped(dst, t.ID)
}
