//go:build smallimport

package source

// charsets returns no encodings. The program for Cloudflare Workers has the build tag
// smallimport. It contains only the table of Windows-1252, because the other tables are
// large. Its errors ask for the text in UTF-8.
func charsets() []charset { return nil }
