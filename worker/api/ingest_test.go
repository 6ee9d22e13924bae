package api_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"quoteline/shared/ingest"
	"quoteline/worker/api"
)

// post sends a transcript file to the handler, and returns the response.
func post(t *testing.T, path string, body io.Reader) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	handler(t).ServeHTTP(w, httptest.NewRequest(http.MethodPost, "https://edge.example"+path, body))
	return w
}

func TestIngest(t *testing.T) {
	w := post(t, "/v1/ingest?name=talk.vtt", strings.NewReader("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Speaker A>Well &amp; good.\n"))
	var r ingest.Result
	if err := json.Unmarshal(w.Body.Bytes(), &r); err != nil || w.Code != http.StatusOK {
		t.Fatalf("%d %v %s", w.Code, err, w.Body)
	}
	turns := r.Transcript.Turns
	if r.Report.Format.Name != "webvtt" || len(turns) != 1 || turns[0].Text != "Well & good." || r.Transcript.Speakers[0].Name != "Speaker A" {
		t.Errorf("%s", w.Body)
	}
	if start, ok := turns[0].Start.Millis(); !ok || start != 1000 || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("start %d, %v", start, w.Header())
	}
}

func TestIngestIsLimitedByAddress(t *testing.T) {
	var asked []string
	h := api.Handler(api.Config{
		Allow: func(_ context.Context, limit api.Limit, key string) (bool, error) {
			asked = append(asked, string(limit)+" "+key)
			return len(asked) == 1, nil
		},
		Log: func(err error) { t.Error(err) },
	})
	for _, want := range []int{200, 429} {
		r := httptest.NewRequest(http.MethodPost, "https://edge.example/v1/ingest", strings.NewReader("A: One.\n\nB: Two.\n"))
		r.RemoteAddr = "192.0.2.7"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want || (want == 429) != (w.Header().Get("Retry-After") != "") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	if want := []string{"INGEST_LIMIT 192.0.2.7", "INGEST_LIMIT 192.0.2.7"}; !slices.Equal(asked, want) {
		t.Errorf("asked %q", asked)
	}
}

func TestIngestErrors(t *testing.T) {
	const limit = 2 << 20
	for _, c := range []struct {
		name   string
		body   io.Reader
		status int
		says   string
	}{
		{"empty", strings.NewReader(""), 422, `"line":1,"column":1`},
		{"PDF", strings.NewReader("%PDF-1.7"), 422, "a PDF document"},
		{"truncated JSON", strings.NewReader("{\n\"segments\": ["), 422, `"line":2,"column":14`},
		{"the file's name", strings.NewReader("\x00"), 422, "talk.txt: Line 1"},
		{"at the limit", strings.NewReader(strings.Repeat(" ", limit)), 422, "empty"},
		{"over the limit", strings.NewReader(strings.Repeat(" ", limit+1)), 413, "2097152"},
		{"endless", new(endless), 413, "2097152"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := post(t, "/v1/ingest?name=talk.txt", c.body)
			if w.Code != c.status || w.Header().Get("Content-Type") != "application/problem+json" || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
}
