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
	// Transcript returns a decoded transcript. For an unknown id it returns an error
	// that is [io/fs.ErrNotExist]. For a withdrawn (unpublished) transcript it returns
	// an error that is [transcript.ErrWithdrawn].
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
}

type snippets struct{ store Store }

// Data returns the handler of two groups of addresses: snippets (HTML that an editor
// pastes into a page), and oEmbed. Log receives server errors.
func Data(store Store, log func(error)) *reply.Handler {
	s := &snippets{store}
	h := reply.Public(reply.Routes{
		reply.Get("/oembed", s.oembed),
		reply.Get("/v1/transcripts/{id}/embed", s.snippet),
	}, log)
	h.Header.Set("Content-Security-Policy", reply.Sandboxed) // an editor may open the address of a snippet in a browser
	return h
}

// Frame returns the handler of /embed/{id}, the page that is shown in an iframe. Pages
// of any site may show it. Log receives server errors.
func Frame(store Store, log func(error)) *reply.Handler {
	s := &snippets{store}
	return &reply.Handler{
		Routes:   reply.Routes{reply.Get("/embed/{id}", s.frame)},
		CutSlash: true,
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

// Purge returns the paths of iframe pages whose copies are dropped from the edge cache
// when the transcript with this id is published or withdrawn. It leaves out the addresses
// of snippets. The answers at these addresses depend on the Accept field, so the edge
// cache does not store them.
func Purge(id string) []string { return []string{"/embed/" + id} }

const mediaType = "text/html; charset=utf-8"

// policy returns the Content-Security-Policy of iframe pages. It differs from the policy
// of other pages in two ways. Any site may show the page in a frame. And the policy names
// this server's origin in addition to 'self'. A page in a sandboxed iframe has an opaque
// origin, which is equal to no other origin. In WebKit, 'self' then allows no address, so
// the page could not load its own scripts and styles.
func policy(origin string) string {
	own := "'self' " + origin
	return "default-src 'none'; script-src " + own + " 'wasm-unsafe-eval'; style-src " + own + "; connect-src " + own +
		"; img-src " + own + " data:; base-uri 'none'; form-action 'none'; frame-ancestors *"
}

// frame answers with the page that is shown in an iframe.
func (s *snippets) frame(r *http.Request) (*reply.Answer, error) {
	t, err := s.load(r, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	// Query parameters that do not exist are ignored, because other sites add some,
	// such as utm_source.
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

// Fragment appends the HTML of a timeline to dst. The script of the element
// <quote-timeline> copies this HTML into the element's shadow root. Readers see the
// HTML until the WebAssembly program starts and makes it interactive. For a long
// transcript, Fragment appends only the first turns. Base is the origin of this server,
// as in "https://edge.example".
//
// The query has the display options. The option lang is the language of the interface as
// a BCP 47 tag. By default, this is the language of the transcript. With player=page the
// page itself has a player for the recording, so the timeline has none.
func Fragment(dst []byte, t *transcript.Transcript, base string, query url.Values) []byte {
	choice := fitting(t, maps.Clone(query))
	o := render.Options{Base: base, Words: messages.Choose(choice.Lang, t.Lang), Turns: render.FirstTurns}
	if query.Get("player") == "page" {
		o.Player = render.PagePlayer
	}
	return render.AppendWidget(dst, t, lay(t, choice), o)
}

// surroundings returns the options with which HTML is written: the site's origin, and
// the texts in the language of the interface. The language is the one in the display
// options. If there is none, it is the transcript's.
func surroundings(r *http.Request, t *transcript.Transcript, e *render.Embed) render.Options {
	return render.Options{Base: reply.Origin(r), Words: messages.Choose(e.Lang, t.Lang)}
}

// load returns the transcript with the given id.
func (s *snippets) load(r *http.Request, id string) (*transcript.Transcript, error) {
	t, err := s.store.Transcript(r.Context(), id)
	return t, reply.FromStore(err)
}
