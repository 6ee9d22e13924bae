package snippets

import (
	"context"
	"maps"
	"net/http"
	"net/url"

	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// Store has the published transcripts.
type Store interface {
	// Transcript returns a decoded transcript. An unknown id gives an error that
	// is [io/fs.ErrNotExist], a withdrawn transcript [transcript.ErrWithdrawn].
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
}

type snippets struct{ store Store }

// Data returns the handler of the snippets and of oEmbed. Log receives faults of the
// server.
func Data(store Store, log func(error)) *reply.Handler {
	s := &snippets{store}
	h := reply.Public(reply.Routes{
		reply.Get("/oembed", s.oembed),
		reply.Get("/v1/transcripts/{id}/embed", s.snippet),
	}, log)
	// An editor may open the address of a snippet in a browser. With this policy the
	// page shows its text and style, and runs no script.
	h.Header.Set("Content-Security-Policy",
		"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'self'; sandbox")
	return h
}

// Frame returns the handler of /embed/{id}, the page for iframes. Pages of any site may
// frame it. Log receives faults of the server.
func Frame(store Store, log func(error)) *reply.Handler {
	s := &snippets{store}
	return &reply.Handler{
		Routes: reply.Routes{reply.Get("/embed/{id}", s.frame)},
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

// Purge returns the paths of the iframe pages to drop from the cache after a write to
// the transcript id. Snippets are not among them: they vary with Accept, so the edge
// cache has no copies of them.
func Purge(id string) []string { return []string{"/embed/" + id} }

const mediaType = "text/html; charset=utf-8"

// policy returns the Content-Security-Policy of iframe pages. It is that of package
// page, except that any site may frame the page. It names the page's origin in addition
// to 'self': in a sandboxed iframe the page has an opaque origin, and WebKit takes
// 'self' to mean that origin.
func policy(origin string) string {
	own := "'self' " + origin
	return "default-src 'none'; script-src " + own + " 'wasm-unsafe-eval'; style-src " + own + "; connect-src " + own +
		"; img-src " + own + " data:; base-uri 'none'; form-action 'none'; frame-ancestors *"
}

// frame answers with the page for an iframe.
func (s *snippets) frame(r *http.Request) (*reply.Answer, error) {
	t, err := s.load(r, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	// Unknown parameters are ignored, because sites add some, such as utm_source.
	choice := fitting(t, r.URL.Query())
	o := surroundings(r, t, choice)
	o.Turns = render.FirstTurns
	allowed := policy(o.Base)
	if t.Media != nil {
		allowed = reply.AllowMedia(allowed, t.Media.URL)
	}
	answer := reply.Cached(mediaType, render.AppendFramePage(nil, t, lay(t, choice), o, choice))
	answer.Header.Set("Content-Security-Policy", allowed)
	return answer, nil
}

// Fragment appends the HTML of a timeline for the shadow root of a <quote-timeline>
// element, as the element first shows it. Of a long transcript it appends only the
// first turns. Base is the origin of the edge endpoint.
//
// The query has the options of the element. The option lang is the BCP 47 tag of the
// interface's language, by default that of the transcript. With player=page the host
// page has a player, so the timeline has none.
func Fragment(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte {
	choice := fitting(t, maps.Clone(query))
	o := render.Options{Base: base, Words: messages.Choose(choice.Lang, t.Lang), Turns: render.FirstTurns}
	if query.Get("player") == "page" {
		o.Player = render.PagePlayer
	}
	return render.AppendWidget(dst, t, lay(t, choice), o)
}

// surroundings returns the render options of an embedded transcript: its origin and its
// interface language, which is the chosen one or else the transcript's.
func surroundings(r *http.Request, t *transcript.Transcript, e *render.Embed) render.Options {
	return render.Options{Base: reply.Origin(r), Words: messages.Choose(e.Lang, t.Lang)}
}

// load returns the transcript with that id.
func (s *snippets) load(r *http.Request, id string) (*transcript.Transcript, error) {
	t, err := s.store.Transcript(r.Context(), id)
	return t, reply.FromStore(err)
}
