package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// Options describe the surroundings of the markup.
type Options struct {
	// Base is the origin of the edge endpoint without a trailing slash, as in
	// "https://edge.example"; empty for links relative to the site's root.
	Base string
	// Words is the language of the interface; nil for English.
	Words *messages.Table
	// Player is the recording that plays.
	Player Player
	// Turns, if not 0, limits the list of a dense transcript to the chunks that
	// begin at or before that turn number.
	Turns int
	// Highlights leaves the hits of a search unmarked, because the browser draws
	// them (CSS Custom Highlight API). The turn with the current hit is marked
	// anyway.
	Highlights bool
}

// FirstTurns is how many turns of a dense transcript an article holds until the
// browser program writes the others. They fill a few screens.
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
