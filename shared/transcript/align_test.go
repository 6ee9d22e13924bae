package transcript_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// conversation makes a transcript from lines in the form "id speaker: text".
func conversation(lines string) *transcript.Transcript {
	t := new(transcript.Transcript)
	for line := range strings.Lines(lines) {
		head, text, _ := strings.Cut(strings.TrimSpace(line), ": ")
		id, speaker, _ := strings.Cut(head, " ")
		t.Turns = append(t.Turns, transcript.Turn{ID: id, Speaker: speaker, Text: text})
	}
	return t
}

func ids(t *transcript.Transcript) string {
	var all []string
	for i := range t.Turns {
		all = append(all, t.Turns[i].ID)
	}
	return strings.Join(all, " ")
}

const tideTalk = `q1 host: When did you first measure the tides here?
a1 ann: In the spring of 1998, with a stick and a notebook.
q2 host: Is that so?
a2 ann: Yes.
q3 host: And what did the harbour master say about it?
a3 ann: He said that the sea would not wait for my notebook.
q4 host: Is that so?
a4 ann: Yes.`

func TestAlign(t *testing.T) {
	for _, tc := range []struct {
		name, next string
		gone       string
		want       string // ids of the turns of next
		removed    string // a "turn>nearest" for each removal
	}{
		{name: "other ids alone", next: strings.ReplaceAll(tideTalk, "q", "x"),
			want: "q1 a1 q2 a2 q3 a3 q4 a4"},
		{name: "inserted, reworded, removed", next: `n1 host: When did you first measure the tides here?
n2 ann: In the spring of 1999, with a stick and one notebook.
n3 host: Is that so?
n4 ann: Yes.
n5 host: Who paid for the stick?
n6 ann: He said that the sea would not wait for my notebook.
n7 host: Is that so?
n8 ann: Yes.`, want: "q1 a1 q2 a2 n5 a3 q4 a4", removed: "q3>a2"},
		{name: "repeated words go with their neighbours", next: `n0 host: Is that so?
n1 host: When did you first measure the tides here?
n2 ann: In the spring of 1998, with a stick and a notebook.
n5 host: And what did the harbour master say about it?
n6 ann: He said that the sea would not wait for my notebook.
n7 host: Is that so?
n8 ann: Yes.`, want: "q2 q1 a1 q3 a3 q4 a4", removed: "a2>q2"},
		{name: "moved turns keep their ids", next: `n5 host: And what did the harbour master say about it?
n6 ann: He said that the sea would not wait for my notebook.
n7 host: Is that so?
n8 ann: Yes.
n1 host: When did you first measure the tides here?
n2 ann: In the spring of 1998, with a stick and a notebook.
n3 host: Is that so?
n4 ann: Yes.`, want: "q3 a3 q4 a4 q1 a1 q2 a2"},
		{name: "ids that are places do not mislead", next: `q1 host: When did you first measure the tides here?
a1 ann: Let me look that up before I answer you wrongly.
q2 ann: It was in the spring of 1998, with a stick and a notebook.
a2 host: Is that so?
q3 ann: Yes.`, want: "q1 ID a1 q4 a4", removed: "q2>a1 a2>a1 q3>a1 a3>a1"},
		{name: "the id shows which turn was rewritten", next: `q1 host: When did you first measure the tides here?
a1 ann: Ask my sister.
q2 host: Is that so?
a2 ann: Yes.`, want: "q1 a1 q4 a4", removed: "q2>a1 a2>a1 q3>a1 a3>a1"},
		{name: "words given to the right speaker", next: `n1 host: When did you first measure the tides here?
n2 ben: In the spring of 1998, with a stick and a notebook.`,
			want: "q1 a1", removed: "q2>a1 a2>a1 q3>a1 a3>a1 q4>a1 a4>a1"},
		{name: "an id of other words is not given again", gone: "old ann: Welcome.", next: tideTalk + "\nold ann: Goodbye then, and thank you.",
			want: "q1 a1 q2 a2 q3 a3 q4 a4 ID"},
		{name: "words that come back get their id again", gone: "old ann: Welcome.\na1 ann: Welcome.", next: tideTalk + "\nn9 ann: Welcome.",
			want: "q1 a1 q2 a2 q3 a3 q4 a4 old"},
		{name: "the first turns are gone", next: `n2 ann: In the spring of 1998, with a stick and a notebook.
n3 host: Is that so?`, want: "a1 q2", removed: "q1>a1 a2>q2 q3>q2 a3>q2 q4>q2 a4>q2"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			next := conversation(tc.next)
			removals := align(t, conversation(tideTalk), next, conversation(tc.gone).Turns)
			if got := knownIDs(next); got != tc.want {
				t.Errorf("ids: %s, want %s", got, tc.want)
			}
			var removed []string
			for _, r := range removals {
				removed = append(removed, r.Turn+">"+r.Nearest)
			}
			if got := strings.Join(removed, " "); got != tc.removed {
				t.Errorf("removed: %s, want %s", got, tc.removed)
			}
		})
	}
}

