// Package page serves the documents for readers: the page of a transcript, the page of
// one quote, the page for addresses that do not exist, robots.txt and the sitemap. It
// also describes the cards, the pictures that other sites show with a link.
//
// This package loads the transcript and sets the header fields. The package
// shared/render writes the HTML.
package page

import (
	"context"
	"net/http"
	"net/url"

	"quoteline/shared/export"
	"quoteline/shared/messages"
	"quoteline/shared/render"
	"quoteline/shared/timeline"
	"quoteline/shared/transcript"
	"quoteline/worker/reply"
)

// Store has the published transcripts.
type Store interface {
	// Transcript returns a decoded transcript. For an unknown id it returns an error
	// that is [io/fs.ErrNotExist]. For a withdrawn (unpublished) transcript it returns
	// an error that is [transcript.ErrWithdrawn].
	Transcript(ctx context.Context, id string) (*transcript.Transcript, error)
	// List returns the first transcripts, sorted by id, whose id is greater than the
	// string after. It returns at most limit transcripts.
	List(ctx context.Context, after string, limit int) ([]transcript.Entry, error)
	// NearestSurviving returns the id of the turn that readers see instead of a removed
	// turn (one speaker's words). It is the nearest turn that the newest version still
	// has. The result is "" if the transcript has no removed turn with this id.
	NearestSurviving(ctx context.Context, id, turn string) (string, error)
}

const (
	mediaType = "text/html; charset=utf-8"

	// policy is the Content-Security-Policy of pages. It allows the scripts, styles and
	// data of the same site, and WebAssembly. It forbids scripts and styles inside the
	// HTML. The JSON-LD in the HTML is data, which the policy does not restrict.
	policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
		"img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)

type pages struct{ store Store }

// Handler returns the handler for the addresses under /t (the pages, and their cards:
// pictures shown with links), for robots.txt and for the sitemap. Log receives server
// errors.
func Handler(store Store, log func(error)) *reply.Handler {
	p := &pages{store}
	return &reply.Handler{
		Routes: reply.Routes{
			reply.Get("/robots.txt", robots),
			reply.Get("/sitemap.xml", p.sitemap),
			reply.Get("/t/{id}", p.transcript),
			reply.Get("/t/{id}"+transcript.CardPath, p.card),
			reply.Get("/t/{id}/q/{turn}", p.quote),
			reply.Get("/t/{id}/q/{turn}"+transcript.CardPath, p.quoteCard),
		},
		CutSlash: true,
		Fail:     fail,
		Log:      log,
		Header: http.Header{
			"Content-Security-Policy":    {policy},
			"Cross-Origin-Opener-Policy": {"same-origin"},
			"Referrer-Policy":            {"strict-origin-when-cross-origin"},
			"X-Content-Type-Options":     {"nosniff"},
		},
	}
}

// Purge returns the paths of pages whose copies are dropped from the cache when the
// transcript with this id is published or withdrawn. It leaves out the pages and cards
// (pictures shown with links) of single quotes. There may be thousands of them, and the
// cache serves a copy for only a minute.
func Purge(id string) []string {
	return []string{"/t/" + id, "/t/" + id + transcript.CardPath, "/sitemap.xml"}
}

// options returns the options with which HTML is written: the site's origin, and the
// texts in the language of the interface.
func options(r *http.Request, t *transcript.Transcript) render.Options {
	return render.Options{Base: reply.Origin(r), Words: messages.Choose(r.URL.Query().Get("lang"), t.Lang)}
}

// transcript answers with the page of a transcript.
func (p *pages) transcript(r *http.Request) (*reply.Answer, error) {
	t, err := p.load(r)
	if err != nil {
		return nil, err
	}
	o := options(r, t)
	l := timeline.Lay(t, &timeline.View{})
	described := *t
	if l.Dense { // a long transcript: JSON-LD of all turns would be longer than the page
		described.Turns = t.Turns[:render.FirstTurns]
	}
	data, err := export.AppendConversation(nil, &described, o.Base)
	if err != nil {
		return nil, err
	}
	return document(t, o, "", render.AppendPage(nil, t, l, o, data)), nil
}

// loadTurn returns the transcript whose id is in the path of a request, and the index
// of the turn whose id is in the path. If the transcript has no such turn, loadTurn
// returns the error that p.lost makes.
func (p *pages) loadTurn(r *http.Request) (*transcript.Transcript, int, error) {
	t, err := p.load(r)
	if err != nil {
		return nil, 0, err
	}
	turn := r.PathValue("turn")
	i := t.TurnIndex(turn)
	if i < 0 {
		return nil, 0, p.lost(r, t.ID, turn)
	}
	return t, i, nil
}

// quote answers with the page of one turn (one speaker's words). Readers share its
// address to quote the turn.
func (p *pages) quote(r *http.Request) (*reply.Answer, error) {
	t, i, err := p.loadTurn(r)
	if err != nil {
		return nil, err
	}
	o := options(r, t)
	data, err := export.AppendQuotation(nil, t, i, o.Base)
	if err != nil {
		return nil, err
	}
	l := timeline.Lay(t, &timeline.View{Linked: i + 1, At: i + 1})
	return document(t, o, "/q/"+t.Turns[i].ID, render.AppendQuotePage(nil, t, l, o, i, data)), nil
}

// load returns the transcript whose id is in the request's path.
func (p *pages) load(r *http.Request) (*transcript.Transcript, error) {
	t, err := p.store.Transcript(r.Context(), r.PathValue("id"))
	return t, reply.FromStore(err)
}

// lost returns the error for a turn that the transcript does not have. If it never had
// the turn, the status is 404. If the turn was removed, the status is 410, and the
// error gives the address of the nearest quote that remains.
func (p *pages) lost(r *http.Request, id, turn string) error {
	nearest, err := p.store.NearestSurviving(r.Context(), id, turn)
	switch {
	case err != nil:
		return err
	case nearest == "":
		return &reply.Error{Code: reply.NotFound, Detail: "This transcript has no such turn."}
	}
	address := reply.Origin(r) + "/t/" + id + "/q/" + nearest
	return &reply.Error{
		Code:   reply.Gone,
		Detail: "This quote was removed from the transcript. The nearest remaining one: " + address,
		Header: http.Header{"Link": {"<" + address + `>; rel="related"`}},
	}
}

// document returns an answer with the HTML page of a transcript or of a quote. The page's
// address is the address of the transcript and then the string rest. For the page of a
// quote, rest is "/q/c3", for example. For the page of the transcript itself, rest is "".
// The header field Link (RFC 8288) repeats the page's links to its canonical address, to
// the data and to oEmbed. Programs can use them without parsing HTML.
func document(t *transcript.Transcript, o render.Options, rest string, body []byte) *reply.Answer {
	a := reply.Cached(mediaType, body)
	address := o.Base + "/t/" + t.ID + rest
	a.Header.Set("Link", "<"+address+`>; rel="canonical", `+
		"<"+o.Base+"/v1/transcripts/"+t.ID+`>; rel="alternate"; type="application/json", `+
		"<"+o.Base+"/oembed?url="+url.QueryEscape(address)+`&format=json>; rel="alternate"; type="application/json+oembed"`)
	if t.Media != nil {
		a.Header.Set("Content-Security-Policy", reply.AllowMedia(policy, t.Media.URL))
	}
	return a
}

// fail returns a page that explains an error to readers.
func fail(e *reply.Error) *reply.Answer {
	return reply.New(e.Code.Status(), mediaType, render.AppendNotice(nil, e.Code.Title(), e.Detail))
}
