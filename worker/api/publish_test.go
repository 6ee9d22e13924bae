//go:build !js

package api_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	_ "modernc.org/sqlite"

	"quoteline/shared/transcript"
	"quoteline/worker/api"
	"quoteline/worker/store"
)

const token = "ql_k1_secret"

// writable has a handler of the API to which tests can publish. It has an empty
// database and one publisher's token.
type writable struct {
	t       *testing.T
	handler http.Handler
	db      *sql.DB
	allowed bool
}

func newWritable(t *testing.T) *writable {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "test.db")+"?_pragma=busy_timeout(10000)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	migrations, _ := filepath.Glob("../store/migrations/*.sql")
	for _, name := range migrations {
		script, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(string(script)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	sum := sha256.Sum256([]byte(token))
	if _, err := db.Exec("INSERT INTO tokens (key, hash) VALUES ('k1', ?)", hex.EncodeToString(sum[:])); err != nil {
		t.Fatal(err)
	}
	files, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		t.Fatal(err)
	}
	s := store.Combine(files, store.NewDatabase(db))
	d := &writable{t: t, db: db, allowed: true}
	d.handler = api.Handler(api.Config{
		Store: s, Publisher: s, Fragment: fragment, Version: "v9",
		Log:   func(err error) { t.Error(err) },
		Now:   func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) },
		Allow: func(context.Context, api.Limit, string) (bool, error) { return d.allowed, nil },
		Purge: api.Purge,
	})
	return d
}

// send makes a request with the publisher's token. Each of lines is a header field, in
// the form "Name: value".
func (d *writable) send(method, path, body string, lines ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	return d.sendFrom(method, path, strings.NewReader(body), lines...)
}

func (d *writable) sendFrom(method, path string, body io.Reader, lines ...string) *httptest.ResponseRecorder {
	d.t.Helper()
	r := httptest.NewRequest(method, "https://edge.example"+path, body)
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	for _, line := range lines {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w
}

// rows returns how many rows three tables of the database have together: versions,
// quotes and removed_turns.
func (d *writable) rows() (n int) {
	d.t.Helper()
	err := d.db.QueryRow("SELECT (SELECT count(*) FROM versions) + (SELECT count(*) FROM quotes) + (SELECT count(*) FROM removed_turns)").Scan(&n)
	if err != nil {
		d.t.Fatal(err)
	}
	return n
}

type published struct {
	Version int
	ETag    string
	Changes struct {
		Inserted, Reworded []string
		Removed            []transcript.Removal
	}
	Warnings []transcript.Fault
}

func (d *writable) put(path, body string, status int, lines ...string) published {
	d.t.Helper()
	w := d.send("PUT", path, body, lines...)
	if w.Code != status {
		d.t.Fatalf("PUT %s: %d %s", path, w.Code, w.Body)
	}
	return decode[published](d.t, w)
}

func decode[V any](t *testing.T, w *httptest.ResponseRecorder) (v V) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return v
}

// talk returns the JSON of a transcript. Each argument becomes one turn, as in
// "speaker: text". The turns have no ids.
func talk(turns ...string) string {
	type turn struct {
		Speaker string `json:"speaker"`
		Kind    string `json:"kind"`
		Text    string `json:"text"`
	}
	list := []turn{}
	for _, line := range turns {
		speaker, text, _ := strings.Cut(line, ": ")
		list = append(list, turn{speaker, "statement", text})
	}
	body, _ := json.Marshal(map[string]any{
		"title": "On arches", "lang": "en", "timing": "none", "editing": "verbatim", "recordedAt": "2026-11-20",
		"speakers": []map[string]string{{"id": "host", "name": "Host", "kind": "host"}, {"id": "ann", "name": "Ann Example", "kind": "guest"}},
		"turns":    list,
	})
	return string(body)
}

var (
	firstTalk = talk("host: Who built the arch by the harbour?", "ann: My grandfather did, with two friends and a borrowed cart.",
		"host: Did it ever fall?", "ann: Once, in a storm.", "host: Thank you.")
	secondTalk = talk("host: Who built the arch by the harbour?", "ann: My grandfather did, with three friends and a borrowed cart.",
		"ann: It took them all of one summer.", "host: Did it ever fall?", "host: Thank you.")
)

const arches = "/v1/transcripts/arches"

func (d *writable) ids(path string) []string {
	d.t.Helper()
	var ids []string
	for _, turn := range decode[transcript.Transcript](d.t, d.send("GET", path, "")).Turns {
		ids = append(ids, turn.ID)
	}
	return ids
}

func TestTurnIDsSurviveANewVersion(t *testing.T) {
	d := newWritable(t)
	first := d.put(arches, firstTalk, http.StatusCreated)
	before := d.ids(arches)
	second := d.put(arches, secondTalk, http.StatusOK, "If-Match: "+first.ETag)
	after := d.ids(arches)
	if first.Version != 1 || second.Version != 2 || len(before) != 5 {
		t.Fatalf("versions %d, %d; %v", first.Version, second.Version, before)
	}
	want := []string{before[0], before[1], after[2], before[2], before[4]}
	if !slices.Equal(after, want) || slices.Contains(before, after[2]) {
		t.Errorf("ids %v, before %v", after, before)
	}
	if c := second.Changes; !slices.Equal(c.Inserted, after[2:3]) || !slices.Equal(c.Reworded, before[1:2]) ||
		!slices.Equal(c.Removed, []transcript.Removal{{Turn: before[3], Nearest: before[2]}}) {
		t.Errorf("changes: %+v", second.Changes)
	}
	if w := d.send("GET", arches+"/turns/"+before[1], ""); w.Code != 200 || !strings.Contains(w.Body.String(), "three friends") {
		t.Errorf("the reworded turn: %d %s", w.Code, w.Body)
	}
	gone := d.send("GET", arches+"/turns/"+before[3], "")
	p := decode[struct{ Type, Nearest, URL string }](t, gone)
	if gone.Code != 410 || p.Type != "urn:quoteline:problem:gone" || p.Nearest != before[2] || p.URL != "https://edge.example"+arches+"/turns/"+before[2] {
		t.Errorf("the removed turn: %d %s", gone.Code, gone.Body)
	}
	if w := d.send("GET", arches+"/turns/never", ""); w.Code != 404 {
		t.Errorf("a turn that never existed: %d", w.Code)
	}
}

func TestVersionsAndChanges(t *testing.T) {
	d := newWritable(t)
	d.put(arches, firstTalk, http.StatusCreated)
	d.put(arches, secondTalk, http.StatusOK)
	list := decode[struct{ Versions []transcript.Version }](t, d.send("GET", arches+"/versions", ""))
	if len(list.Versions) != 2 || list.Versions[0].Version != 2 {
		t.Errorf("versions: %+v", list)
	}
	if old := decode[transcript.Transcript](t, d.send("GET", arches+"/versions/1", "")); old.Version != 1 || !strings.Contains(old.Turns[1].Text, "two friends") {
		t.Errorf("version 1: %+v", old)
	}
	diff := decode[struct {
		From, To          int
		Inserted, Removed []transcript.Turn
		Reworded          []transcript.Rewording
		Moved             []string
	}](t, d.send("GET", arches+"/versions/2?from=1", ""))
	if diff.From != 1 || diff.To != 2 || len(diff.Inserted) != 1 || len(diff.Removed) != 1 || len(diff.Reworded) != 1 || len(diff.Moved) != 0 {
		t.Fatalf("difference: %+v", diff)
	}
	var words []string
	for _, e := range diff.Reworded[0].Words {
		if e.Op != transcript.Same {
			words = append(words, string(e.Op)+" "+e.Text)
		}
	}
	if !slices.Equal(words, []string{"delete two", "insert three"}) {
		t.Errorf("words: %q", words)
	}
	for path, status := range map[string]int{
		"/versions/3": 404, "/versions/0": 404, "/versions/01": 404, "/versions/x": 404, "/versions/": 404,
		"/versions/2?from=x": 400, "/versions/2?from=9": 404, "/versions/2?from=%zz": 400,
	} {
		if w := d.send("GET", arches+path, ""); w.Code != status {
			t.Errorf("%s: %d, want %d", path, w.Code, status)
		}
	}
	if w := d.send("GET", "/v1/transcripts/nobody/versions", ""); w.Code != 404 {
		t.Errorf("versions of an unknown transcript: %d", w.Code)
	}
}

func TestRepeatedPutChangesNothing(t *testing.T) {
	d := newWritable(t)
	first := d.put(arches, firstTalk, http.StatusCreated, "If-None-Match: *")
	rows := d.rows()
	again := d.put(arches, firstTalk, http.StatusOK, "If-None-Match: *")
	if again.Version != 1 || again.ETag != first.ETag || d.rows() != rows {
		t.Errorf("sent again: %+v, %d rows", again, d.rows())
	}
	second := d.put(arches, secondTalk, http.StatusOK, "If-Match: "+first.ETag)
	rows = d.rows()
	again = d.put(arches, secondTalk, http.StatusOK, "If-Match: "+first.ETag)
	if again.Version != 2 || again.ETag != second.ETag || d.rows() != rows {
		t.Errorf("sent again: %+v, %d rows", again, d.rows())
	}
	// A client may read the JSON of a transcript, and send it back unchanged.
	read := d.send("GET", arches+".json", "")
	if read.Header().Get("ETag") != second.ETag {
		t.Errorf("ETag %s, in the answer to PUT %s", read.Header().Get("ETag"), second.ETag)
	}
	if back := d.put(arches, read.Body.String(), http.StatusOK); back.Version != 2 || len(back.Warnings) != 0 {
		t.Errorf("sent back: %+v", back)
	}
}

// A new version gets the time of its PUT as dateModified in two cases. In the first, the
// version has no dateModified. In the second, its dateModified is not later than the
// dateModified of the previous version.
func TestDateModifiedOfVersions(t *testing.T) {
	d := newWritable(t)
	const old, own, now = "2026-11-01T08:00:00Z", "2026-11-22", "2026-11-23T12:00:00Z"
	withDate := func(body, date string) string {
		return strings.Replace(body, `"editing"`, `"dateModified":"`+date+`","editing"`, 1)
	}
	for _, tc := range []struct {
		body    string
		version int
		want    string
	}{
		{withDate(firstTalk, old), 1, old},
		{withDate(firstTalk, own), 2, own},
		{withDate(secondTalk, own), 3, now},
		{withDate(secondTalk, own), 3, now}, // the same request again
		{withDate(firstTalk, old), 4, now},
		{withDate(firstTalk, "2026-11-23T12:00:01Z"), 5, "2026-11-23T12:00:01Z"},
		{secondTalk, 6, now},
		{secondTalk, 6, now},
	} {
		if w := d.send("PUT", arches, tc.body); w.Code >= 300 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		stored := decode[transcript.Transcript](t, d.send("GET", arches, ""))
		if stored.DateModified != tc.want || stored.Version != tc.version {
			t.Errorf("version %d of %s, want %d of %s", stored.Version, stored.DateModified, tc.version, tc.want)
		}
	}
}

func TestConditions(t *testing.T) {
	d := newWritable(t)
	if w := d.send("PUT", arches, firstTalk, `If-Match: *`); w.Code != 412 || !json.Valid(w.Body.Bytes()) {
		t.Errorf("If-Match: * for an unused id: %d", w.Code)
	}
	first := d.put(arches, firstTalk, http.StatusCreated)
	rows := d.rows()
	for _, line := range []string{
		`If-Match: "0123456789abcdef01234567"`, "If-Match: W/" + first.ETag, "If-None-Match: *", "If-None-Match: " + first.ETag, "If-Match: nonsense",
	} {
		w := d.send("PUT", arches, secondTalk, line)
		p := decode[struct{ Type, ETag string }](t, w)
		if w.Code != 412 || p.Type != "urn:quoteline:problem:precondition-failed" || p.ETag != first.ETag || d.rows() != rows {
			t.Errorf("%s: %d %s", line, w.Code, w.Body)
		}
	}
	for line, advice := range map[string]string{
		`If-Match: "x"`: "merge", "If-Match: W/" + first.ETag: "without W/", `If-Match: W/"x", W/` + first.ETag: "without W/",
	} {
		if p := decode[struct{ Detail string }](t, d.send("PUT", arches, secondTalk, line)); !strings.Contains(p.Detail, advice) {
			t.Errorf("%s: %s", line, p.Detail)
		}
	}
	if w := d.send("DELETE", arches, "", `If-Match: "x"`); w.Code != 412 || d.rows() != rows {
		t.Errorf("DELETE with a stale tag: %d", w.Code)
	}
	d.put(arches, secondTalk, http.StatusOK, `If-Match: "x", `+first.ETag)
}

func TestWithdraw(t *testing.T) {
	d := newWritable(t)
	if w := d.send("DELETE", arches, ""); w.Code != 404 {
		t.Errorf("an unknown transcript: %d", w.Code)
	}
	d.put(arches, firstTalk, http.StatusCreated)
	before := d.ids(arches)
	for range 2 {
		if w := d.send("DELETE", arches, ""); w.Code != 204 || w.Body.Len() != 0 {
			t.Errorf("DELETE: %d %s", w.Code, w.Body)
		}
	}
	for _, path := range []string{"", ".json", ".html", "/turns/" + before[0], "/versions", "/versions/1"} {
		w := d.send("GET", arches+path, "")
		if p := decode[struct{ Type string }](t, w); w.Code != 410 || p.Type != "urn:quoteline:problem:gone" {
			t.Errorf("%s of what was withdrawn: %d %s", path, w.Code, w.Body)
		}
	}
	if w := d.send("GET", "/v1/search?q=grandfather", ""); strings.Contains(w.Body.String(), "arches") {
		t.Errorf("search finds a withdrawn transcript: %s", w.Body)
	}
	again := d.put(arches, secondTalk, http.StatusCreated, "If-None-Match: *")
	if ids := d.ids(arches); again.Version != 3 || ids[0] != before[0] || ids[1] != before[1] {
		t.Errorf("published again: version %d, ids %v, before %v", again.Version, ids, before)
	}
	if w := d.send("GET", arches+"/turns/"+before[3], ""); w.Code != 410 || !strings.Contains(w.Body.String(), before[2]) {
		t.Errorf("a turn that was not: %d %s", w.Code, w.Body)
	}
}

func TestWritesPurge(t *testing.T) {
	d := newWritable(t)
	const want = "/v1/transcripts /v1/transcripts/arches /v1/transcripts/arches/turns /v1/transcripts/arches/versions /v1/transcripts/arches.json "
	for _, w := range []*httptest.ResponseRecorder{
		d.send(http.MethodPut, arches, firstTalk),
		d.send(http.MethodDelete, arches, ""),
	} {
		if got := w.Header().Get("Quoteline-Purge"); !strings.HasPrefix(got, want) {
			t.Errorf("%d: purges %q", w.Code, got)
		}
	}
	if got := d.send(http.MethodGet, arches, "").Header().Get("Quoteline-Purge"); got != "" {
		t.Errorf("a read purges %q", got)
	}
}

func TestWritesNeedAToken(t *testing.T) {
	d := newWritable(t)
	for _, line := range []string{
		"Authorization: ", "Authorization: Bearer", "Authorization: Basic " + token, "Authorization: " + token,
		"Authorization: Bearer ql_k1_wrong", "Authorization: Bearer ql_k2_secret", "Authorization: Bearer k1", "Authorization: Bearer ql__",
		"Authorization: Bearer " + token + "x", "Authorization: Bearer ' OR 1=1 --",
	} {
		for _, method := range []string{"PUT", "DELETE"} {
			w := d.send(method, arches, firstTalk, line)
			if p := decode[struct{ Type string }](t, w); w.Code != 401 || p.Type != "urn:quoteline:problem:unauthorized" ||
				!strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Bearer") || d.rows() != 0 {
				t.Errorf("%s with %q: %d %s", method, line, w.Code, w.Body)
			}
		}
	}
	d.put(arches, firstTalk, http.StatusCreated, "Authorization: bearer  "+token)
	for _, method := range []string{"PUT", "DELETE"} {
		w := d.send(method, "/v1/transcripts/tides", firstTalk)
		if p := decode[struct{ Type string }](t, w); w.Code != 409 || p.Type != "urn:quoteline:problem:built-in" {
			t.Errorf("%s of what is built in: %d %s", method, w.Code, w.Body)
		}
	}
	rows := d.rows()
	d.allowed = false
	for _, line := range []string{"X: y", "Authorization: none"} {
		w := d.send("PUT", arches, secondTalk, line)
		if p := decode[struct{ Type string }](t, w); w.Code != 429 || w.Header().Get("Retry-After") == "" || p.Type != "urn:quoteline:problem:too-many-requests" || d.rows() != rows {
			t.Errorf("over the rate limit: %d %s", w.Code, w.Body)
		}
	}
}

func TestSearchAcrossTranscripts(t *testing.T) {
	d := newWritable(t)
	d.put(arches, firstTalk, http.StatusCreated)
	d.put("/v1/transcripts/bridges", talk("ann: Ünder the 🌉 bridge, a borrowed CART."), http.StatusCreated)
	type hits struct {
		Hits []struct {
			Transcript, Title, Turn, Speaker, Text, URL, Date string
			N                                                 int
			Hits                                              []struct{ Start, End int }
		}
		Next string
	}
	got := decode[hits](t, d.send("GET", "/v1/search?q=borrowed+cart&limit=1", ""))
	if len(got.Hits) != 1 || got.Hits[0].Transcript != "arches" || got.Hits[0].N != 2 || got.Next == "" {
		t.Fatalf("%+v", got)
	}
	got = decode[hits](t, d.send("GET", "/v1/search?q=borrowed+cart&limit=1&cursor="+got.Next, ""))
	if len(got.Hits) != 1 || got.Hits[0].Transcript != "bridges" || got.Next != "" || got.Hits[0].Date != "2026-11-20" {
		t.Fatalf("%+v", got)
	}
	points := []rune(got.Hits[0].Text)
	for i, want := range []string{"borrowed", "CART"} {
		if s := got.Hits[0].Hits[i]; string(points[s.Start:s.End]) != want {
			t.Errorf("hit %d: %q", i, string(points[s.Start:s.End]))
		}
	}
	for query, status := range map[string]int{
		"q=%22": 400, "q=*": 400, "q=-": 400, "q=": 400, "": 400, "q=%ff": 400, "q=a&q=b": 400, "q=" + strings.Repeat("a", 2000): 400,
		"q=" + strings.Repeat("a+", 20): 400, "q=cart&cursor=x": 400, "q=cart&cursor=YXJjaGVzIC0x": 400, "q=cart&limit=0": 400, "q=cart&from=yesterday": 400,
		"q=NEAR(": 200, "q=cart*": 200, "q=-cart": 200, "q=%22cart": 200, "q=cart+AND": 200, "q=text:cart": 200, "q=(cart": 200, "q=^cart": 200, "q=cart%00x": 200,
		"q=%CC%81": 400, "q=%EF%B8%8F": 400, "q=%E2%9D%A4%EF%B8%8F": 400, "q=%E2%80%8D+%F3%A0%84%80": 400, "q=the+%E2%9D%A4%EF%B8%8F": 200,
		"q=%F0%9E%A4%80": 200, "q=cart+%F0%9E%A4%80": 200,
		"q='%3B+DROP+TABLE+versions": 200, "q=cart&speaker=%22": 200,
	} {
		w := d.send("GET", "/v1/search?"+query, "")
		if w.Code != status || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%.40s: %d %s", query, w.Code, w.Body)
		}
	}
}

func TestSearchIgnoresWordsWithoutLetters(t *testing.T) {
	d := newWritable(t)
	d.put(arches, firstTalk, http.StatusCreated)
	if got, want := d.send("GET", "/v1/search?q=cart+%E2%9D%A4%EF%B8%8F", ""), d.send("GET", "/v1/search?q=cart", ""); got.Body.String() != want.Body.String() || !strings.Contains(got.Body.String(), "cart") {
		t.Errorf("%s, want %s", got.Body, want.Body)
	}
	w := d.send("GET", "/v1/search?q=%CC%81", "")
	problem := decode[struct{ Parameter, Detail string }](t, w)
	if w.Code != 400 || w.Header().Get("Content-Type") != "application/problem+json" || problem.Parameter != "q" || problem.Detail == "" {
		t.Errorf("%d %s %+v", w.Code, w.Header(), problem)
	}
}
