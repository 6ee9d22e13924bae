//go:build !js

package store_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	_ "modernc.org/sqlite"

	"quoteline/shared/script"
	"quoteline/shared/search"
	"quoteline/shared/transcript"
	"quoteline/worker/api"
	"quoteline/worker/store"
)

// open returns an SQLite database with all migrations applied, and a store in this
// database.
func open(t *testing.T) (*sql.DB, *store.Database) {
	t.Helper()
	return openAt(t, "000[1-9]")
}

// openAt returns an SQLite database with some migrations applied, and a store in this
// database. The pattern numbers chooses the migrations: "000[1-3]", for example.
func openAt(t *testing.T, numbers string) (*sql.DB, *store.Database) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "test.db")+"?_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	migrate(t, db, numbers)
	return db, store.NewDatabase(db)
}

// migrate applies the migrations whose file names begin with a number that matches the
// pattern.
func migrate(t *testing.T, db *sql.DB, numbers string) {
	t.Helper()
	migrations, err := filepath.Glob("migrations/" + numbers + "_*.sql")
	if err != nil || len(migrations) == 0 {
		t.Fatalf("migrations %s: %v, %v", numbers, migrations, err)
	}
	for _, name := range migrations {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(string(script)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// edition returns a version that a test can publish. Its turns have the given texts and
// the ids t1, t2 and so on.
func edition(t *testing.T, id string, version int, texts ...string) *transcript.Edition {
	t.Helper()
	tr := transcript.Transcript{
		ID: id, Version: version, Title: "On " + id, Lang: "en", RecordedAt: "2023-11-29T10:00:00Z",
		Topics:   []transcript.Topic{{ID: "sea", Label: "Sea"}},
		Speakers: []transcript.Speaker{{ID: "ann", Name: "Ann", Kind: transcript.KindGuest}},
	}
	for i, text := range texts {
		tr.Turns = append(tr.Turns, transcript.Turn{ID: fmt.Sprint("t", i+1), Speaker: "ann", Kind: transcript.Statement, Text: text})
	}
	tr.Complete()
	tr.Turns[0].Topics = []string{"sea"}
	body, err := json.Marshal(tr)
	if err != nil {
		t.Fatal(err)
	}
	return &transcript.Edition{ID: id, Version: version, Body: body}
}

// publish stores a version in the database. want says whether Publish has to report
// that it stored the version. If it reports something else, the test fails.
func publish(t *testing.T, s *store.Database, e *transcript.Edition, want bool) {
	t.Helper()
	if stored, err := s.Publish(t.Context(), e); stored != want || err != nil {
		t.Fatalf("publish %s, version %d: %t, %v", e.ID, e.Version, stored, err)
	}
}

// insert stores a version with an SQL statement of an older release. Every database
// schema since migration 0002 must accept this statement.
func insert(t *testing.T, db *sql.DB, e *transcript.Edition) {
	t.Helper()
	removed, err := json.Marshal(append([]transcript.Removal{}, e.Removed...))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO versions (id, version, body, withdrawn, removed) VALUES (?, ?, ?, ?, ?)",
		e.ID, e.Version, string(e.Body), e.Withdrawn, string(removed)); err != nil {
		t.Fatal(err)
	}
}

func withdrawal(id string, version int) *transcript.Edition {
	return &transcript.Edition{ID: id, Version: version, Withdrawn: true, Body: fmt.Appendf(nil, `{"id":%q,"version":%d}`, id, version)}
}

func TestVersionsAreKept(t *testing.T) {
	_, s := open(t)
	first, second := edition(t, "tides", 1, "High water."), edition(t, "tides", 2, "Low water.")
	publish(t, s, second, false)
	publish(t, s, first, true)
	publish(t, s, first, false)
	publish(t, s, second, true)
	if body, version, err := s.Latest(t.Context(), "tides"); string(body) != string(second.Body) || version != 2 || err != nil {
		t.Errorf("latest: version %d, %v", version, err)
	}
	if body, err := s.At(t.Context(), "tides", 1); string(body) != string(first.Body) || err != nil {
		t.Errorf("version 1: %s, %v", body, err)
	}
	if _, err := s.At(t.Context(), "tides", 3); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("version 3: %v", err)
	}
	versions, err := s.Versions(t.Context(), "tides")
	if err != nil || len(versions) != 2 || versions[0].Version != 2 || !strings.HasSuffix(versions[0].PublishedAt, "Z") {
		t.Errorf("versions: %v, %v", versions, err)
	}
	if _, err := s.Versions(t.Context(), "nobody"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("versions of nothing: %v", err)
	}
}

func TestWithdrawalHidesAllVersions(t *testing.T) {
	_, s := open(t)
	publish(t, s, edition(t, "tides", 1, "High water."), true)
	publish(t, s, withdrawal("tides", 2), true)
	_, version, err := s.Latest(t.Context(), "tides")
	if version != 2 || !errors.Is(err, transcript.ErrWithdrawn) {
		t.Errorf("latest: version %d, %v", version, err)
	}
	if _, err := s.At(t.Context(), "tides", 1); !errors.Is(err, transcript.ErrWithdrawn) {
		t.Errorf("version 1: %v", err)
	}
	if _, err := s.Versions(t.Context(), "tides"); !errors.Is(err, transcript.ErrWithdrawn) {
		t.Errorf("versions: %v", err)
	}
	list, err := s.List(t.Context(), "", 10)
	n, countErr := s.Count(t.Context())
	hits, searchErr := s.Search(t.Context(), &search.Query{Words: []string{"water"}, Limit: 10})
	if len(list) != 0 || n != 0 || len(hits) != 0 || err != nil || countErr != nil || searchErr != nil {
		t.Errorf("list %v, count %d, search %v; %v, %v, %v", list, n, hits, err, countErr, searchErr)
	}
	head, err := s.Head(t.Context(), "tides")
	if head.Version != 2 || !head.Withdrawn || !strings.Contains(string(head.Body), "High water.") || err != nil {
		t.Errorf("head: version %d, %t, %s, %v", head.Version, head.Withdrawn, head.Body, err)
	}
	publish(t, s, edition(t, "tides", 3, "High water again."), true)
	if head, err := s.Head(t.Context(), "nobody"); head.Version != 0 || err != nil {
		t.Errorf("head of nothing: %v, %v", head, err)
	}
	if _, err := s.At(t.Context(), "tides", 1); err != nil {
		t.Errorf("version 1 after it was published again: %v", err)
	}
	if _, err := s.At(t.Context(), "tides", 2); !errors.Is(err, transcript.ErrWithdrawn) {
		t.Errorf("the withdrawal itself: %v", err)
	}
}

func TestConcurrentPublishStoresOne(t *testing.T) {
	_, s := open(t)
	publish(t, s, edition(t, "tides", 1, "High water."), true)
	var stored atomic.Int32
	var all sync.WaitGroup
	for i := range 8 {
		e := edition(t, "tides", 2, fmt.Sprint("Editor ", i))
		all.Go(func() {
			ok, err := s.Publish(context.Background(), e)
			if err != nil {
				t.Error(err)
			}
			if ok {
				stored.Add(1)
			}
		})
	}
	all.Wait()
	if stored.Load() != 1 {
		t.Errorf("%d editions of one version were stored", stored.Load())
	}
}

func TestInvalidEditionsStoreNothing(t *testing.T) {
	db, s := open(t)
	for _, e := range []*transcript.Edition{
		{ID: "a", Version: 1, Body: []byte("no JSON")},
		{ID: "a", Version: 1, Body: []byte(`{"id":"b","version":1}`)},
		{ID: "a", Version: 1, Body: []byte(`{"id":"a","version":1,"turns":[{"id":"t1"}]}`)},
	} {
		if stored, err := s.Publish(t.Context(), e); stored || err == nil {
			t.Errorf("%s was stored: %t, %v", e.Body, stored, err)
		}
	}
	var rows int
	err := db.QueryRow("SELECT (SELECT count(*) FROM versions) + (SELECT count(*) FROM quotes) + (SELECT count(*) FROM removed_turns)").Scan(&rows)
	if rows != 0 || err != nil {
		t.Errorf("%d rows, %v", rows, err)
	}
}

// removedTurns returns the rows of the table removed_turns, sorted by the id of the turn.
func removedTurns(t *testing.T, db *sql.DB, id string) (gone []transcript.Turn) {
	t.Helper()
	rows, err := db.Query("SELECT turn, speaker, text FROM removed_turns WHERE id = ? ORDER BY turn", id)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var turn transcript.Turn
		if err := rows.Scan(&turn.ID, &turn.Speaker, &turn.Text); err != nil {
			t.Fatal(err)
		}
		gone = append(gone, turn)
	}
	return gone
}

