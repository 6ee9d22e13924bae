package api_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/worker/api"
	"quoteline/worker/store"
)

// fuzzHandler returns a function that sends a request to the API, whose store has one
// transcript. The function fails the test if the API logs an error, if the answer has a
// status of 500 or more, or if the answer is too long.
func fuzzHandler(f *testing.F) func(t *testing.T, method, path, query, body string) {
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte(tides)}})
	if err != nil {
		f.Fatal(err)
	}
	return func(t *testing.T, method, path, query, body string) {
		h := api.Handler(api.Config{Store: s, Fragment: fragment, Log: func(err error) { t.Errorf("%s?%s: %v", path, query, err) }})
		r := httptest.NewRequest(method, "https://edge.example", strings.NewReader(body))
		r.URL.Path, r.URL.RawQuery = path, query
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%s %s?%s gets %d: %s", method, path, query, w.Code, w.Body)
		}
		if most := 64<<10 + 100*(len(query)+len(body)); w.Body.Len() > most {
			t.Fatalf("%s %s?%s gets %d bytes", method, path, query, w.Body.Len())
		}
	}
}

// FuzzReads sends GET requests with any path and query. The status of an answer may say
// that the client made an error, but never that the server did.
func FuzzReads(f *testing.F) {
	for _, seed := range []string{
		"q=the+%CC%81&limit=1&cursor=AAAA", "q=%E2%9D%A4%EF%B8%8F", "speaker=a&topic=&from=0&to=9&q=", "%zz=&;", "turn=t2&version=-1",
	} {
		f.Add("", seed)
		f.Add("/v1/transcripts/tides.podcast.json", seed)
	}
	serve := fuzzHandler(f)
	f.Fuzz(func(t *testing.T, path, query string) {
		for _, p := range []string{path, "/v1/search", "/v1/verify", "/v1/transcripts", "/v1/transcripts/tides/turns", "/v1/transcripts/tides"} {
			serve(t, http.MethodGet, p, query, "")
		}
	})
}

// FuzzBodies uploads any file with any options to /v1/ingest, which converts a file into
// a transcript. The server may refuse the file, but the server must make no error.
func FuzzBodies(f *testing.F) {
	f.Add("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:02.500\n<v A>Well.\n", "{}")
	f.Add("x", "A: One.\n\nB: Two.\n", `{"undo":["label-1-1"],"meta":{"title":"\u0000"}}`)
	f.Add("", "\xff\xfe\x00", tides)
	serve := fuzzHandler(f)
	f.Fuzz(func(t *testing.T, name, body, options string) {
		query := url.Values{"name": {name}, "options": {options}}.Encode()
		serve(t, http.MethodPost, "/v1/ingest", query, body)
		serve(t, http.MethodPost, "/v1/ingest", name, options)
	})
}
