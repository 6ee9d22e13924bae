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

// history is what a transcript's links promise: the id of every turn that any version
// had, with the words that the turn had last.
type history struct {
	alive, gone map[string]transcript.Said
}

// follow compares the links with a new version. It returns an error if a removed turn's
// id now has other words.
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

// After random edits, which the real database stores, each link leads to its turn or
// names a turn that is there, and no id has passed to other words.
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