func TestNearestSurviving(t *testing.T) {
	db, s := open(t)
	publish(t, s, edition(t, "tides", 1, "One.", "Two.", "Three."), true)
	second := edition(t, "tides", 2, "One.", "Two.")
	second.Removed = []transcript.Removal{{Turn: "t3", Nearest: "t2"}}
	publish(t, s, second, true)
	third := edition(t, "tides", 3, "One.")
	third.Removed = []transcript.Removal{{Turn: "t2", Nearest: "t1"}}
	publish(t, s, third, true)
	for turn, want := range map[string]string{"t3": "t1", "t2": "t1", "t1": "", "never": ""} {
		if got, err := s.NearestSurviving(t.Context(), "tides", turn); got != want || err != nil {
			t.Errorf("%s leads to %q, want %q; %v", turn, got, want, err)
		}
	}
	gone := removedTurns(t, db, "tides")
	if len(gone) != 2 || gone[0].ID != "t2" || gone[0].Text != "Two." || gone[1].Speaker != "ann" {
		t.Errorf("gone: %v", gone)
	}
	// Version 3 removed the turn t2, whose nearest turn was t1. Version 4 restores t2
	// and removes t1, whose nearest turn is t2. The query goes from each removed turn to
	// its nearest turn. It must end although t1 leads to t2 and t2 to t1.
	fourth := edition(t, "tides", 4, "Two.", "Three.")
	fourth.Removed = []transcript.Removal{{Turn: "t1", Nearest: "t2"}}
	publish(t, s, fourth, true)
	if got, err := s.NearestSurviving(t.Context(), "tides", "t1"); got != "t2" || err != nil {
		t.Errorf("t1 leads to %q, %v", got, err)
	}
}

