package propose

import (
	"strconv"
	"strings"

	"quoteline/shared/transcript"
)

const (
	minAsked = 3 // turns with a question that a host needs
	askedOf  = 4 // of this many turns with a question, at most one may be of others
	asksIn   = 2 // one of this many turns of a host has a question
)

// host returns the index of the speaker who asks the questions, and the reason. The index is
// -1 if there is a host already, or if the questions do not show one. A discussion, in which
// several people ask, has no host.
func host(t *transcript.Transcript) (speaker int, reason string) {
	for i := range t.Speakers {
		if t.Speakers[i].Kind == transcript.KindHost {
			return -1, ""
		}
	}
	if len(t.Speakers) < 2 {
		return -1, ""
	}
	asked, turns, all := questions(t)
	best := 0
	for s := range asked {
		if asked[s] > asked[best] {
			best = s
		}
	}
	n := asked[best]
	if n < minAsked || n*askedOf < all*(askedOf-1) || n*asksIn < turns[best] {
		return -1, ""
	}
	return best, "asks in " + strconv.Itoa(n) + " of the " + strconv.Itoa(all) + " turns with a question mark"
}

// questions returns, for each speaker, the number of turns with a question mark and the
// number of all turns. The last result is the number of turns with a question mark by all
// speakers together. Notes are not counted.
func questions(t *transcript.Transcript) (asked, turns []int, all int) {
	asked, turns = make([]int, len(t.Speakers)), make([]int, len(t.Speakers))
	at := t.SpeakerIndexes()
	for i := range t.Turns {
		s, ok := at[t.Turns[i].Speaker]
		if !ok || t.Turns[i].Kind == transcript.Note {
			continue
		}
		turns[s]++
		if hasQuestion(t.Turns[i].Text) {
			asked[s]++
			all++
		}
	}
	return asked, turns, all
}

// hasQuestion reports whether a text has a question mark, also of Arabic, Chinese or
// Armenian.
func hasQuestion(text string) bool { return strings.ContainsAny(text, "?؟？՞") }