// align calls Align for two versions. gone has the turns that earlier versions removed.
func align(t *testing.T, previous, next *transcript.Transcript, gone []transcript.Turn) []transcript.Removal {
	t.Helper()
	removals, err := transcript.Align(previous, next, recallFrom(gone))
	if err != nil {
		t.Fatal(err)
	}
	return removals
}

// recallFrom returns a function that answers questions about removed turns, as the
// database does. The argument gone lists the removed turns.
func recallFrom(gone []transcript.Turn) transcript.Recall {
	return func(q *transcript.RecallQuery) (*transcript.Recalled, error) {
		answer := &transcript.Recalled{Turns: map[int]string{}}
		for _, turn := range gone {
			if slices.Contains(q.IDs, turn.ID) {
				answer.Taken = append(answer.Taken, turn.ID)
			}
			i := slices.Index(q.Said, transcript.Said{Speaker: turn.Speaker, Text: turn.Text})
			if i >= 0 && turn.ID > answer.Turns[i] && !slices.Contains(q.Except, turn.ID) {
				answer.Turns[i] = turn.ID
			}
		}
		return answer, nil
	}
}

// knownIDs returns the ids of the turns. It replaces each id of seven characters by
// "ID", because such an id was made by Align.
func knownIDs(t *transcript.Transcript) string {
	all := strings.Fields(ids(t))
	for i, id := range all {
		if len(id) == 7 {
			all[i] = "ID"
		}
	}
	return strings.Join(all, " ")
}

func TestAlignFollowsReferences(t *testing.T) {
	next := conversation(`n1 host: When did you first measure the tides here?
n2 ann: In the spring of 1998, with a stick and a notebook.`)
	next.Turns[1].ReplyTo = "n1"
	next.Corrections = []transcript.Correction{{Turn: "n2"}, {Turn: "a4"}}
	align(t, conversation(tideTalk), next, nil)
	if next.Turns[1].ReplyTo != "q1" || next.Corrections[0].Turn != "a1" || next.Corrections[1].Turn != "a4" {
		t.Errorf("reply to %s, corrections %v", next.Turns[1].ReplyTo, next.Corrections)
	}
}

func TestAlignGivesEachIDOnce(t *testing.T) {
	previous, next := new(transcript.Transcript), new(transcript.Transcript)
	for i := range 3000 {
		previous.Turns = append(previous.Turns, transcript.Turn{ID: fmt.Sprint("t", i), Text: fmt.Sprintf("number %d of many", i%50)})
		next.Turns = append(next.Turns, transcript.Turn{ID: fmt.Sprint("t", i+7), Text: fmt.Sprintf("number %d of very many", i%60)})
	}
	removals := align(t, previous, next, nil)
	seen := make(map[string]bool)
	for _, turn := range next.Turns {
		if seen[turn.ID] || turn.ID == "" {
			t.Fatalf("id %q is there twice", turn.ID)
		}
		seen[turn.ID] = true
	}
	for _, r := range removals {
		if seen[r.Turn] || !seen[r.Nearest] {
			t.Errorf("removed %s is there, or nearest %s is not", r.Turn, r.Nearest)
		}
	}
}

func TestDiff(t *testing.T) {
	previous := conversation(tideTalk)
	next := conversation(`q1 host: When did you first measure the tides here?
a1 ann: In the spring of 1999, with a stick and a notebook.
q2 host: Is that so?
a2 ann: Yes.
q3 host: And what did the harbour master say about it?
new ann: Nothing at all.
q4 host: Is that so?
a4 ann: Yes.`)
	c := transcript.Diff(previous, next)
	if len(c.Inserted) != 1 || c.Inserted[0].ID != "new" || len(c.Removed) != 1 || c.Removed[0].ID != "a3" ||
		len(c.Reworded) != 1 || c.Reworded[0].Turn != "a1" || len(c.Moved) != 0 {
		t.Fatalf("%+v", c)
	}
	want := []transcript.Edit{
		{Op: transcript.Same, Text: "In the spring of "},
		{Op: transcript.Delete, Text: "1998,"},
		{Op: transcript.Insert, Text: "1999,"},
		{Op: transcript.Same, Text: " with a stick and a notebook."},
	}
	if !slices.Equal(c.Reworded[0].Words, want) {
		t.Errorf("words: %q", c.Reworded[0].Words)
	}
	moved := conversation("a1 ann: b\nq1 host: a")
	if c := transcript.Diff(conversation("q1 host: a\na1 ann: b"), moved); len(c.Moved) != 1 {
		t.Errorf("moved: %v", c.Moved)
	}
}
