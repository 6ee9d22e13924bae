package transcript_test

import (
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// FuzzAlign compares any two versions. Each turn must have a different id. For each
// removed turn, there must be a nearest turn that is still there.
func FuzzAlign(f *testing.F) {
	f.Add("a x: one two\nb y: three", "c x: one\nb y: two three\nd x: one two")
	f.Add("a x: Yes.\nb x: Yes.\nc x: Yes.", "c x: Yes.\na x: No.")
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.Count(before+after, "\n") > 60 {
			return
		}
		previous, next := named(before), named(after)
		removed, err := transcript.Align(previous, next, nil)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for i := range next.Turns {
			if id := next.Turns[i].ID; id == "" || seen[id] {
				t.Fatalf("the id %q of turn %d is empty or not unique", id, i+1)
			}
			seen[next.Turns[i].ID] = true
		}
		for _, r := range removed {
			if seen[r.Turn] || len(next.Turns) > 0 && !seen[r.Nearest] {
				t.Fatalf("removal %+v of %v", r, seen)
			}
		}
		again := named(after)
		if _, err := transcript.Align(next, again, nil); err != nil || ids(again) != ids(next) {
			t.Fatalf("the same text has the ids %q and then %q", ids(next), ids(again))
		}
	})
}

// named makes a transcript from lines, as the function conversation does. If a turn has
// the same id as an earlier one, it gets a new id.
func named(lines string) *transcript.Transcript {
	t, seen := conversation(lines), map[string]bool{}
	for i := range t.Turns {
		if turn := &t.Turns[i]; seen[turn.ID] {
			turn.ID = ""
		}
		seen[t.Turns[i].ID] = true
	}
	transcript.AssignIDs(t)
	return t
}
