package main

import (
	"net/http"
	"strings"
	"time"

	"quoteline/worker/api"
	"quoteline/worker/page"
	"quoteline/worker/snippets"
)

// newHandler wires the edge endpoint. It chooses by prefix and not with a
// [http.ServeMux], which would redirect unclean paths where nothing is.
// A store that is an [api.Publisher] can be published to.
func newHandler(transcripts api.Store, version string, log func(error)) http.Handler {
	publisher, _ := transcripts.(api.Publisher)
	data := api.Handler(api.Config{
		Store:     transcripts,
		Fragment:  snippets.Fragment,
		Version:   version,
		Log:       log,
		Publisher: publisher,
		Allow:     allow,
		Now:       time.Now,
	})
	pages := page.Handler(transcripts, log)
	snippetData := snippets.Data(transcripts, log)
	frames := snippets.Frame(transcripts, log)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch path := r.URL.Path; {
		case snippets.Is(path):
			snippetData.ServeHTTP(w, r)
		case strings.HasPrefix(path, "/embed/"):
			frames.ServeHTTP(w, r)
		case path == "/healthz", path == "/openapi.json", path == "/v1", strings.HasPrefix(path, "/v1/"):
			data.ServeHTTP(w, r)
		default:
			pages.ServeHTTP(w, r)
		}
	})
}
