package render

import (
	"quoteline/shared/messages"
	"quoteline/shared/transcript"
)

// Options are the surroundings of the markup.
type Options struct {
	// Base is the origin of the edge endpoint without a trailing slash, as in
	// "https://edge.example"; empty for links relative to the site's root.
	Base string
	// Words is the language of the interface; nil for English.
	Words *messages.Table
	// Player says which recording plays.
	Player Player
	// Turns, where it is not 0, is about how many turns of a dense transcript the
	// list holds: the chunks that begin up to that number.
	Turns int
	// Highlights leaves the hits of a search to the browser's own highlights; the
	// turn with the current hit has its marks all the same.
	Highlights bool
}

// FirstTurns is how many turns of a dense transcript an article holds before the
// program writes the others: some screens full.
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
