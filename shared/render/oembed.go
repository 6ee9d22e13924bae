package render

// appendDiscovery appends <link> elements for sites that use oEmbed (oembed.com, section
// 4). Through these elements, a site finds the frame that shows this page's transcript.
// url is the page's address, which needs no escaping.
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

// AppendOEmbedXML appends an oEmbed response in XML (oembed.com, section 2.3.2). Each
// pair in fields is the name and the text of an element.
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
