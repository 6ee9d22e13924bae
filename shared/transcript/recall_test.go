package transcript_test

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// chronicle makes random edits of a transcript, version after version, and checks the ids
// of each version. The field gone has all turns that a version removed. Each has the
// words that it had when it was removed.
type chronicle struct {
	t       *testing.T
	dice    *rand.Rand
	version transcript.Transcript
	gone    map[string]transcript.Turn
}

// next returns the newest version with a few random edits. In half of the cases, turns
// keep their ids. In the other half, all turns get ids that are made from their words, as
// if the source was read again.
func (c *chronicle) next() *transcript.Transcript {
	next := &transcript.Transcript{Turns: slices.Clone(c.version.Turns)}
	for range 1 + c.dice.IntN(6) {
		words := transcript.Turn{Speaker: string(rune('a' + c.dice.IntN(2))), Text: fmt.Sprint("Sentence ", c.dice.IntN(12), ".")}
		at := c.dice.IntN(len(next.Turns) + 1)
		switch c.dice.IntN(4) {
		case 0:
			next.Turns = slices.Insert(next.Turns, at, words)
		case 1:
			next.Turns = slices.Delete(next.Turns, at, min(at+1+c.dice.IntN(4), len(next.Turns)))
		case 2:
			if at < len(next.Turns) {
				next.Turns[at].Text = words.Text
			}
		case 3:
			clear(next.Turns[at:min(at+3, len(next.Turns))])
		}
	}
	forget := c.dice.IntN(2) == 0
	for i := range next.Turns {
		if turn := &next.Turns[i]; turn.Text == "" || forget {
			turn.ID = ""
			turn.Text = cmp.Or(turn.Text, "Sentence 0.")
		}
	}
	transcript.AssignIDs(next)
	return next
}

// expect checks the ids of next after Align. The argument given has the ids before Align.
// Three kinds of ids are permitted: the id of a turn of the previous version, the id of a
// removed turn with the same words, and an id that no turn ever had.
func (c *chronicle) expect(next *transcript.Transcript, given []string) {
	c.t.Helper()
	before := map[string]bool{}
	for _, turn := range c.version.Turns {
		before[turn.ID] = true
	}
	returning := map[transcript.Said]string{}
	for _, id := range slices.Sorted(maps.Keys(c.gone)) {
		if turn := c.gone[id]; !before[id] {
			returning[transcript.Said{Speaker: turn.Speaker, Text: turn.Text}] = id
		}
	}
	seen := map[string]bool{}
	for i, turn := range next.Turns {
		words := transcript.Said{Speaker: turn.Speaker, Text: turn.Text}
		_, removed := c.gone[turn.ID]
		want := returning[words]
		switch {
		case seen[turn.ID]:
			c.t.Fatalf("two turns have the id %s", turn.ID)
		case before[turn.ID]:
		case want != "":
			delete(returning, words)
			if turn.ID != want {
				c.t.Fatalf("%v is back as %s, want %s", words, turn.ID, want)
			}
		case removed:
			c.t.Fatalf("%v has the id of %v", words, c.gone[turn.ID])
		case turn.ID != given[i]:
			if _, taken := c.gone[given[i]]; !taken && !before[given[i]] {
				c.t.Fatalf("%v had the free id %s and has %s", words, given[i], turn.ID)
			}
		}
		seen[turn.ID] = true
	}
}

// Random edits must never give the id of a removed turn to other words. A removed turn
// that comes back must have its old id again.
func TestAlignAfterRandomEdits(t *testing.T) {
	for seed := range uint64(300) {
		c := &chronicle{t: t, dice: rand.New(rand.NewPCG(seed, 1)), gone: map[string]transcript.Turn{}}
		for number := range 40 {
			next := c.next()
			given := strings.Fields(ids(next))
			gone := slices.Collect(maps.Values(c.gone))
			removals := align(t, &c.version, next, gone)
			c.expect(next, given)
			for _, r := range removals {
				c.gone[r.Turn] = c.version.Turns[c.version.TurnIndex(r.Turn)]
			}
			next.Version = number + 1
			c.version = *next
		}
	}
}

// If a removed turn has the id that was made for a new turn, another id is made.
func TestNewIDsAreAskedAbout(t *testing.T) {
	asked := 0
	recall := func(q *transcript.RecallQuery) (*transcript.Recalled, error) {
		asked++
		if asked < 4 {
			return &transcript.Recalled{Taken: q.IDs}, nil
		}
		return &transcript.Recalled{}, nil
	}
	next := conversation("a1 ann: New words.")
	if _, err := transcript.Align(conversation("q1 host: Is that so?"), next, recall); err != nil || asked != 4 || next.Turns[0].ID == "a1" {
		t.Errorf("%d questions, %v, %v", asked, next.Turns, err)
	}
}

func TestAlignWithoutAnswer(t *testing.T) {
	broken := errors.New("broken")
	recall := func(*transcript.RecallQuery) (*transcript.Recalled, error) { return nil, broken }
	next := conversation("a1 ann: New words.")
	if _, err := transcript.Align(conversation("q1 host: Is that so?"), next, recall); !errors.Is(err, broken) || ids(next) != "a1" {
		t.Errorf("%v, %s", err, ids(next))
	}
	same := conversation("x1 host: Is that so?")
	if _, err := transcript.Align(conversation("q1 host: Is that so?"), same, recall); err != nil || ids(same) != "q1" {
		t.Errorf("nothing to ask: %v, %s", err, ids(same))
	}
}
