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

// edge is the handler of the whole server (the edge endpoint). It consists of one
// handler for each group of addresses.
type edge struct{ data, snippets, frames, pages *reply.Handler }

// newHandler returns the handler of the whole server. If the store also implements
// [api.Publisher], transcripts can be published.
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

// ServeHTTP passes the request to the first handler that has a route for it. If no
// handler has one, the status is 404. The body is then JSON (problem details) under
// /v1, a short notice under /embed, and elsewhere a page.
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

// purge returns the paths whose answers depend on the transcript with this id. After a
// write, the copies of these answers are dropped from the cache.
func purge(id string) []string {
	return slices.Concat(api.Purge(id), page.Purge(id), snippets.Purge(id))
}
