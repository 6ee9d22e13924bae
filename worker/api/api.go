// Package api serves the addresses for programs: all under /v1 except the snippets, and
// also /openapi.json and /healthz.
//
// Reads are public: a page of any origin may use the answers. Writes need a publisher's
// token.
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

// Store has the published transcripts. Its methods return an error that is
// [fs.ErrNotExist] for an unknown id, and [transcript.ErrWithdrawn] for a withdrawn
// transcript.
type Store interface {
	// JSON returns a transcript's JSON as it was published.
	JSON(ctx context.Context, id string) ([]byte, error)
	// Transcript returns a decoded transcript.
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
	// Count returns how many transcripts there are.
	Count(ctx context.Context) (int, error)
	// List returns at most limit transcripts in the order of their ids, starting
	// with the first id greater than after. The list is never nil.
	List(ctx context.Context, after string, limit int) ([]transcript.Entry, error)
	// Versions lists the versions of a transcript, the newest first.
	Versions(ctx context.Context, id string) ([]transcript.Version, error)
	// At returns the JSON of one version as it was published.
	At(ctx context.Context, id string, version int) ([]byte, error)
	// NearestSurviving returns the id of the turn that is nearest to a removed turn. It
	// returns "" if the transcript never had the removed turn.
	NearestSurviving(ctx context.Context, id, turn string) (string, error)
	// Search returns the turns that match q, ordered by transcript and turn.
	Search(ctx context.Context, q *search.Query) ([]search.Hit, error)
	// QuoteCandidates returns turns that may contain a quote with these words, in no
	// particular order: at most limit compiled-in turns, and at most limit turns of the
	// database.
	QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error)
}

// Fragment appends a transcript's timeline as HTML for the shadow root of a
// <quote-timeline> element. Base is the origin of the edge endpoint, as in
// "https://edge.example". The query holds the display options; unknown ones are
// ignored.
type Fragment func(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte

// Config has the settings of the API and the functions that it depends on.
type Config struct {
	Store    Store
	Fragment Fragment
	Version  string      // the revision that was built; /healthz shows it
	Log      func(error) // receives faults of the server

	// Publisher stores new versions. If it is nil, no address answers PUT and DELETE.
	Publisher Publisher
	// Allow counts a request under key, which is a token's key or a client's address.
	// It reports whether the limit allows the request. If Allow is nil, there are no
	// limits.
	Allow func(ctx context.Context, limit Limit, key string) (bool, error)
	// Now returns the current time, with which a publication is dated.
	Now func() time.Time
	// Purge returns the paths whose answers depend on the transcript id, including
	// those of the API, which the function [Purge] returns. If the field is nil, no
	// cached answer is dropped after a write.
	Purge func(id string) []string
}

type api struct {
	Config
	formats []format
}

// Handler returns the handler of all addresses of the API.
func Handler(c Config) *reply.Handler {
	a := &api{c, formats(c.Fragment)}
	return reply.Public(a.routes(), c.Log)
}

// routes returns every operation of the API. A transcript has an address for each
// format, such as /v1/transcripts/tides.vtt. At /v1/transcripts/tides the Accept header
// chooses the format.
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
	if a.Publisher != nil { // without a Publisher PUT gets 405, as any method without a route
		routes = append(routes,
			reply.Route{Method: http.MethodPut, Path: one, Answer: a.put},
			reply.Route{Method: http.MethodDelete, Path: one, Answer: a.withdraw})
	}
	return routes
}
