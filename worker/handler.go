package main

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"quoteline/worker/api"
	"quoteline/worker/page"
	"quoteline/worker/reply"
	"quoteline/worker/snippets"
)

// edge is the edge endpoint. It has a handler for each group of addresses.
type edge struct{ data, snippets, frames, pages *reply.Handler }

// newHandler returns the edge endpoint. Transcripts can be published if the store is an
// [api.Publisher] too.
func newHandler(transcripts api.Store, version string, log func(error)) *edge {
	publisher, _ := transcripts.(api.Publisher)
	return &edge{
		data: api.Handler(api.Config{
			Store:     transcripts,
			Fragment:  snippets.Fragment,
			Version:   version,
			Log:       log,
			Publisher: publisher,
			Allow:     allow,
			Now:       time.Now,
			Purge:     purge,
		}),
		snippets: snippets.Data(transcripts, log),
		frames:   snippets.Frame(transcripts, log),
		pages:    page.Handler(transcripts, log),
	}
}

// ServeHTTP passes the request to the first handler that has a route for it. If none
// has one, the answer is 404: problem details under /v1, a short notice in an iframe,
// and a page elsewhere.
func (e *edge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if e.data.Try(w, r) || e.pages.Try(w, r) || e.frames.Try(w, r) || e.snippets.Try(w, r) {
		return
	}
	switch path := r.URL.Path; {
	case path == "/v1", strings.HasPrefix(path, "/v1/"):
		e.data.ServeHTTP(w, r)
	case strings.HasPrefix(path, "/embed/"):
		e.frames.ServeHTTP(w, r)
	default:
		e.pages.ServeHTTP(w, r)
	}
}

// purge returns the paths whose answers depend on the transcript id.
func purge(id string) []string {
	return slices.Concat(api.Purge(id), page.Purge(id), snippets.Purge(id))
}
