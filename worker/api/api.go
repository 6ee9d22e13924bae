// Package api answers the data side of the edge endpoint: everything under /v1,
// /openapi.json and /healthz.
//
// Reads are public: any page of any origin may embed what they return, sandboxed
// frames included, so that there is no list of allowed origins.
package api

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"quoteline/shared/search"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// Store is what the API needs of the published transcripts. An unknown id gives
// an error that is [fs.ErrNotExist], a withdrawn one [transcript.ErrWithdrawn].
type Store interface {
	// JSON returns a transcript as published.
	JSON(ctx context.Context, id string) ([]byte, error)
	// Transcript returns a transcript decoded.
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
	// Count returns how many transcripts there are.
	Count(ctx context.Context) (int, error)
	// List returns at most limit transcripts, never nil, in the order of their
	// ids, from the first one whose id is greater than after.
	List(ctx context.Context, after string, limit int) ([]transcript.Entry, error)
	// Versions lists the versions of a transcript, the newest first.
	Versions(ctx context.Context, id string) ([]transcript.Version, error)
	// At returns one version of a transcript as published.
	At(ctx context.Context, id string, version int) ([]byte, error)
	// NearestSurviving returns the turn that is nearest to one that was removed, "" for a
	// turn that never was.
	NearestSurviving(ctx context.Context, id, turn string) (string, error)
	// Search returns the turns of all transcripts that q asks for, in order.
	Search(ctx context.Context, q *search.Query) ([]search.Hit, error)
	// QuoteCandidates returns turns of all transcripts that may contain a quote, in no
	// particular order: at most limit of each kind of store.
	QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error)
}

// Fragment appends a transcript's timeline as HTML for the element's shadow
// root. Base is the origin of the edge endpoint; the query says how it is wanted,
// and what of it is not known means nothing.
type Fragment func(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte

// Config is what the API is made of.
type Config struct {
	Store    Store
	Fragment Fragment
	Version  string      // the revision that was built, told by /healthz
	Log      func(error) // receives faults of the server

	// Publisher is where transcripts are published; without one they cannot be.
	Publisher Publisher
	// Allow counts a request of a token or an address, and reports whether it is
	// within the limit. Nil allows everything.
	Allow func(ctx context.Context, limit Limit, key string) (bool, error)
	// Now returns the time of a publication.
	Now func() time.Time
	// Purge returns the paths whose answers depend on the transcript id, those of
	// the API ([Purge]) among them. Without it, writes purge nothing.
	Purge func(id string) []string
}

type api struct {
	Config
	formats []format
}

// Handler returns the handler of the API's addresses.
func Handler(c Config) *reply.Handler {
	a := &api{c, formats(c.Fragment)}
	return reply.Public(a.routes(), c.Log)
}

func (a *api) routes() reply.Routes {
	const one = "/v1/transcripts/{id}"
	routes := reply.Routes{
		reply.Get("/healthz", a.health),
		reply.Get("/openapi.json", describe),
		reply.Get("/v1/transcripts", a.list),
		reply.Get(one, a.negotiate),
		reply.Get(one+"/turns", a.turns),
		reply.Get(one+"/turns/{turn}", a.turn),
		reply.Get(one+"/versions", a.versions),
		reply.Get(one+"/versions/{n}", a.version),
		reply.Get("/v1/search", a.search),
		reply.Get("/v1/verify", a.verify),
		{Method: http.MethodPost, Path: "/v1/ingest", Answer: a.ingest},
	}
	for i := range a.formats {
		routes = append(routes, reply.Get(one+"."+a.formats[i].suffix, a.inFormat(&a.formats[i])))
	}
	if a.Publisher != nil {
		routes = append(routes,
			reply.Route{Method: http.MethodPut, Path: one, Answer: a.put},
			reply.Route{Method: http.MethodDelete, Path: one, Answer: a.withdraw})
	}
	return routes
}
