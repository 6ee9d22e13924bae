//go:build !js

package api_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"testing"

	"quoteline/shared/transcript"
)

// history records what a transcript's links must lead to: each turn that any version had,
// with the latest words of that turn. The keys are the ids of the turns. The map alive has
// the turns of the newest version, and the map gone has the removed turns.
type history struct {
	alive, gone map[string]transcript.Said
}

// follow adds a new version to the history. A removed turn may come back with its id.
// follow returns an error if a turn comes back with other words, because old links would
// then lead to words that they do not quote.
func (h *history) follow(now *transcript.Transcript) error {
	present := map[string]transcript.Said{}
	for _, turn := range now.Turns {
		words := transcript.Said{Speaker: turn.Speaker, Text: turn.Text}
		present[turn.ID] = words
		if last, removed := h.gone[turn.ID]; removed {
			if last != words {
				return fmt.Errorf("the id %s of %v has the words %v", turn.ID, last, words)
			}
			delete(h.gone, turn.ID)
		}
	}
	for id, words := range h.alive {
		if _, ok := present[id]; !ok {
			h.gone[id] = words
		}
	}
	h.alive = present
	return nil
}

// This test makes random edits and stores each version in a real database. A link to a
// present turn must lead to that turn. For a link to a removed turn, the server must name
// a turn that the newest version has. The id of a removed turn must never be given to
// other words.
func TestLinksAfterRandomEdits(t *testing.T) {
	d := newWritable(t)
	for seed := range uint64(3) {
		dice := rand.New(rand.NewPCG(seed, 2))
		path := fmt.Sprint("/v1/transcripts/edits-", seed)
		h := &history{map[string]transcript.Said{}, map[string]transcript.Said{}}
		lines := []string{"ann: Sentence 0."}
		for range 25 {
			for range 1 + dice.IntN(4) {
				at := dice.IntN(len(lines) + 1)
				line := fmt.Sprintf("%s: Sentence %d.", []string{"ann", "host"}[dice.IntN(2)], dice.IntN(9))
				if dice.IntN(2) == 0 && len(lines) > 2 {
					lines = slices.Delete(lines, min(at, len(lines)-2), min(at+2, len(lines)))
				}
				lines = slices.Insert(lines, min(at, len(lines)), line)
			}
			if w := d.send(http.MethodPut, path, talk(lines...)); w.Code >= 300 {
				t.Fatalf("%d %s", w.Code, w.Body)
			}
			now := decode[transcript.Transcript](t, d.send("GET", path, ""))
			if err := h.follow(&now); err != nil {
				t.Fatalf("edits %d, version %d: %v", seed, now.Version, err)
			}
		}
		for id := range h.gone {
			w := d.send("GET", path+"/turns/"+id, "")
			if p := decode[struct{ Nearest string }](t, w); w.Code != http.StatusGone || h.alive[p.Nearest].Text == "" {
				t.Errorf("edits %d: the removed turn %s: %d %s", seed, id, w.Code, w.Body)
			}
		}
	}
}
