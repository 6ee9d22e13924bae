package render

// MaxSitemap is the number of pages that a sitemap may list (sitemaps.org,
// protocol 0.9).
const MaxSitemap = 50_000

// AppendSitemap appends a sitemap of the pages of transcripts with these ids,
// of which there may be [MaxSitemap]. The quotes' own pages are linked from
// them, and would be too many.
func AppendSitemap(dst []byte, ids []string, o Options) []byte {
	dst = append(dst, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`+"\n"...)
	for _, id := range ids {
		dst = append(dst, "<url><loc>"...)
		dst = appendEscaped(append(appendEscaped(dst, o.Base), "/t/"...), id)
		dst = append(dst, "</loc></url>\n"...)
	}
	return append(dst, "</urlset>\n"...)
}
