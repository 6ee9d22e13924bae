//go:build !js

package store_test

import (
	"database/sql"
	"testing"
)

// chain adds removed turns to the table removed_turns. Each row has a removed turn and
// the turn nearest to it, which a later version removed as well. So the turn "x1" leads
// to "x2", "x2" leads to "x3", and so on. The last one leads to the turn t2 of the newest
// version.
func chain(t *testing.T, db *sql.DB, from, to int) {
	t.Helper()
	_, err := db.Exec(`WITH RECURSIVE n (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM n WHERE n < ?2)
		INSERT INTO removed_turns SELECT 'tides', 'x' || n, n, 'x' || (n + 1), 'ann', 'Sentence ' || n FROM n`, from, to-1)
	if err == nil {
		_, err = db.Exec("INSERT INTO removed_turns VALUES ('tides', 'x' || ?1, ?1, 't2', 'ann', 'Gone.')", to)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// For a removed turn, the database has a link to the nearest turn. If the nearest turn
// was removed later, it has a link too, and so on. The database must follow only some
// of these links, and then use a turn of the newest version. So its work must not grow
// with the number of links.
func TestNearestFollowsFewLinks(t *testing.T) {
	steps := map[int]int{}
	for rewrites, want := range map[int]string{2: "t2", 100: "t2", 200: "t2", 201: "t1", 1000: "t1", 20_000: "t1"} {
		db, s := open(t)
		publish(t, s, edition(t, "tides", 1, "One.", "Two."), true)
		chain(t, db, 1, rewrites)
		if got, err := s.NearestSurviving(t.Context(), "tides", "x1"); got != want || err != nil {
			t.Errorf("after %d rewrites: %q, %v, want %q", rewrites, got, err, want)
		}
		steps[rewrites] = countSteps(t, db, "nearest.sql", []any{"tides", "x1", 200})
	}
	if most := 12 * steps[1000]; 10*steps[20_000] > most || steps[1000] > 20_000 {
		t.Errorf("steps of SQLite by number of rewrites: %v", steps)
	}
	t.Logf("steps of SQLite by number of rewrites: %v", steps)
}
