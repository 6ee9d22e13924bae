package page

import (
	"net/http"

	"quoteline/shared/render"
	"quoteline/worker/reply"
)

// robots answers with robots.txt, which names the address of the sitemap (RFC 9309). It
// forbids no address to crawlers. A crawler may read an article in which a transcript
// is embedded, and then it has to fetch the transcript's data too.
func robots(r *http.Request) (*reply.Answer, error) {
	body := []byte("User-agent: *\nAllow: /\n\nSitemap: " + reply.Origin(r) + "/sitemap.xml\n")
	return reply.Cached("text/plain; charset=utf-8", body), nil
}

// sitemap answers with the list of the addresses of all transcripts' pages.
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
