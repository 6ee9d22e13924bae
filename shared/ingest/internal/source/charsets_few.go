//go:build smallimport

package source

// charsets returns no encoding: the Worker has no tables except that of Windows-1252,
// because they are large. Its errors ask for the text in UTF-8.
func charsets() []charset { return nil }
