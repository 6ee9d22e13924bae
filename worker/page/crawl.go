package page

import (
	"net/http"

	"quoteline/shared/render"
	"quoteline/worker/reply"
)

// robots tells crawlers where the sitemap is (RFC 9309). Nothing is off limits:
// an article that embeds a transcript cannot be read by a crawler that may not
// fetch its data.
func robots(r *http.Request) (*reply.Answer, error) {
	body := []byte("User-agent: *\nAllow: /\n\nSitemap: " + reply.Origin(r) + "/sitemap.xml\n")
	return reply.Cached("text/plain; charset=utf-8", body), nil
}

// sitemap lists the page of every transcript.
func (p *pages) sitemap(r *http.Request) (*reply.Answer, error) {
	entries, err := p.store.List(r.Context(), "", render.MaxSitemap)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(entries))
	for i := range entries {
		ids[i] = entries[i].ID
	}
	return reply.Cached("application/xml", render.AppendSitemap(nil, ids, render.Options{Base: reply.Origin(r)})), nil
}
