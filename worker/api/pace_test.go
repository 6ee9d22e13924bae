//go:build !js

package api_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"quoteline/worker/pace"
)

// TestReadersAreAnsweredDuringLongWork sends the requests that take the Worker longest.
// Whenever their work pauses, a reader asks for a transcript, and has to get it before the
// work ends.
func TestReadersAreAnsweredDuringLongWork(t *testing.T) {
	d := newWritable(t)
	d.put("/v1/transcripts/arches", talk("host: Who built the arch?", "ann: My grandfather did."), http.StatusCreated)
	turns := func(text string) string { return talk(slices.Repeat([]string{"ann: " + text}, 15_000)...) }
	cues := strings.Repeat("A: x\nB: y\n", 12_000)
	for _, c := range []struct {
		name, method, path, body string
		reads                    int // how many readers are answered meanwhile, at least
	}{
		{"a new transcript", "PUT", "/v1/transcripts/long", turns("a"), 15},
		{"all of its words changed", "PUT", "/v1/transcripts/long", turns("b"), 20},
		{"the same again", "PUT", "/v1/transcripts/long", turns("b"), 15},
		{"a faulty transcript", "PUT", "/v1/transcripts/long", turns("\u200b"), 8},
		{"a source to import", "POST", "/v1/ingest", cues, 20},
		{"a source that is refused", "POST", "/v1/ingest", strings.Repeat("A: x\n", 99_000), 4},
		{"a source of 2 MB that is refused", "POST", "/v1/ingest", strings.Repeat("a\n", 1_000_000), 15},
	} {
		reads := 0
		r := httptest.NewRequest(c.method, "https://edge.example"+c.path, strings.NewReader(c.body))
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", "application/json")
		r = r.WithContext(pace.With(r.Context(), func() {
			if w := d.send("GET", "/v1/transcripts/arches", ""); w.Code != http.StatusOK {
				t.Errorf("%s: a reader gets %d %s", c.name, w.Code, w.Body)
			}
			reads++
		}))
		w := httptest.NewRecorder()
		if d.handler.ServeHTTP(w, r); w.Code >= 500 || reads < c.reads {
			t.Errorf("%s: %d, and %d readers are answered meanwhile, want %d", c.name, w.Code, reads, c.reads)
		}
	}
}

// TestManyTopicsAreRefusedFirst publishes a transcript with too many topics. The server
// has to refuse it before making the JSON to store. Making this JSON would cause a second
// pause of the work.
func TestManyTopicsAreRefusedFirst(t *testing.T) {
	d := newWritable(t)
	topics, ids := make([]string, 40_000), make([]string, 40_000)
	for i := range topics {
		ids[i] = fmt.Sprintf(`"t%d"`, i)
		topics[i] = `{"id":` + ids[i] + `,"label":"t"}`
	}
	body := strings.NewReplacer(
		`"turns"`, `"topics":[`+strings.Join(topics, ",")+`],"turns"`,
		`"text"`, `"topics":[`+strings.Join(ids, ",")+`],"text"`,
	).Replace(talk("ann: A."))
	pauses := 0
	r := httptest.NewRequest("PUT", "https://edge.example/v1/transcripts/topics", strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	r = r.WithContext(pace.With(r.Context(), func() { pauses++ }))
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `"pointer":"/topics"`) || pauses > 1 {
		t.Errorf("%d pauses, %d %.300s", pauses, w.Code, w.Body)
	}
}
