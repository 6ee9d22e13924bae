// Package api answers the data side of the edge endpoint: everything under /v1,
// /openapi.json and /healthz.
//
// Reads are public: any page of any origin may embed what they return, sandboxed
// frames included, so that there is no list of allowed origins.
package api

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
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
	// WentTo returns the turn that is nearest to one that was removed, "" for a
	// turn that never was.
	WentTo(ctx context.Context, id, turn string) (string, error)
	// Search returns the turns of all transcripts that q asks for, in order.
	Search(ctx context.Context, q *search.Query) ([]search.Hit, error)
	// Saying returns turns of all transcripts that may contain a quote, in no
	// particular order: at most limit of each kind of store.
	Saying(ctx context.Context, words []string, limit int) ([]search.Hit, error)
}

// Fragment appends a transcript's timeline as HTML for the element's shadow
// root. Base is the origin of the edge endpoint; the query says how it is wanted,
// and what of it is not known means nothing.
type Fragment func(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte

// cacheRead lets a page show a transcript again at once and learn of a new
// version within a minute; the edge keeps it for a day.
const cacheRead = "public, max-age=60, s-maxage=86400, stale-while-revalidate=604800"

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
	// Now tells the time of a publication.
	Now func() time.Time
}

type api struct {
	Config
	formats []format
}

// Handler returns the handler of the API's addresses.
func Handler(c Config) http.Handler {
	a := &api{c, formats(c.Fragment)}
	return &reply.Handler{
		Find: a.find,
		Fail: reply.Problem,
		Log:  c.Log,
		Header: http.Header{
			"Access-Control-Allow-Origin":   {"*"},
			"Access-Control-Expose-Headers": {"ETag, Link"},
			"Cross-Origin-Resource-Policy":  {"cross-origin"},
			"Timing-Allow-Origin":           {"*"},
			"X-Content-Type-Options":        {"nosniff"},
			// What is found here is found on the pages as well, for people.
			"X-Robots-Tag": {"noindex"},
		},
		Preflight: http.Header{
			"Access-Control-Allow-Methods": {"GET, HEAD"},
			"Access-Control-Allow-Headers": {"If-None-Match"},
			"Access-Control-Max-Age":       {"86400"},
		},
	}
}

// find takes a path apart by hand: a format stands in a suffix of the last
// segment, which patterns of [http.ServeMux] cannot express, and the mux would
// redirect unclean paths where there is nothing to find.
func (a *api) find(path string) reply.Resource {
	switch path {
	case "/healthz":
		return get(a.health)
	case "/openapi.json":
		return get(describe)
	case "/v1/search":
		return get(a.search)
	case "/v1/verify":
		return get(a.verify)
	case "/v1/ingest":
		return reply.Resource{http.MethodPost: a.ingest}
	}
	rest, ok := strings.CutPrefix(path, "/v1/transcripts")
	if !ok {
		return nil
	}
	if rest == "" {
		return get(a.list)
	}
	part := strings.Split(rest, "/")
	switch {
	case part[0] != "" || part[1] == "":
		return nil
	case len(part) == 2:
		return a.findFormat(part[1])
	case strings.Contains(part[1], "."):
		return nil
	case len(part) == 3 && part[2] == "turns":
		return get(func(r *http.Request) (*reply.Answer, error) { return a.turns(r, part[1]) })
	case len(part) == 4 && part[2] == "turns":
		return get(func(r *http.Request) (*reply.Answer, error) { return a.turn(r, part[1], part[3]) })
	case len(part) == 3 && part[2] == "versions":
		return get(func(r *http.Request) (*reply.Answer, error) { return a.versions(r, part[1]) })
	case len(part) == 4 && part[2] == "versions":
		return get(func(r *http.Request) (*reply.Answer, error) { return a.version(r, part[1], part[3]) })
	}
	return nil
}

// findFormat returns the resource of "ID" or "ID.FORMAT". An id has no dot.
func (a *api) findFormat(name string) reply.Resource {
	id, suffix, dotted := strings.Cut(name, ".")
	if !dotted {
		return a.publishable(id)
	}
	f := a.formatOf(suffix)
	if f == nil {
		return nil
	}
	return get(func(r *http.Request) (*reply.Answer, error) { return a.represent(r, id, f) })
}

// get returns a resource that can be read.
func get(f reply.Func) reply.Resource { return reply.Resource{http.MethodGet: f} }

// publishable returns the resource of a transcript.
func (a *api) publishable(id string) reply.Resource {
	resource := get(func(r *http.Request) (*reply.Answer, error) { return a.negotiate(r, id) })
	if a.Publisher != nil {
		resource[http.MethodPut] = func(r *http.Request) (*reply.Answer, error) { return a.put(r, id) }
		resource[http.MethodDelete] = func(r *http.Request) (*reply.Answer, error) { return a.withdraw(r, id) }
	}
	return resource
}

// found gives the error of a store the meaning it has to clients.
func found(err error) error {
	switch {
	case isUnknown(err):
		return errNoTranscript()
	case errors.Is(err, transcript.ErrWithdrawn):
		return &reply.Error{Code: reply.Gone, Detail: "This transcript has been withdrawn."}
	}
	return err
}

func isUnknown(err error) bool { return errors.Is(err, fs.ErrNotExist) }

func errNoTranscript() error {
	return &reply.Error{Code: reply.NotFound, Detail: "There is no transcript with this id."}
}

// read returns a cacheable answer.
func read(mediaType string, body []byte) *reply.Answer {
	a := reply.New(http.StatusOK, mediaType, body)
	a.Header.Set("Cache-Control", cacheRead)
	a.Header.Set("ETag", reply.Tag(body))
	return a
}
