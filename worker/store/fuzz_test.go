//go:build !js

package store

import (
	"database/sql"
	"testing"

	_ "modernc.org/sqlite"

	"quoteline/shared/search"
)

// FuzzMatch takes any text that a reader could type, makes a search expression of its
// words, and runs that in SQLite. SQLite must accept the expression: characters and words
// that have a meaning in expressions, such as "*" and OR, must be quoted.
func FuzzMatch(f *testing.F) {
	f.Add(`the "quoted" OR NEAR(a b, 2) -c col:d e* ^f`)
	f.Add("ﬂow 中文 ß \x00 ❤️ \u0301a \xff")
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		f.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a database of its own
	if _, err := db.Exec(`CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words VALUES ('the flow')`); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		words := search.Words(typed)
		if len(words) == 0 || len(words) > 16 {
			return
		}
		for _, expression := range []string{match(words), quoted(words[0])} {
			var n int
			if err := db.QueryRow("SELECT count(*) FROM words WHERE words MATCH ?1", expression).Scan(&n); err != nil {
				t.Fatalf("%q makes the expression %q: %v", typed, expression, err)
			}
		}
	})
}
