package main

import (
	"net/http"
	"strings"

	"quoteline/worker/api"
	"quoteline/worker/page"
	"quoteline/worker/store"
)

// newHandler wires the edge endpoint. It chooses by prefix and not with a
// [http.ServeMux], which would redirect unclean paths where nothing is.
func newHandler(transcripts *store.Files, version string, log func(error)) http.Handler {
	data := api.Handler(api.Config{
		Store:    transcripts,
		Fragment: page.Fragment,
		Version:  version,
		Log:      log,
	})
	pages := page.Handler(transcripts, log)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path := r.URL.Path; {
		case path == "/healthz", path == "/openapi.json", path == "/v1", strings.HasPrefix(path, "/v1/"):
			data.ServeHTTP(w, r)
		default:
			pages.ServeHTTP(w, r)
		}
	})
}
