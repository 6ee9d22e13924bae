//go:build !js

package store_test

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/transcript"
)

// remove makes the database treat turns as removed: it adds them to the table
// removed_turns. Each line has the form "id speaker: text".
func remove(t *testing.T, db *sql.DB, transcript string, lines ...string) {
	t.Helper()
	for _, line := range lines {
		head, text, _ := strings.Cut(line, ": ")
		turn, speaker, _ := strings.Cut(head, " ")
		if _, err := db.Exec("INSERT INTO removed_turns VALUES (?, ?, 2, 'x', ?, ?)", transcript, turn, speaker, text); err != nil {
			t.Fatal(err)
		}
	}
}

// said converts lines of the form "speaker: text" into a list of speakers and their
// words.
func said(lines ...string) (list []transcript.Said) {
	for _, line := range lines {
		speaker, text, _ := strings.Cut(line, ": ")
		list = append(list, transcript.Said{Speaker: speaker, Text: text})
	}
	return list
}

// Recall looks for turns with given words or ids among the removed turns. It must also
// find turns that were removed before migration 0005.
func TestRecall(t *testing.T) {
	for _, numbers := range [][2]string{{"000[1-4]", "000[5-9]"}, {"000[1-9]", ""}} {
		db, s := openAt(t, numbers[0])
		remove(t, db, "tides", "a ann: Yes.", "b ann: Yes.", "c host: Yes.", "d ann: No.", "e ann: It's \"so\" – 公司 <b>\u2028😀", "f ann: yes.")
		remove(t, db, "other", "g ann: Yes.", "z ann: Yes.")
		if numbers[1] != "" {
			migrate(t, db, numbers[1])
		}
		for _, tc := range []struct {
			name  string
			q     transcript.RecallQuery
			turns map[int]string
			taken []string
		}{
			{name: "nothing is asked", turns: map[int]string{}},
			{name: "the last of several", q: transcript.RecallQuery{Said: said("ann: Yes.", "ann: Maybe.", "host: Yes.")},
				turns: map[int]string{0: "b", 2: "c"}},
			{name: "those that are back do not count", q: transcript.RecallQuery{Said: said("ann: Yes.", "ann: No."), Except: []string{"b", "d", "x"}},
				turns: map[int]string{0: "a"}},
			{name: "any character", q: transcript.RecallQuery{Said: said("ann: It's \"so\" – 公司 <b>\u2028😀")}, turns: map[int]string{0: "e"}},
			{name: "ids", q: transcript.RecallQuery{IDs: []string{"a", "g", "h", "d", "'"}}, turns: map[int]string{}, taken: []string{"a", "d"}},
			{name: "both", q: transcript.RecallQuery{Said: said("ann: No."), IDs: []string{"c"}}, turns: map[int]string{0: "d"}, taken: []string{"c"}},
		} {
			got, err := s.Recall(t.Context(), "tides", &tc.q)
			if err != nil || !maps.Equal(got.Turns, tc.turns) || !slices.Equal(slices.Sorted(slices.Values(got.Taken)), tc.taken) {
				t.Errorf("migrations %v, %s: %+v, %v", numbers, tc.name, got, err)
			}
		}
	}
}

// Recall looks for turns with given words among the removed turns. It divides a long list
// of words into several queries. The positions in the answer must be positions in the
// whole list.
func TestRecallOfMuchText(t *testing.T) {
	db, s := open(t)
	q := new(transcript.RecallQuery)
	want := map[int]string{}
	for i := range 40 {
		text := strings.Repeat(fmt.Sprint(i, " "), 20_000)
		q.Said = append(q.Said, transcript.Said{Speaker: "ann", Text: text})
		if i%3 == 0 {
			want[i] = fmt.Sprint("t", i)
			remove(t, db, "tides", fmt.Sprintf("t%d ann: %s", i, text))
		}
	}
	q.IDs = []string{"t3", "t4"}
	got, err := s.Recall(t.Context(), "tides", q)
	if err != nil || !maps.Equal(got.Turns, want) || !slices.Equal(got.Taken, []string{"t3"}) {
		t.Errorf("%v, %v", got, err)
	}
}

// rewriting makes a version of which every turn is new. It returns the values for two SQL
// statements: for publish.sql, which stores the version, and for recall.sql, which looks
// for removed turns with the same words.
func rewriting(t *testing.T, version, turns int) (publish, recall []any) {
	t.Helper()
	texts := make([]string, turns)
	var words, ids, removed, before []string
	for i := range texts {
		texts[i] = fmt.Sprintf("Sentence %d of edition %d, which nobody said before.", i, version)
		words = append(words, fmt.Sprintf(`["ann",%q]`, texts[i]))
		ids = append(ids, fmt.Sprintf(`"t%d"`, i+1))
		before = append(before, fmt.Sprintf(`"old-%d-%d"`, version-1, i))
		removed = append(removed, fmt.Sprintf(`{"turn":"old-%d-%d","nearest":"t1"}`, version-1, i))
	}
	e := edition(t, "tides", version, texts...)
	list := func(all []string) string { return "[" + strings.Join(all, ",") + "]" }
	return []any{"tides", version, string(e.Body), 0, list(removed), "", ""}, []any{"tides", list(words), list(before), list(ids)}
}

// The test replaces all turns of a long transcript. The work of SQLite must not depend on
// how many turns earlier versions have removed.
func TestRewritesCostTheSame(t *testing.T) {
	const turns, rewrites = 200, 300
	db, s := open(t)
	texts := make([]string, turns)
	for i := range texts {
		texts[i] = fmt.Sprint("Sentence ", i)
	}
	publish(t, s, edition(t, "tides", 1, texts...), true)
	measure := func() (steps [2]int) {
		insert, question := rewriting(t, 2, turns)
		return [2]int{countSteps(t, db, "recall.sql", question), countSteps(t, db, "publish.sql", insert)}
	}
	fill := func(from, to int) {
		_, err := db.Exec(`WITH RECURSIVE n (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM n WHERE n < ?2)
			INSERT INTO removed_turns SELECT 'tides', 'x' || (n * 7919 % 1000003), 1, 't1', 'ann', 'Sentence ' || n || ', removed.' FROM n`, from, to)
		if err != nil {
			t.Fatal(err)
		}
	}
	fill(1, turns)
	second := measure()
	fill(turns+1, turns*rewrites)
	last := measure()
	for i, name := range []string{"recall.sql", "publish.sql"} {
		if second[i] < turns || 10*last[i] > 12*second[i] {
			t.Errorf("%s: %d steps after one rewrite, %d after %d", name, second[i], last[i], rewrites)
		}
	}
	t.Logf("steps after one rewrite %v, after %d %v", second, rewrites, last)
}
