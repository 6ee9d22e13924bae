package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quoteline/shared/transcript"
	"quoteline/worker/api"
	"quoteline/worker/store"
)

const tides = `{"id":"tides","title":"On tides","lang":"en","speakers":[{"id":"a","name":"Speaker A","kind":"guest","aliases":[],"sameAs":[]}],"turns":[{"id":"t2"},{"id":"t3"}]}`

func fragment(dst []byte, t *transcript.Transcript, base string, _ url.Values) []byte {
	return append(dst, "<p>"+t.Title+" from "+base+"</p>"...)
}

func handler(t *testing.T) http.Handler {
	t.Helper()
	s, err := store.Open(fstest.MapFS{
		"tides.json":  {Data: []byte(tides)},
		"arches.json": {Data: []byte(`{"id":"arches"}`)},
		"dunes.json":  {Data: []byte(`{"id":"dunes"}`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return api.Handler(api.Config{Store: s, Fragment: fragment, Version: "v9", Log: func(err error) { t.Error(err) }})
}

func do(t *testing.T, h http.Handler, method, path string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, "https://edge.example/", nil)
	// The path is set here, because httptest.NewRequest would change or refuse some
	// paths, such as "//v1".
	r.URL.Path, r.URL.RawQuery, _ = strings.Cut(path, "?")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestReads(t *testing.T) {
	h := handler(t)
	const problemType = "application/problem+json"
	for _, tc := range []struct {
		path, mediaType string
		status          int
	}{
		{"/v1/transcripts", "application/json", 200},
		{"/v1/transcripts?limit=1", "application/json", 200},
		{"/v1/transcripts/tides", "application/json", 200},
		{"/v1/transcripts/tides.json", "application/json", 200},
		{"/v1/transcripts/tides.html", "text/html; charset=utf-8", 200},
		{"/healthz", "application/json", 200},
		{"/v1/transcripts?limit=0", problemType, 400},
		{"/v1/transcripts/nobody", problemType, 404},
		{"/v1/transcripts/nobody.html", problemType, 404},
		{"/v1/transcripts/tides.pdf", problemType, 404},
		{"/v1/nothing", problemType, 404},
	} {
		for _, method := range []string{"GET", "HEAD"} {
			t.Run(method+" "+tc.path, func(t *testing.T) {
				w := do(t, h, method, tc.path)
				if w.Code != tc.status || w.Header().Get("Content-Type") != tc.mediaType {
					t.Errorf("got %d %s, want %d %s", w.Code, w.Header().Get("Content-Type"), tc.status, tc.mediaType)
				}
				if (w.Body.Len() == 0) != (method == "HEAD") {
					t.Errorf("%s has a body of %d bytes", method, w.Body.Len())
				}
				checkPublic(t, w.Header())
			})
		}
	}
}

// checkPublic checks the header fields that allow pages of other origins to read an
// answer.
func checkPublic(t *testing.T, header http.Header) {
	t.Helper()
	for name, want := range map[string]string{
		"Access-Control-Allow-Origin":   "*",
		"Access-Control-Expose-Headers": "ETag, Link",
		"Cross-Origin-Resource-Policy":  "cross-origin",
		"Timing-Allow-Origin":           "*",
		"X-Content-Type-Options":        "nosniff",
	} {
		if got := header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestCachingAndLinks(t *testing.T) {
	h := handler(t)
	const (
		cached = "public, no-cache"
		links  = `<https://edge.example/t/tides>; rel="canonical"` +
			`, <https://edge.example/v1/transcripts/tides.json>; rel="alternate"; type="application/json"` +
			`, <https://edge.example/v1/transcripts/tides.html>; rel="alternate"; type="text/html"` +
			`, <https://edge.example/v1/transcripts/tides.txt>; rel="alternate"; type="text/plain"` +
			`, <https://edge.example/v1/transcripts/tides.md>; rel="alternate"; type="text/markdown"` +
			`, <https://edge.example/v1/transcripts/tides.jsonld>; rel="alternate"; type="application/ld+json"` +
			`, <https://edge.example/v1/transcripts/tides.podcast.html>; rel="alternate"; type="text/html"; title="Podcasting 2.0"`
	)
	for _, tc := range []struct {
		path, cache, link string
		tagged            bool
	}{
		{"/v1/transcripts", cached, "", true},
		{"/v1/transcripts/tides", cached, links, true},
		{"/v1/transcripts/tides.json", cached, links, true},
		{"/v1/transcripts/tides.html", cached, links, true},
		{"/healthz", "no-store", "", false},
		{"/v1/transcripts/nobody", "no-store", "", false},
	} {
		t.Run(tc.path, func(t *testing.T) {
			w := do(t, h, "GET", tc.path)
			if got := w.Header().Get("Cache-Control"); got != tc.cache {
				t.Errorf("Cache-Control: %q, want %q", got, tc.cache)
			}
			if got := w.Header().Get("Link"); got != tc.link {
				t.Errorf("Link: %q, want %q", got, tc.link)
			}
			tag := w.Header().Get("ETag")
			if (tag != "") != tc.tagged {
				t.Fatalf("ETag: %q", tag)
			}
			if !tc.tagged {
				return
			}
			r := httptest.NewRequest("GET", "https://edge.example"+tc.path, nil)
			r.Header.Set("If-None-Match", tag)
			again := httptest.NewRecorder()
			h.ServeHTTP(again, r)
			if again.Code != http.StatusNotModified || again.Body.Len() != 0 {
				t.Errorf("asked again with the tag: %d with %d bytes", again.Code, again.Body.Len())
			}
			if got := again.Header().Get("Cache-Control"); got != tc.cache {
				t.Errorf("Cache-Control of the 304: %q, want %q", got, tc.cache)
			}
		})
	}
}

func TestBodies(t *testing.T) {
	h := handler(t)
	for _, tc := range []struct{ path, want string }{
		{"/v1/transcripts/tides", tides},
		{"/v1/transcripts/tides.json", tides},
		{"/v1/transcripts/tides.html", "<p>On tides from https://edge.example</p>"},
		{"/healthz", `{"status":"ok","version":"v9","store":"built-in","transcripts":3}`},
		{"/v1/transcripts/nobody", `{"type":"urn:quoteline:problem:not-found","title":"Not found","status":404,"detail":"There is no transcript with this id."}`},
	} {
		if got := do(t, h, "GET", tc.path).Body.String(); got != tc.want {
			t.Errorf("%s:\n got %s\nwant %s", tc.path, got, tc.want)
		}
	}
}

func TestMethods(t *testing.T) {
	h := handler(t)
	for _, path := range []string{"/v1/transcripts", "/v1/transcripts/tides", "/v1/transcripts/tides.html", "/healthz"} {
		for method, status := range map[string]int{
			"OPTIONS": 204, "POST": 405, "PUT": 405, "PATCH": 405, "DELETE": 405, "TRACE": 405, "get": 405,
		} {
			t.Run(method+" "+path, func(t *testing.T) {
				w := do(t, h, method, path)
				if w.Code != status || w.Header().Get("Allow") != "GET, HEAD, OPTIONS" {
					t.Errorf("%d, Allow: %q", w.Code, w.Header().Get("Allow"))
				}
				checkPublic(t, w.Header())
			})
		}
	}
	preflight := do(t, h, "OPTIONS", "/v1/transcripts/tides").Header()
	if preflight.Get("Access-Control-Allow-Methods") != "GET, HEAD" ||
		preflight.Get("Access-Control-Allow-Headers") != "If-None-Match" ||
		preflight.Get("Access-Control-Max-Age") != "86400" {
		t.Errorf("preflight: %v", preflight)
	}
}

func TestOddPathsAre404(t *testing.T) {
	h := handler(t)
	for _, path := range []string{
		"/v1", "/v1/", "/v1/transcripts/", "/v1/transcriptsx", "/v1//transcripts", "/v1/transcripts//tides",
		"/v1/transcripts/tides/", "/v1/transcripts/tides/..", "/v1/transcripts/../transcripts/tides",
		"/v1/transcripts/..", "/v1/transcripts/.", "/v1/transcripts/...", "/v1/transcripts/.json", "/v1/transcripts/tides.",
		"/v1/transcripts/tides.json.json", "/v1/transcripts/tides.JSON", "/v1/transcripts/TIDES", "/v1/Transcripts/tides",
		"/v1/transcripts/%2e%2e", "/v1/transcripts/tides\x00", "/v1/transcripts/tides\x00.json", "/v1/transcripts/..\\tides",
		"/v1/transcripts/tides ", "/v1/transcripts/\xff\xfe", "/v1/transcripts/" + strings.Repeat("a", 100_000),
		"/v1/transcripts/<script>alert(1)</script>",
	} {
		w := do(t, h, "GET", path)
		if w.Code != 404 || w.Header().Get("Content-Type") != "application/problem+json" || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%.60q: %d %s", path, w.Code, w.Header().Get("Content-Type"))
		}
	}
}

type page struct {
	Transcripts []struct {
		ID       string
		Turns    int
		Speakers []transcript.Speaker
	}
	Next string
}

func getPage(t *testing.T, h http.Handler, query string) page {
	t.Helper()
	w := do(t, h, "GET", "/v1/transcripts?"+query)
	var p page
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	return p
}

func TestListCursorsReachEveryEntry(t *testing.T) {
	h := handler(t)
	for _, limit := range []string{"1", "2", "3", "100"} {
		var ids []string
		for query := "limit=" + limit; query != ""; {
			p := getPage(t, h, query)
			for _, entry := range p.Transcripts {
				ids = append(ids, entry.ID)
			}
			query = ""
			if p.Next != "" {
				query = "limit=" + limit + "&cursor=" + p.Next
			}
		}
		if !slices.Equal(ids, []string{"arches", "dunes", "tides"}) {
			t.Errorf("pages of %s: %v", limit, ids)
		}
	}
}

func TestListEntries(t *testing.T) {
	p := getPage(t, handler(t), "")
	last := p.Transcripts[len(p.Transcripts)-1]
	if last.Turns != 2 || len(last.Speakers) != 1 || last.Speakers[0].Name != "Speaker A" {
		t.Errorf("%+v", last)
	}
	if p.Next != "" {
		t.Errorf("the last page has a cursor: %q", p.Next)
	}
}

func TestBadQueriesAre400(t *testing.T) {
	h := handler(t)
	for _, query := range []string{
		"limit=", "limit=0", "limit=-1", "limit=101", "limit=1.5", "limit=x", "limit=99999999999999999999",
		"cursor=*", "cursor=a", "cursor=YQ==", "a=%zz", "a;b",
	} {
		w := do(t, h, "GET", "/v1/transcripts?"+query)
		if w.Code != 400 || !strings.Contains(w.Body.String(), `"type":"urn:quoteline:problem:bad-parameter"`) {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
}

func TestEmptyListIsNotNull(t *testing.T) {
	s, err := store.Open(fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	h := api.Handler(api.Config{Store: s, Fragment: fragment, Log: func(err error) { t.Error(err) }})
	if got := do(t, h, "GET", "/v1/transcripts").Body.String(); got != `{"transcripts":[]}` {
		t.Error(got)
	}
}

func TestFaultsAreHidden(t *testing.T) {
	s, err := store.Open(fstest.MapFS{"tides.json": {Data: []byte("{")}})
	if err != nil {
		t.Fatal(err)
	}
	var logged []error
	h := api.Handler(api.Config{Store: s, Fragment: fragment, Log: func(err error) { logged = append(logged, err) }})
	const want = `{"type":"urn:quoteline:problem:internal","title":"Internal error","status":500,"detail":"The server could not answer. The fault has been recorded."}`
	w := do(t, h, "GET", "/v1/transcripts")
	if w.Code != 500 || w.Body.String() != want || len(logged) != 1 {
		t.Errorf("%d %s, logged %v", w.Code, w.Body, logged)
	}
	checkPublic(t, w.Header())
}