// The database stores the last text of a removed turn, even if the transcript was
// withdrawn (unpublished) before the turn was removed. Before migration 0003 such texts
// were lost. The migration restores them.
func TestRemovedTurnsKeepTheirText(t *testing.T) {
	for _, numbers := range [][2]string{{"000[1-2]", "000[3-9]"}, {"000[1-9]", ""}} {
		db, _ := openAt(t, numbers[0])
		insert(t, db, edition(t, "tides", 1, "One.", "Two.", "Three."))
		second := edition(t, "tides", 2, "One.", "Two.")
		second.Removed = []transcript.Removal{{Turn: "t3", Nearest: "t2"}}
		insert(t, db, second)
		insert(t, db, withdrawal("tides", 3))
		fourth := edition(t, "tides", 4, "One.")
		fourth.Removed = []transcript.Removal{{Turn: "t2", Nearest: "t1"}}
		insert(t, db, fourth)
		if numbers[1] != "" {
			migrate(t, db, numbers[1])
		}
		gone := removedTurns(t, db, "tides")
		if len(gone) != 2 {
			t.Fatalf("gone: %v", gone)
		}
		for i, want := range []string{"Two.", "Three."} {
			if gone[i].Text != want || gone[i].Speaker != "ann" {
				t.Errorf("migrations %v: the last words of %s are %s: %q", numbers, gone[i].ID, gone[i].Speaker, gone[i].Text)
			}
		}
	}
}

