// Package snippets serves the ways to embed a transcript in pages of other sites: the
// snippets of /v1/transcripts/{id}/embed, the page for iframes at /embed/{id}, and the
// oEmbed endpoint.
//
// The package reads options, loads the transcript and sets the header fields.
// shared/render writes the markup.
package snippets
