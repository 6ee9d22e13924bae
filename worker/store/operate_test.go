//go:build !js

package store_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/transcript"
	"quoteline/worker/store"
)

// operate runs an SQL statement from a file in the folder operate. The arguments after
// the name of the file are the statement's parameters: a name and its value, such as
// "id" and "tides", then the next name, and so on. operate returns the rows of the
// result. Each row is the text of its columns, with spaces between them.
func operate(t *testing.T, db *sql.DB, name string, values ...any) (list []string) {
	t.Helper()
	statement, err := os.ReadFile("operate/" + name + ".sql")
	if err != nil {
		t.Fatal(err)
	}
	var named []any
	for pair := range slices.Chunk(values, 2) {
		named = append(named, sql.Named(pair[0].(string), pair[1]))
	}
	rows, err := db.Query(string(statement), named...)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer rows.Close()
	for rows.Next() {
		columns, _ := rows.Columns()
		row := make([]any, len(columns))
		for i := range row {
			row[i] = new(any)
		}
		if err := rows.Scan(row...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for i := range row {
			line = append(line, fmt.Sprint(*row[i].(*any)))
		}
		list = append(list, strings.Join(line, " "))
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return list
}

// aligned publishes texts as the turns of the next version of the transcript tides. As on
// the server, [transcript.Align] chooses the ids: a turn with the same words keeps its
// id.
func aligned(t *testing.T, s *store.Database, by string, texts ...string) {
	t.Helper()
	head, err := s.Head(t.Context(), "tides")
	if err != nil {
		t.Fatal(err)
	}
	previous, next := new(transcript.Transcript), new(transcript.Transcript)
	if head.Version > 0 {
		if err := json.Unmarshal(head.Body, previous); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range texts {
		next.Turns = append(next.Turns, transcript.Turn{Speaker: "ann", Kind: transcript.Statement, Text: text})
	}
	next.ID, next.Version, next.Title = "tides", head.Version+1, "On tides"
	next.Complete()
	transcript.AssignIDs(next)
	removed, err := transcript.Align(previous, next, func(q *transcript.RecallQuery) (*transcript.Recalled, error) {
		return s.Recall(t.Context(), "tides", q)
	})
	if err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(next)
	if err != nil {
		t.Fatal(err)
	}
	publish(t, s, &transcript.Edition{ID: "tides", Version: next.Version, Body: body, Removed: removed,
		PublishedBy: transcript.PublishedBy{Key: by, Name: by + "-desk"}}, true)
}

// wordings returns, for each turn id, every text that the turn had in any version, the
// newest text first. A link that quotes old words of a turn can only find them in these
// texts.
func wordings(t *testing.T, s *store.Database, versions int) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for n := versions; n > 0; n-- {
		body, err := s.At(t.Context(), "tides", n)
		if err != nil {
			t.Fatal(err)
		}
		var v transcript.Transcript
		if err := json.Unmarshal(body, &v); err != nil || v.Version != n {
			t.Fatalf("version %d: %v", n, err)
		}
		for _, turn := range v.Turns {
			if !slices.Contains(all[turn.ID], turn.Text) {
				all[turn.ID] = append(all[turn.ID], turn.Text)
			}
		}
	}
	return all
}

// Thinning removes turns from old versions to save space. For each turn, every text that
// it ever had must still be in a version, or in the table removed_turns.
func TestThin(t *testing.T) {
	db, s := open(t)
	aligned(t, s, "k1", "One fine day we went out to sea.", "Two boats were lost in the storm.", "Three men came back in the evening.")
	aligned(t, s, "k1", "One fine day we went out to the sea.", "Two boats were lost in the storm.", "Three men came back in the evening.")
	aligned(t, s, "k1", "One fine day we went out to the sea.", "Two boats were lost in the storm.")
	aligned(t, s, "k1", "One fine day we sailed out to the sea.", "Two boats were lost in the storm.")
	aligned(t, s, "k1", "One fine day we sailed out to the sea.", "Two boats were lost in the great storm.")
	before := wordings(t, s, 5)
	if got := operate(t, db, "thinnable", "id", "tides", "keep", 2); len(got) != 3 || !strings.HasPrefix(got[0], "1 ") {
		t.Fatalf("thinnable: %q", got)
	}
	for _, keep := range []int{5, 9} {
		if got := operate(t, db, "thinnable", "id", "tides", "keep", keep); len(got) != 0 {
			t.Errorf("keep %d: %q", keep, got)
		}
	}
	for n := 1; n <= 5; n++ {
		got := operate(t, db, "thin", "id", "tides", "version", n)
		if thins := len(got) == 1; thins != (n < 5) {
			t.Fatalf("version %d: %q", n, got)
		}
	}
	if got := operate(t, db, "thin", "id", "tides", "version", 2); len(got) != 0 {
		t.Errorf("thinned twice: %q", got)
	}
	gone := removedTurns(t, db, "tides")
	after := wordings(t, s, 5)
	for _, turn := range gone {
		if !slices.Contains(after[turn.ID], turn.Text) {
			after[turn.ID] = append(after[turn.ID], turn.Text)
		}
	}
	if fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("wordings before\n%q, after\n%q", before, after)
	}
	body, err := s.At(t.Context(), "tides", 2)
	if err != nil || strings.Contains(string(body), "Two boats") || !strings.Contains(string(body), `"thinned":true`) {
		t.Errorf("version 2: %s, %v", body, err)
	}
	if got, err := s.NearestSurviving(t.Context(), "tides", gone[0].ID); err != nil || got == "" {
		t.Errorf("the removed turn leads to %q, %v", got, err)
	}
	aligned(t, s, "k1", "One fine day we sailed out to the sea.", "Three men came back in the evening.")
	if body, err := s.JSON(t.Context(), "tides"); err != nil || !strings.Contains(string(body), `"`+gone[0].ID+`"`) {
		t.Errorf("the turn is not back under its id: %s, %v", body, err)
	}
}

// If all newer versions are withdrawals (the transcript is unpublished), thinning must
// not remove turns from the last version with turns. A client that publishes the
// transcript again needs these turns, because they then keep their ids.
func TestThinKeepsTheLastTurns(t *testing.T) {
	db, s := open(t)
	aligned(t, s, "k1", "One.")
	for n := 2; n < 5; n++ {
		publish(t, s, withdrawal("tides", n), true)
	}
	if got := operate(t, db, "thin", "id", "tides", "version", 1); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func addKey(t *testing.T, db *sql.DB, key, name string) {
	t.Helper()
	if _, err := db.Exec("INSERT INTO tokens (key, name, hash) VALUES (?, ?, ?)", key, name, strings.Repeat("a", 64)); err != nil {
		t.Fatal(err)
	}
}

// An undo reverses what one token did. The last version that another token stored is
// stored again as a new version, and its turns have their old ids. After that, the
// transcript is as it was before the first token changed it.
func TestUndo(t *testing.T) {
	db, s := open(t)
	addKey(t, db, "bad", "bad-desk")
	aligned(t, s, "k1", "Yes.", "Two boats were lost in the storm.", "Yes.", "Yes.")
	good, err := s.JSON(t.Context(), "tides")
	if err != nil {
		t.Fatal(err)
	}
	aligned(t, s, "bad", "Something else was said here, by others.", "Yes.", "A second lie, which is longer.")
	aligned(t, s, "bad", "Something else was said here, by others.", "Two lies.")
	for _, key := range []string{"bad", "bad-desk"} {
		if got := operate(t, db, "undoable", "key", key, "since", ""); !slices.Equal(got, []string{"tides 3 3 2 1 0 bad-desk 0 0"}) {
			t.Fatalf("undoable: %q", got)
		}
	}
	for _, none := range [][2]string{{"k1", ""}, {"", ""}, {"bad", "2999"}} {
		if got := operate(t, db, "undoable", "key", none[0], "since", none[1]); len(got) != 0 {
			t.Errorf("%q: %q", none, got)
		}
	}
	if got := operate(t, db, "restore", "id", "tides", "newest", 2, "good", 1); len(got) != 0 {
		t.Errorf("after another version came: %q", got)
	}
	if got := operate(t, db, "restore", "id", "tides", "newest", 3, "good", 1); !slices.Equal(got, []string{"tides 4"}) {
		t.Fatalf("restore: %q", got)
	}
	var was, now transcript.Transcript
	body, err := s.JSON(t.Context(), "tides")
	if json.Unmarshal(good, &was) != nil || json.Unmarshal(body, &now) != nil || err != nil || fmt.Sprint(now.Turns) != fmt.Sprint(was.Turns) || now.Version != 4 || now.DateModified == "" {
		t.Errorf("restored: %s, %v", body, err)
	}
	for _, turn := range removedTurns(t, db, "tides") {
		got, err := s.NearestSurviving(t.Context(), "tides", turn.ID)
		if now.TurnIndex(turn.ID) < 0 && now.TurnIndex(got) < 0 || err != nil {
			t.Errorf("the link to %q leads to %q, %v", turn.Text, got, err)
		}
	}
	if got := operate(t, db, "undoable", "key", "bad", "since", ""); len(got) != 1 || !strings.HasPrefix(got[0], "tides 4 3 2 4 0 make undo") {
		t.Errorf("a second undo: %q", got)
	}
	versions, err := s.Versions(t.Context(), "tides")
	if err != nil || versions[0].Name != "make undo" || versions[0].Key != "" || versions[1].Key != "bad" {
		t.Errorf("%+v, %v", versions, err)
	}
}

// An undo stores an old version again, and so removes the turns that came later. For each
// of these, the database must name the nearest turn of the restored version. This must be
// the turn that [transcript.Align] would name.
func TestRestoreNamesTheNearestTurns(t *testing.T) {
	db, s := open(t)
	publish(t, s, edition(t, "tides", 1, "One.", "Two."), true)
	second := edition(t, "tides", 2, "a", "b", "c", "d", "e")
	for i, id := range []string{"x1", "t1", "x2", "t2", "x3"} {
		second.Body = []byte(strings.Replace(string(second.Body), fmt.Sprintf(`"id":"t%d"`, i+1), `"id":"`+id+`"`, 1))
		if i == 0 { // so that the ids t1 and t2 are not replaced again
			second.Body = []byte(strings.NewReplacer(`"id":"t2"`, `"id":"y2"`, `"id":"t3"`, `"id":"y3"`, `"id":"t4"`, `"id":"y4"`, `"id":"t5"`, `"id":"y5"`).Replace(string(second.Body)))
		}
		second.Body = []byte(strings.Replace(string(second.Body), fmt.Sprintf(`"id":"y%d"`, i+1), `"id":"`+id+`"`, 1))
	}
	publish(t, s, second, true)
	operate(t, db, "restore", "id", "tides", "newest", 2, "good", 1)
	for turn, want := range map[string]string{"x1": "t1", "x2": "t1", "x3": "t2"} {
		if got, err := s.NearestSurviving(t.Context(), "tides", turn); got != want || err != nil {
			t.Errorf("%s leads to %q, want %q; %v", turn, got, want, err)
		}
	}
}

// An undo reverses what one token did. If only this token published a transcript, the
// undo withdraws (unpublishes) the transcript. If this token withdrew a transcript, the
// undo publishes the transcript again.
func TestUndoWithdrawals(t *testing.T) {
	db, s := open(t)
	addKey(t, db, "bad", "")
	aligned(t, s, "k1", "One.")
	e := withdrawal("tides", 2)
	e.Key = "bad"
	publish(t, s, e, true)
	only := edition(t, "arches", 1, "A lie.")
	only.Key = "bad"
	publish(t, s, only, true)
	if got := operate(t, db, "undoable", "key", "bad", "since", ""); !slices.Equal(got, []string{"arches 1 1 1 <nil> 0  1 0", "tides 2 2 1 1 1  0 0"}) {
		t.Fatalf("undoable: %q", got)
	}
	operate(t, db, "withdraw", "id", "arches", "newest", 1)
	operate(t, db, "restore", "id", "tides", "newest", 2, "good", 1)
	if _, err := s.JSON(t.Context(), "arches"); err == nil {
		t.Error("arches is still there")
	}
	if body, err := s.JSON(t.Context(), "tides"); err != nil || !strings.Contains(string(body), "One.") {
		t.Errorf("tides: %s, %v", body, err)
	}
}

func TestRevoke(t *testing.T) {
	db, s := open(t)
	addKey(t, db, "k1", "anna")
	addKey(t, db, "k2", "ben")
	if got := operate(t, db, "revoke", "key", "anna"); !slices.Equal(got, []string{"k1 anna"}) {
		t.Errorf("revoke: %q", got)
	}
	if got := operate(t, db, "revoke", "key", "k1"); len(got) != 0 {
		t.Errorf("revoked twice: %q", got)
	}
	anna, err := s.Key(t.Context(), "k1")
	ben, err2 := s.Key(t.Context(), "k2")
	if anna.RevokedAt == "" || strings.Trim(anna.Hash, "0") != "" || len(anna.Hash) != 64 || ben.RevokedAt != "" || err != nil || err2 != nil {
		t.Errorf("%+v, %+v", anna, ben)
	}
	addKey(t, db, "k3", "anna") // the name is free again
	if got := operate(t, db, "tokens"); len(got) != 3 || !strings.HasPrefix(got[0], "k1 anna ") {
		t.Errorf("tokens: %q", got)
	}
}
