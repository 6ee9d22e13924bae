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

// edge is the edge endpoint: the handlers of all its addresses.
type edge struct{ data, snippets, frames, pages *reply.Handler }

// newHandler wires the edge endpoint. Transcripts can be published if the store
// is an [api.Publisher] too.
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

// ServeHTTP tries the handlers in turn. If none has a route, the address decides on
// the form of the 404: problem details under /v1, a short notice in a frame, and else
// a page.
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

// purge lists the paths whose answers depend on the transcript id.
func purge(id string) []string {
	return slices.Concat(api.Purge(id), page.Purge(id), snippets.Purge(id))
}
