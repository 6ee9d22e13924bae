//go:build !js

package shim_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"testing"

	"modernc.org/sqlite"

	"quoteline/worker/shim"
)

// memory connects to an SQLite database in memory, with which the tests replace D1.
type memory struct{}

func (memory) Connect(context.Context) (driver.Conn, error) {
	return new(sqlite.Driver).Open("file:shim?mode=memory&cache=shared")
}
func (memory) Driver() driver.Driver { return new(sqlite.Driver) }

// piece encodes one piece of a query's result, as d1.mjs does. First comes a letter,
// which says what the piece is: "r" is the start of a row, for example. Then come the
// length of the text in four bytes, and the text.
func piece(kind, text string) string {
	return kind + string(binary.LittleEndian.AppendUint32(nil, uint32(len(text)))) + text
}

// ask runs a query on the database. The query is encoded as by questionOf, and the
// returned rows are encoded as by d1.mjs.
func ask(t *testing.T, db *sql.DB, question string) string {
	t.Helper()
	var q []any
	if err := json.Unmarshal([]byte(question), &q); err != nil {
		t.Fatalf("%q: %v", question, err)
	}
	result := piece("q", question)
	rows, err := db.Query(q[0].(string), q[1:]...)
	if err != nil {
		return result + piece("f", err.Error())
	}
	defer rows.Close()
	for rows.Next() {
		columns, _ := rows.Columns()
		values := make([]sql.NullString, len(columns))
		targets := make([]any, len(columns))
		for i := range values {
			targets[i] = &values[i]
		}
		if err := rows.Scan(targets...); err != nil {
			t.Fatal(err)
		}
		result += piece("r", "")
		for i, v := range values {
			kind := map[bool]string{true: "s", false: "n"}[v.Valid]
			if columns[i] == "n" || columns[i] == "f" {
				kind = "d"
			}
			result += piece(kind, v.String)
		}
	}
	return result
}

func TestQueriesAreAnsweredInRounds(t *testing.T) {
	db := sql.OpenDB(shim.Connector{Connector: memory{}})
	t.Cleanup(func() { db.Close() })
	handled := 0
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handled++
		var word string
		var next int
		if err := db.QueryRowContext(r.Context(), `SELECT 'gruß' AS s, ? AS n`, 41).Scan(&word, &next); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		var none sql.NullString
		var half float64
		err := db.QueryRowContext(r.Context(), `SELECT NULL AS s, ? / 2.0 AS f`, next).Scan(&none, &half)
		w.Header().Set("ETag", `"x"`)
		fmt.Fprint(w, word, next, none.Valid, half, err)
	})
	c := shim.NewCaller(handler)
	var results []string
	for range 2 {
		status, _, question, ok := call(t, c, "GET https://edge.example/\n", results...)
		if !ok || status != 0 {
			t.Fatalf("%d %q", status, question)
		}
		results = append(results, ask(t, db, question))
	}
	const want = "gruß41 false 20.5 <nil>"
	for range 2 {
		slices.Reverse(results) // in any order the answer is the same, but a remembered answer is not used, as the bytes differ
		if status, _, body, ok := call(t, c, "GET https://edge.example/\n", results...); !ok || status != 200 || body != want {
			t.Errorf("%d %q", status, body)
		}
	}
	if _, _, body, _ := call(t, c, "GET https://edge.example/\n", results...); body != want || handled != 4 {
		t.Errorf("handled %d times; the same rows give %q", handled, body)
	}

	// The queries above were made during answers without I/O. Such an answer has a
	// session (the state of the call) in its context, and the session has the rows. The
	// context below has no session, so the wrapped driver runs the query.
	var n int
	if err := db.QueryRowContext(t.Context(), `SELECT ?`, 7).Scan(&n); err != nil || n != 7 {
		t.Errorf("%d, %v", n, err)
	}
}

func TestHandlerSeesFailuresAndNoRows(t *testing.T) {
	db := sql.OpenDB(shim.Connector{Connector: memory{}})
	t.Cleanup(func() { db.Close() })
	for statement, want := range map[string]string{
		"SELECT 1 WHERE 0":            "sql: no rows in result set",
		"SELECT 1 FROM no_such_table": "SQL logic error: no such table: no_such_table (1)",
	} {
		c := shim.NewCaller(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			var n int
			fmt.Fprint(w, db.QueryRowContext(r.Context(), statement).Scan(&n))
		}))
		_, _, question, _ := call(t, c, "GET https://edge.example/\n")
		status, _, body, ok := call(t, c, "GET https://edge.example/\n", ask(t, db, question))
		if !ok || status != 200 || body != want {
			t.Errorf("%s: %d %q", statement, status, body)
		}
	}
}
