//go:build fewencodings

package source

// multiByte returns no encoding: the Worker has none with several bytes for each
// character, because their tables are large.
func multiByte() []charset { return nil }