func TestSearch(t *testing.T) {
	_, s := open(t)
	publish(t, s, edition(t, "arches", 1, "The old wording of the tide."), true)
	publish(t, s, edition(t, "arches", 2, "A new wording.", "Crème brûlée at low tide, near the arch."), true)
	publish(t, s, edition(t, "tides", 1, "High tide and low tide.", `NEAR the sea, "quoted" well-known words.`), true)
	publish(t, s, edition(t, "zh", 1, "旧的话。"), true)
	publish(t, s, edition(t, "zh", 2, "他说，公司的董事会知道。董事！", "我们在OpenAI的时候", "新しいカメラです", "회사의 이사회가"), true)
	publish(t, s, edition(t, "ligatures", 1, "The ﬂow of the Straße", "A flow, and a strasse"), true)
	for _, tc := range []struct {
		name string
		q    search.Query
		want []string // TRANSCRIPT/TURN:WORD,WORD with the marked words
	}{
		{"a word", search.Query{Words: []string{"tide"}}, []string{"arches/t2:tide", "tides/t1:tide,tide"}},
		{"only the newest version", search.Query{Words: []string{"old"}}, nil},
		{"the beginning of a word", search.Query{Words: []string{"wor"}}, []string{"arches/t1:wording", "tides/t2:words"}},
		{"all of the words", search.Query{Words: []string{"low", "high"}}, []string{"tides/t1:High,low"}},
		{"without accents", search.Query{Words: []string{"creme", "BRULEE"}}, []string{"arches/t2:Crème,brûlée"}},
		{"operators are words", search.Query{Words: []string{"NEAR("}}, []string{"arches/t2:near", "tides/t2:NEAR"}},
		{"a hyphen is no operator", search.Query{Words: []string{"well-known"}}, []string{"tides/t2:well-known"}},
		{"a column filter is no operator", search.Query{Words: []string{"text:tide"}}, nil},
		{"nor is OR", search.Query{Words: []string{"tide", "OR", "sea"}}, nil},
		{"quotation marks are no operators", search.Query{Words: []string{`"quoted"`}}, []string{"tides/t2:quoted"}},
		{"a star and a caret are no operators", search.Query{Words: []string{"^tide*"}}, []string{"arches/t2:tide", "tides/t1:tide,tide"}},
		{"a speaker", search.Query{Words: []string{"tide"}, Speaker: "ben"}, nil},
		{"a topic", search.Query{Words: []string{"tide"}, Topic: "sea"}, []string{"tides/t1:tide,tide"}},
		{"up to a day", search.Query{Words: []string{"high"}, From: "2023-11-29", To: "2023-11-29"}, []string{"tides/t1:High"}},
		{"until the day before", search.Query{Words: []string{"high"}, To: "2023-11-28"}, nil},
		{"from the day after", search.Query{Words: []string{"high"}, From: "2023-11-30"}, nil},
		{"after a place", search.Query{Words: []string{"tide"}, After: search.Place{ID: "arches", N: 2}}, []string{"tides/t1:tide,tide"}},
		{"ideographs", search.Query{Words: []string{"公司的董事会"}}, []string{"zh/t1:公司的董事会"}},
		{"part of a run of ideographs", search.Query{Words: []string{"董事"}}, []string{"zh/t1:董事,董事"}},
		{"ideographs in another order", search.Query{Words: []string{"事董"}}, nil},
		{"Latin letters between them", search.Query{Words: []string{"openai"}}, []string{"zh/t2:OpenAI"}},
		{"ideographs and letters", search.Query{Words: []string{"OpenAI的"}}, []string{"zh/t2:OpenAI的"}},
		{"kana", search.Query{Words: []string{"カメラ"}}, []string{"zh/t3:カメラ"}},
		{"Hangul", search.Query{Words: []string{"이사회"}}, []string{"zh/t4:이사회"}},
		{"an old version of ideographs", search.Query{Words: []string{"旧"}}, nil},
		{"a ligature in the text", search.Query{Words: []string{"flow"}}, []string{"ligatures/t1:ﬂow", "ligatures/t2:flow"}},
		{"a ligature in the query", search.Query{Words: []string{"ﬂow", "strasse"}}, []string{"ligatures/t1:ﬂow,Straße", "ligatures/t2:flow,strasse"}},
		{"a joiner in the query", search.Query{Words: []string{"f\u200dlow", "the", "of"}}, []string{"ligatures/t1:The,ﬂow,of,the"}},
		{"no words", search.Query{}, nil},
		{"a word that the tokenizer drops", search.Query{Words: []string{"\u0301"}}, nil},
		{"a word that the tokenizer keeps", search.Query{Words: []string{"\ufe0f", "tide", "\u093f"}}, []string{"arches/t2:tide", "tides/t1:tide,tide"}},
		{"a script that the tokenizer does not know", search.Query{Words: []string{"\U0001e900"}}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.q.Limit = 10
			hits, err := s.Search(t.Context(), &tc.q)
			if err != nil {
				t.Fatal(err)
			}
			if got := shown(hits); !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestQuoteCandidates(t *testing.T) {
	_, s := open(t)
	publish(t, s, edition(t, "arches", 1, "The tide is high.", "High is the tide, he said, and the tide it is."), true)
	publish(t, s, edition(t, "tides", 1, "Nobody knows the tide.", `"quoted" words OR none`), true)
	publish(t, s, edition(t, "zh", 1, "他说，公司的董事会知道。"), true)
	publish(t, s, edition(t, "ligatures", 1, "The ﬂow of the Straße"), true)
	var distinct strings.Builder
	for r := rune('一'); r < '一'+333; r++ {
		distinct.WriteRune(r)
	}
	for _, tc := range []struct {
		words string
		limit int
		want  []string
	}{
		{"the tide is", 9, []string{"arches/t1:"}},
		{"the tide was", 1, []string{"arches/t1:"}},
		{"nobody knew", 9, []string{"tides/t1:"}},
		{`"quoted words OR`, 9, []string{"tides/t2:"}},
		{"公司的董事会", 9, []string{"zh/t1:"}},
		{"公司的董事都不", 9, []string{"zh/t1:"}},
		{strings.Repeat("的", 333), 9, []string{"zh/t1:"}},
		{distinct.String(), 9, []string{"zh/t1:"}},
		{"absent", 9, nil},
		{"\u0301", 9, nil},
		{"\ufe0f \u093f", 9, nil},
		{"a ﬂow and some strasse", 1, []string{"ligatures/t1:"}},
		{"tide \u0301", 1, []string{"arches/t1:"}},
		{"", 9, nil},
	} {
		hits, err := s.QuoteCandidates(t.Context(), strings.Fields(tc.words), tc.limit)
		if err != nil {
			t.Fatalf("%q: %v", tc.words, err)
		}
		if got := shown(hits); !slices.Equal(got, tc.want) {
			t.Errorf("%q: got %q, want %q", tc.words, got, tc.want)
		}
	}
}

// A search finds each ideograph as a word, also in versions that were stored before
// migration 0004. The migration reads a text in blocks of 1000 characters, and the long
// turn in this test has several blocks.
func TestIdeographsAreWords(t *testing.T) {
	long := "a公" + strings.Repeat("很多ab字，", 700) + "公司的董事会"
	for _, numbers := range [][2]string{{"000[1-3]", "000[4-9]"}, {"000[1-9]", ""}} {
		db, s := openAt(t, numbers[0])
		insert(t, db, edition(t, "zh", 1, "他说，公司的董事会知道。", long, "Plain words."))
		if numbers[1] != "" {
			migrate(t, db, numbers[1])
		}
		hits, err := s.Search(t.Context(), &search.Query{Words: []string{"董事会"}, Limit: 10})
		if got := shown(hits); !slices.Equal(got, []string{"zh/t1:董事会", "zh/t2:董事会"}) || err != nil {
			t.Fatalf("migrations %v: %v, %v", numbers, got, err)
		}
		if hits[1].Text != long {
			t.Errorf("the text has changed: %q", hits[1].Text)
		}
		hits, err = s.Search(t.Context(), &search.Query{Words: []string{"多ab字"}, Limit: 10})
		if err != nil || len(hits) != 1 || len(hits[0].Ranges) != 700 {
			t.Errorf("migrations %v: %v, %v", numbers, hits, err)
		}
		insert(t, db, edition(t, "zh", 2, "别的话。"))
		if _, err := db.Exec("INSERT INTO quotes_text (quotes_text, rank) VALUES ('integrity-check', 1)"); err != nil {
			t.Errorf("migrations %v: the index is not that of its content: %v", numbers, err)
		}
	}
}

// In long turns the words are marked without SQLite's function highlight. Its time grows
// with the square of the marks: for the turn of this test it needs minutes.
func TestWordsOfLongTurnsAreMarked(t *testing.T) {
	_, s := open(t)
	publish(t, s, edition(t, "long", 1, strings.Repeat("A tide, ", 100_000), "One Tide."), true)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	hits, err := s.Search(ctx, &search.Query{Words: []string{"tide", "a"}, Limit: 10})
	if err != nil || len(hits) != 1 || len(hits[0].Ranges) != 200_000 {
		t.Fatalf("%d hits, %v", len(hits), err)
	}
	for i, r := range hits[0].Ranges {
		if got := hits[0].Text[r.Start:r.End]; got != [...]string{"A", "tide"}[i%2] {
			t.Fatalf("range %d is %q", i, got)
		}
	}
}

// Some characters, such as ideographs, are a word by themselves. Migration 0004 and the
// Go function script.Single must have the same set of them.
func TestSchemaSplitsTheSameCharacters(t *testing.T) {
	db, s := open(t)
	for i, r := range "\u00e9ก\u2e7f\u2e80公あ이\ufb01😀\U0010fffd" {
		id := fmt.Sprint("script-", i)
		publish(t, s, edition(t, id, 1, "x"+string(r)+"y"), true)
		var stored string
		if err := db.QueryRow("SELECT text FROM quotes WHERE id = ?", id).Scan(&stored); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(stored, "\x01"); got != script.Single(r) {
			t.Errorf("%U is a word by itself in the schema: %t", r, got)
		}
	}
}

func shown(hits []search.Hit) []string {
	var all []string
	for _, h := range hits {
		var marked []string
		for _, r := range h.Ranges {
			marked = append(marked, h.Text[r.Start:r.End])
		}
		all = append(all, h.ID+"/"+h.Turn+":"+strings.Join(marked, ","))
	}
	return all
}

func TestCombined(t *testing.T) {
	_, db := open(t)
	own := edition(t, "dunes", 1, "Sand, and the tide.")
	files, err := store.Open(fstest.MapFS{"dunes.json": {Data: own.Body}})
	if err != nil {
		t.Fatal(err)
	}
	s := store.Combine(files, db)
	publish(t, db, edition(t, "arches", 1, "Stone, and the tide."), true)
	publish(t, db, edition(t, "tides", 1, "The tide."), true)
	list, err := s.List(t.Context(), "", 2)
	if err != nil || len(list) != 2 || list[0].ID != "arches" || list[1].ID != "dunes" || list[0].Turns != 1 {
		t.Errorf("list: %+v, %v", list, err)
	}
	hits, err := s.Search(t.Context(), &search.Query{Words: []string{"tide"}, Limit: 10})
	want := []string{"arches/t1:tide", "dunes/t1:tide", "tides/t1:tide"}
	if got := shown(hits); !slices.Equal(got, want) || err != nil {
		t.Errorf("search: %v, %v", got, err)
	}
	if n, err := s.Count(t.Context()); n != 3 || err != nil {
		t.Errorf("count: %d, %v", n, err)
	}
	if !s.BuiltIn("dunes") || s.BuiltIn("tides") {
		t.Error("dunes alone is built in")
	}
	for _, id := range []string{"dunes", "tides"} {
		tr, err := s.Transcript(t.Context(), id)
		if err != nil || tr.ID != id {
			t.Errorf("%s: %v", id, err)
		}
		if body, err := s.At(t.Context(), id, 1); len(body) == 0 || err != nil {
			t.Errorf("version 1 of %s: %v", id, err)
		}
		if versions, err := s.Versions(t.Context(), id); len(versions) != 1 || err != nil {
			t.Errorf("versions of %s: %v, %v", id, versions, err)
		}
	}
}

// Transcripts that are compiled into the program are served even if the database fails.
func TestBuiltInNeedsNoDatabase(t *testing.T) {
	db, published := open(t)
	files, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	s := store.Combine(files, published)
	const id = "altman-murati-2023"
	_, jsonErr := s.JSON(t.Context(), id)
	_, transcriptErr := s.Transcript(t.Context(), id)
	_, atErr := s.At(t.Context(), id, 1)
	_, versionsErr := s.Versions(t.Context(), id)
	_, wentErr := s.NearestSurviving(t.Context(), id, "nothing")
	if err := errors.Join(jsonErr, transcriptErr, atErr, versionsErr, wentErr); err != nil {
		t.Error(err)
	}
}

func TestLargestTranscript(t *testing.T) {
	_, s := open(t)
	texts := make([]string, 8000)
	for i := range texts {
		texts[i] = strings.Repeat("words ", 10) + fmt.Sprint(i)
	}
	e := edition(t, "long", 1, texts...)
	if len(e.Body) > api.MaxBody || len(e.Body) < api.MaxBody/2 {
		t.Fatalf("%d bytes", len(e.Body))
	}
	publish(t, s, e, true)
	hits, err := s.Search(t.Context(), &search.Query{Words: []string{"7999"}, Limit: 10})
	if err != nil || len(hits) != 1 {
		t.Errorf("%d hits, %v", len(hits), err)
	}
}
