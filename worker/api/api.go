// Package api serves the addresses that other programs call. Most begin with /v1. The
// others are /openapi.json and /healthz. The addresses of snippets (HTML to embed a
// transcript) also begin with /v1, but package snippets serves them.
//
// Anyone may read: a page of any origin may use the answers. A write needs a
// publisher's token.
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

// Store has the published transcripts. For an unknown id its methods return an error
// that is [fs.ErrNotExist]. For a withdrawn (unpublished) transcript they return an
// error that is [transcript.ErrWithdrawn].
type Store interface {
	// JSON returns the JSON of a transcript's newest version, byte for byte as it was
	// published.
	JSON(ctx context.Context, id string) ([]byte, error)
	// Transcript returns a transcript's newest version, decoded.
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
	// Count returns the number of transcripts.
	Count(ctx context.Context) (int, error)
	// List returns transcripts sorted by id. The first one is the transcript with the
	// least id that is greater than the argument after. List returns at most limit
	// transcripts. The list is never nil.
	List(ctx context.Context, after string, limit int) ([]transcript.Entry, error)
	// Versions lists all versions of a transcript, the newest first.
	Versions(ctx context.Context, id string) ([]transcript.Version, error)
	// At returns the JSON of the given version of a transcript, byte for byte as it was
	// published.
	At(ctx context.Context, id string, version int) ([]byte, error)
	// NearestSurviving returns the id of the turn that readers see instead of a removed
	// turn (one speaker's words). It is the nearest turn that the newest version still
	// has. The result is "" if the transcript has no removed turn with this id.
	NearestSurviving(ctx context.Context, id, turn string) (string, error)
	// Search returns the turns that match q. They are sorted by transcript, and within
	// a transcript by position.
	Search(ctx context.Context, q *search.Query) ([]search.Hit, error)
	// QuoteCandidates returns turns that may contain a quote with these words, in no
	// particular order. It returns at most limit turns of the transcripts that are
	// compiled into the program, and at most limit turns of the transcripts in the
	// database.
	QuoteCandidates(ctx context.Context, words []string, limit int) ([]search.Hit, error)
}

// Fragment appends a transcript's timeline as HTML, which a <quote-timeline> element
// puts into its shadow root. Base is the origin of this server, as in
// "https://edge.example". The query has the display options, such as the interface
// language. Unknown options are ignored.
type Fragment func(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte

// Config has the settings of the API, and the store and functions that the API uses.
type Config struct {
	Store    Store
	Fragment Fragment
	Version  string      // the revision that was built; /healthz shows it
	Log      func(error) // receives faults of the server

	// Publisher stores new versions of transcripts. If it is nil, nothing can be
	// published, and PUT and DELETE are answered with status 405.
	Publisher Publisher
	// Allow counts a request against a rate limit, and reports whether the limit allows
	// the request. Each value of the argument key has a count of its own. The value is
	// the KEY part of a token, or a client's network address. If Allow is nil, there are
	// no limits.
	Allow func(ctx context.Context, limit Limit, key string) (bool, error)
	// Now returns the current time. A new version gets this time as its date.
	Now func() time.Time
	// Purge returns the paths whose answers change when the transcript with this id is
	// published or withdrawn. After such a write, the cache drops its copies of these
	// answers. The function [Purge] returns the paths of the API, and other packages add
	// theirs. If Purge is nil, the cache keeps its copies after a write.
	Purge func(id string) []string
}

type api struct {
	Config
	formats []format
}

// Handler returns the handler that serves all addresses of the API.
func Handler(c Config) *reply.Handler {
	a := &api{c, formats(c.Fragment)}
	return reply.Public(a.routes(), c.Log)
}

// routes returns the route of every operation of the API. A transcript has one address
// for each format, such as /v1/transcripts/tides.vtt. At /v1/transcripts/tides, the
// request's Accept field chooses the format.
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
