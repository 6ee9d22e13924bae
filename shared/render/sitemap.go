package render

// MaxSitemap is the greatest number of pages in a sitemap (sitemaps.org, protocol 0.9).
const MaxSitemap = 50_000

// AppendSitemap appends a sitemap of the pages of the transcripts with these ids. There
// may be up to [MaxSitemap] ids. Each quote also has a page. The sitemap does not list
// those pages, because they would be too many; the transcripts' pages link to them.
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
