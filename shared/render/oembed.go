package render

// appendDiscovery appends the links by which oEmbed consumers find the frame of a
// page (oembed.com, section 4). The page's url needs no escaping.
func appendDiscovery(dst []byte, o Options, url, title string) []byte {
	for _, format := range [...]struct{ mediaType, name string }{
		{"application/json+oembed", "json"},
		{"text/xml+oembed", "xml"},
	} {
		dst = append(dst, `<link rel="alternate" type="`...)
		dst = append(dst, format.mediaType...)
		dst = append(dst, `" title="`...)
		dst = appendEscaped(dst, title)
		dst = append(dst, `" href="`...)
		dst = appendEscaped(dst, o.Base)
		dst = append(dst, "/oembed?url="...)
		dst = appendComponent(dst, url)
		dst = append(dst, "&amp;format="...)
		dst = append(dst, format.name...)
		dst = append(dst, "\">\n"...)
	}
	return dst
}

// AppendOEmbedXML appends an answer to an oEmbed consumer in XML (oembed.com,
// section 2.3.2): an element for each name and value.
func AppendOEmbedXML(dst []byte, fields [][2]string) []byte {
	dst = append(dst, "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>\n"...)
	for _, field := range fields {
		dst = append(dst, '<')
		dst = append(dst, field[0]...)
		dst = append(dst, '>')
		dst = appendEscaped(dst, field[1])
		dst = append(dst, "</"...)
		dst = append(dst, field[0]...)
		dst = append(dst, ">\n"...)
	}
	return append(dst, "</oembed>\n"...)
}
