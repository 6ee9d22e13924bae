//go:build !js

package api_test

import (
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"quoteline/worker/api"
)

// edited returns the JSON of the transcript firstTalk after the argument change, a
// function, has modified it.
func edited(change func(m map[string]any)) string {
	var m map[string]any
	_ = json.Unmarshal([]byte(firstTalk), &m)
	change(m)
	body, _ := json.Marshal(m)
	return string(body)
}

// turnsWith returns the JSON of the transcript firstTalk with some members set in its
// turns. The first map has the members for the first turn, the second map those for the
// second turn, and so on. A map with the member start gives a turn a start time. Then
// all turns must have one: the transcript's timing becomes "turn", and the turns
// without a map are removed.
func turnsWith(members ...map[string]any) string {
	return edited(func(m map[string]any) {
		for i, extra := range members {
			for name, value := range extra {
				m["turns"].([]any)[i].(map[string]any)[name] = value
				if name == "start" {
					m["timing"] = "turn"
				}
			}
		}
		if m["timing"] == "turn" {
			m["turns"] = m["turns"].([]any)[:len(members)]
		}
	})
}

func times(start, end int) map[string]any { return map[string]any{"start": start, "end": end} }

func TestBadBodies(t *testing.T) {
	d := newWritable(t)
	const malformed, invalid = "malformed-json", "invalid-transcript"
	type object = map[string]any
	for _, tc := range []struct {
		name, body   string
		status       int
		kind         string
		pointer      string
		line, column int
	}{
		{name: "nothing", body: "", status: 400, kind: malformed, line: 1, column: 1},
		{name: "cut off", body: firstTalk[:len(firstTalk)-2], status: 400, kind: malformed, line: 1, column: len(firstTalk) - 1},
		{name: "no JSON", body: "{\n  \"title\": yes}", status: 400, kind: malformed, line: 2, column: 12},
		{name: "more than one", body: firstTalk + "{}", status: 400, kind: malformed, line: 1, column: len(firstTalk) + 1},
		{name: "deep nesting", body: `{"x":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "}", status: 400, kind: malformed, line: 1, column: 69},
		{name: "nesting that is a bit too deep", body: `{"x":` + strings.Repeat("[", 65) + strings.Repeat("]", 65) + "}", status: 400, kind: malformed, line: 1, column: 69},
		{name: "a list", body: "[]", status: 422, kind: invalid, line: 1, column: 1},
		{name: "null", body: "null", status: 422, kind: invalid, pointer: "/title"},
		{name: "wrong type", body: `{"title": 7}`, status: 422, kind: invalid, pointer: "/title", line: 1, column: 11},
		{name: "wrong type within a list", body: `{"lang":"en","turns":[{"text":"a"},{"topics":["b"],"text":[]}]}`, status: 422, kind: invalid, pointer: "/turns/1/text", line: 1, column: 59},
		{name: "a text for turns", body: `{"turns":"none"}`, status: 422, kind: invalid, pointer: "/turns", line: 1, column: 10},
		{name: "a fraction", body: `{"turns":[{"text":"a","start":1.5}]}`, status: 422, kind: invalid, pointer: "/turns/0/start", line: 1, column: 31},
		{name: "another schema", body: edited(func(m object) { m["schema"] = "quoteline/2" }), status: 422, kind: invalid, pointer: "/schema"},
		{name: "another id", body: edited(func(m object) { m["id"] = "bridges" }), status: 422, kind: invalid, pointer: "/id"},
		{name: "no title", body: edited(func(m object) { delete(m, "title") }), status: 422, kind: invalid, pointer: "/title"},
		{name: "no turns", body: edited(func(m object) { m["turns"] = []any{} }), status: 422, kind: invalid, pointer: "/turns"},
		{name: "duplicate ids", body: turnsWith(object{"id": "t1"}, object{"id": "t1"}), status: 422, kind: invalid, pointer: "/turns/1/id"},
		{name: "an unknown speaker", body: turnsWith(object{"speaker": "ben"}), status: 422, kind: invalid, pointer: "/turns/0/speaker"},
		{name: "a reply to nothing", body: turnsWith(object{}, object{"replyTo": "x"}), status: 422, kind: invalid, pointer: "/turns/1/replyTo"},
		{name: "an end before the start", body: turnsWith(times(10, 5)), status: 422, kind: invalid, pointer: "/turns/0/end"},
		{name: "negative times", body: turnsWith(times(-10, 5)), status: 422, kind: invalid, pointer: "/turns/0/start"},
		{name: "starts out of order", body: turnsWith(times(10, 20), times(5, 8)), status: 422, kind: invalid, pointer: "/turns/1/start"},
		{name: "a speaker over himself", body: turnsWith(times(10, 20), times(12, 14), times(15, 25)), status: 422, kind: invalid, pointer: "/turns/2/start"},
		{name: "not normalised", body: turnsWith(object{"text": "cafe\u0301"}), status: 422, kind: invalid, pointer: "/turns/0/text"},
		{name: "a control character", body: turnsWith(object{"text": "a\u0002b"}), status: 422, kind: invalid, pointer: "/turns/0/text"},
		{name: "a script for an address", body: edited(func(m object) { m["sourceUrl"] = "javascript:alert(1)" }), status: 422, kind: invalid, pointer: "/sourceUrl"},
		{name: "a correction without a date", body: edited(func(m object) { m["corrections"] = []object{{"turn": "t1", "note": "x"}} }), status: 422, kind: invalid, pointer: "/corrections/0/date"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d.t = t
			w := d.send("PUT", arches, tc.body)
			p := decode[struct {
				Type, Pointer, Detail string
				Status, Line, Column  int
			}](t, w)
			if w.Code != tc.status || p.Status != tc.status || p.Type != "urn:quoteline:problem:"+tc.kind {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if p.Pointer != tc.pointer || p.Line != tc.line || p.Column != tc.column {
				t.Errorf("at %q, line %d, column %d; want %q, %d, %d", p.Pointer, p.Line, p.Column, tc.pointer, tc.line, tc.column)
			}
			if d.rows() != 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestOverlappingTurnsAreValid(t *testing.T) {
	newWritable(t).put(arches, turnsWith(times(10, 20), times(12, 14)), http.StatusCreated)
}

func TestBadRequests(t *testing.T) {
	d := newWritable(t)
	for _, tc := range []struct {
		name, path, body, line string
		status                 int
		kind                   string
	}{
		{"text", arches, firstTalk, "Content-Type: text/plain", 415, "unsupported-type"},
		{"no type", arches, firstTalk, "Content-Type: ", 415, "unsupported-type"},
		{"another charset", arches, firstTalk, "Content-Type: application/json; charset=latin1", 415, "unsupported-type"},
		{"compressed", arches, firstTalk, "Content-Encoding: gzip", 415, "unsupported-type"},
		{"6 MB", arches, `{"title":"` + strings.Repeat("a", 6<<20) + `"}`, "X: y", 413, "too-large"},
		{"1.5 MB, stored as 2", arches, manyTurns(20_000), "X: y", 413, "too-large"},
		{"not UTF-8", arches, "{\"title\":\"a\xff\"}", "X: y", 400, "malformed-json"},
		{"an id with capitals", "/v1/transcripts/Arches", firstTalk, "X: y", 422, "invalid-transcript"},
		{"a long id", "/v1/transcripts/" + strings.Repeat("a", 100), firstTalk, "X: y", 422, "invalid-transcript"},
		{"an id that leads away", "/v1/transcripts/..%2farches", firstTalk, "X: y", 404, "not-found"},
		{"a format", arches + ".json", firstTalk, "X: y", 405, "method-not-allowed"},
		{"a version", arches + "/versions/1", firstTalk, "X: y", 405, "method-not-allowed"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := d.send("PUT", tc.path, tc.body, tc.line)
			p := decode[struct {
				Type string
				Byte *int
			}](t, w)
			if w.Code != tc.status || p.Type != "urn:quoteline:problem:"+tc.kind || d.rows() != 0 {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if tc.name == "not UTF-8" && (p.Byte == nil || *p.Byte != 11) {
				t.Errorf("byte: %s", w.Body)
			}
		})
	}
}

// manyTurns returns the JSON of a transcript with n short turns. The server adds an id
// and a number to each turn, so the JSON that it stores is longer.
func manyTurns(n int) string {
	turn := `{"speaker":"host","kind":"statement","text":"` + strings.Repeat("word ", 6) + `."}`
	return `{"title":"a","lang":"en","timing":"none","editing":"verbatim","speakers":[{"id":"host","name":"Host","kind":"host"}],"turns":[` +
		strings.Repeat(turn+",", n-1) + turn + "]}"
}

func TestStoredSizeIsNamed(t *testing.T) {
	d := newWritable(t)
	body := manyTurns(20_000)
	w := d.send("PUT", arches, body, "X: y")
	p := decode[struct {
		Detail, Limit string
		Max           int
	}](t, w)
	if len(body) > api.MaxBody || w.Code != 413 || p.Limit != "stored bytes" || p.Max != api.MaxBody || !strings.HasPrefix(p.Detail, "With the ids and numbers") {
		t.Errorf("%d bytes: %d %s", len(body), w.Code, w.Body)
	}
}

func TestReadingStopsAtTheLimit(t *testing.T) {
	d := newWritable(t)
	var body endless
	if w := d.sendFrom("PUT", arches, &body); w.Code != 413 || body > 4_000_000 {
		t.Errorf("%d after %d bytes", w.Code, body)
	}
}

func TestUnknownMembersWarn(t *testing.T) {
	d := newWritable(t)
	got := d.put(arches, edited(func(m map[string]any) {
		m["colour/~"] = "red"
		m["turns"].([]any)[1].(map[string]any)["mood"] = map[string]any{"deep": []any{1}}
	}), http.StatusCreated)
	if len(got.Warnings) != 2 || got.Warnings[0].Pointer != "/colour~1~0" || got.Warnings[1].Pointer != "/turns/1/mood" {
		t.Errorf("warnings: %+v", got.Warnings)
	}
	if w := d.send("GET", arches, ""); strings.Contains(w.Body.String(), "mood") {
		t.Error("the unknown member was stored")
	}
}

func TestCorrectionsAreStored(t *testing.T) {
	d := newWritable(t)
	d.put(arches, firstTalk, http.StatusCreated)
	ids := d.ids(arches)
	d.put(arches, edited(func(m map[string]any) {
		m["corrections"] = []map[string]string{{"date": "2026-11-23", "turn": ids[1], "note": "The number of friends was wrong."}}
	}), http.StatusOK)
	w := d.send("GET", arches, "")
	if !strings.Contains(w.Body.String(), `"corrections":[{"date":"2026-11-23","turn":"`+ids[1]+`","note":"The number of friends was wrong."}]`) {
		t.Errorf("%s", w.Body)
	}
}

// The JavaScript of worker/shim also limits the length of the body of a PUT. This test
// checks that its limit equals [api.MaxBody].
func TestShimHasTheSameLimit(t *testing.T) {
	script, err := os.ReadFile("../shim/limits.mjs")
	if err != nil {
		t.Fatal(err)
	}
	put := regexp.MustCompile(`\bPUT: ([0-9_]+)`).FindSubmatch(script)
	if put == nil || strings.ReplaceAll(string(put[1]), "_", "") != strconv.Itoa(api.MaxBody) {
		t.Errorf("limits.mjs has %q, api.MaxBody is %d", put, api.MaxBody)
	}
}
