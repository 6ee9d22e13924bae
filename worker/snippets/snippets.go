package snippets

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"strings"

	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// Store is what embedding needs of the published transcripts.
type Store interface {
	// Transcript returns a transcript decoded. An unknown id gives an error that
	// is [fs.ErrNotExist], a withdrawn one [transcript.ErrWithdrawn].
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
}

// cacheAge is for how long, in seconds, an answer is fresh; cacheControl says the
// same to caches, and lets the edge keep it for a day.
const (
	cacheAge     = 60
	cacheControl = "public, max-age=60, s-maxage=86400, stale-while-revalidate=604800"
)

type embedding struct{ store Store }

// Data returns the handler of the snippets and of oEmbed: for programs, so that
// failures are problem details. Log receives faults of the server.
func Data(store Store, log func(error)) http.Handler {
	e := &embedding{store}
	return &reply.Handler{
		Find: e.findData,
		Fail: reply.Problem,
		Log:  log,
		Header: http.Header{
			"Access-Control-Allow-Origin":   {"*"},
			"Access-Control-Expose-Headers": {"ETag, Link"},
			// A snippet that is opened in place of being pasted shows its text.
			"Content-Security-Policy":      {"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'; sandbox"},
			"Cross-Origin-Resource-Policy": {"cross-origin"},
			"Timing-Allow-Origin":          {"*"},
			"X-Content-Type-Options":       {"nosniff"},
			"X-Robots-Tag":                 {"noindex"},
		},
		Preflight: http.Header{
			"Access-Control-Allow-Methods": {"GET, HEAD"},
			"Access-Control-Allow-Headers": {"If-None-Match"},
			"Access-Control-Max-Age":       {"86400"},
		},
	}
}

// Is reports whether the path is one of [Data]'s.
func Is(path string) bool { return path == "/oembed" || snippetID(path) != "" }

// snippetID returns the id in /v1/transcripts/{id}/embed, "" for another path.
func snippetID(path string) string {
	rest, inside := strings.CutPrefix(path, "/v1/transcripts/")
	id, ends := strings.CutSuffix(rest, "/embed")
	if !inside || !ends || strings.ContainsAny(id, "/.") {
		return ""
	}
	return id
}

func (e *embedding) findData(path string) reply.Resource {
	if path == "/oembed" {
		return reply.Resource{http.MethodGet: e.oembed}
	}
	id := snippetID(path)
	return reply.Resource{http.MethodGet: func(r *http.Request) (*reply.Answer, error) { return e.snippet(r, id) }}
}

// Frame returns the handler of /embed/{id}, the page that frames hold: any page
// may frame it. Log receives faults of the server.
func Frame(store Store, log func(error)) http.Handler {
	e := &embedding{store}
	return &reply.Handler{
		Find: e.findFrame,
		Fail: func(e *reply.Error) *reply.Answer {
			return reply.New(e.Code.Status(), mediaType, render.AppendFrameNotice(nil, e.Code.Title(), e.Detail))
		},
		Log: log,
		Header: http.Header{
			"Content-Security-Policy":      {policy("")},
			"Cross-Origin-Resource-Policy": {"cross-origin"},
			"Referrer-Policy":              {"strict-origin-when-cross-origin"},
			"X-Content-Type-Options":       {"nosniff"},
		},
	}
}

const mediaType = "text/html; charset=utf-8"

// policy returns that of the pages, but that every page may frame this one. The
// origin stands by its name as well: a sandbox makes the page's own origin opaque,
// and WebKit then takes 'self' for that.
func policy(origin string) string {
	own := "'self' " + origin
	return "default-src 'none'; script-src " + own + " 'wasm-unsafe-eval'; style-src " + own + "; connect-src " + own +
		"; img-src " + own + " data:; base-uri 'none'; form-action 'none'; frame-ancestors *"
}

func (e *embedding) findFrame(path string) reply.Resource {
	id, ok := strings.CutPrefix(path, "/embed/")
	if !ok || id == "" || strings.Contains(id, "/") {
		return nil
	}
	return reply.Resource{http.MethodGet: func(r *http.Request) (*reply.Answer, error) { return e.frame(r, id) }}
}

// frame answers with the page that frames hold.
func (e *embedding) frame(r *http.Request, id string) (*reply.Answer, error) {
	t, err := e.load(r, id)
	if err != nil {
		return nil, err
	}
	// What can be read of a query does; hosts may have added the rest.
	choice := fitting(t, r.URL.Query())
	o := surroundings(r, t, choice)
	o.Turns = render.FirstTurns
	allowed := policy(o.Base)
	if t.Media != nil {
		allowed = reply.AllowMedia(allowed, t.Media.URL)
	}
	answer := cached(mediaType, render.AppendFramePage(nil, t, lay(t, choice), o, choice))
	answer.Header.Set("Content-Security-Policy", allowed)
	return answer, nil
}

// Fragment appends the timeline as the element shows it first: what stands inside
// its shadow root, of a long transcript the beginning. Base is the origin of the edge endpoint. The query has the
// element's choices, of which lang is the BCP 47 tag of the interface's language,
// in the place of the transcript's own; player=page leaves playing to a player of
// the page.
func Fragment(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte {
	choice := fitting(t, maps.Clone(query))
	o := render.Options{Base: base, Words: messages.Choose(choice.Lang, t.Lang), Turns: render.FirstTurns}
	if query.Get("player") == "page" {
		o.Player = render.PagePlayer
	}
	return render.AppendWidget(dst, t, lay(t, choice), o)
}

// surroundings returns those of the markup, in the language that was chosen, else
// in the transcript's own.
func surroundings(r *http.Request, t *transcript.Transcript, e *render.Embed) render.Options {
	return render.Options{Base: reply.Origin(r), Words: messages.Choose(e.Lang, t.Lang)}
}

// load returns the transcript with that id.
func (e *embedding) load(r *http.Request, id string) (*transcript.Transcript, error) {
	t, err := e.store.Transcript(r.Context(), id)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = &reply.Error{Code: reply.NotFound, Detail: "There is no transcript with this id."}
	case errors.Is(err, transcript.ErrWithdrawn):
		err = &reply.Error{Code: reply.Gone, Detail: "This transcript has been withdrawn."}
	}
	return t, err
}

// parameters reads the query of a program, which has to be well-formed.
func parameters(r *http.Request) (url.Values, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, bad("", "The query is not well-formed.")
	}
	return values, nil
}

func cached(mediaType string, body []byte) *reply.Answer {
	a := reply.New(http.StatusOK, mediaType, body)
	a.Header.Set("Cache-Control", cacheControl)
	a.Header.Set("ETag", reply.Tag(body))
	return a
}

// varied tells caches that another Accept would have another answer, also where
// that answer is a failure.
func varied(a *reply.Answer, err error) (*reply.Answer, error) {
	vary := http.Header{"Vary": {"Accept"}}
	if failure, ok := errors.AsType[*reply.Error](err); ok {
		failure.Header = vary
	} else if err == nil {
		maps.Copy(a.Header, vary)
	}
	return a, err
}
