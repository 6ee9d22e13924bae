package main

import (
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"quoteline/worker/reply"
	"quoteline/worker/store"
)

func TestHandlerOfEachAddress(t *testing.T) {
	transcripts, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	h := newHandler(transcripts, "v9", func(err error) { t.Error(err) })
	const problem, data, page = "application/problem+json", "application/json", "text/html; charset=utf-8"
	for _, tc := range []struct {
		path, mediaType string
		status          int
	}{
		{"/healthz", data, 200},
		{"/openapi.json", data, 200},
		{"/robots.txt", "text/plain; charset=utf-8", 200},
		{"/sitemap.xml", "application/xml", 200},
		{"/v1/transcripts", data, 200},
		{"/v1/transcripts/altman-murati-2023", data, 200},
		{"/v1/transcripts/altman-murati-2023.html", page, 200},
		{"/t/altman-murati-2023", page, 200},
		{"/v1", problem, 404},
		{"/v1/", problem, 404},
		{"/v1//transcripts", problem, 404},
		{"/V1/transcripts", page, 404},
		{"/v1transcripts", page, 404},
		{"/healthz/", page, 404},
		{"//healthz", page, 404},
		{"/", page, 404},
		{"", page, 404},
	} {
		t.Run(tc.path, func(t *testing.T) {
			r := httptest.NewRequest("GET", "http://edge.example/", nil)
			r.URL.Path = tc.path
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != tc.status || w.Header().Get("Content-Type") != tc.mediaType {
				t.Errorf("got %d %s, want %d %s", w.Code, w.Header().Get("Content-Type"), tc.status, tc.mediaType)
			}
		})
	}
}

// After a write to a transcript, copies of its addresses are dropped (purged) from the
// cache. The function purge lists these addresses. purge must list every address whose
// route has {id} as its only wildcard. It must also list the two addresses that list all
// transcripts.
func TestPurgeHasTheTranscriptsRoutes(t *testing.T) {
	transcripts, err := store.Default()
	if err != nil {
		t.Fatal(err)
	}
	h := newHandler(transcripts, "v9", func(err error) { t.Error(err) })
	purged := purge("tides")
	for _, handler := range []*reply.Handler{h.data, h.frames, h.pages} {
		for _, route := range handler.Routes {
			path := strings.ReplaceAll(route.Path, "{id}", "tides")
			if path == route.Path || strings.Contains(path, "{") {
				continue
			}
			if !slices.Contains(purged, path) {
				t.Errorf("%s is not purged", path)
			}
		}
	}
	for _, path := range []string{"/v1/transcripts", "/sitemap.xml"} {
		if !slices.Contains(purged, path) {
			t.Errorf("the list %s is not purged", path)
		}
	}
	if len(purged) != 17 {
		t.Errorf("%d paths are purged: %q", len(purged), purged)
	}
}
