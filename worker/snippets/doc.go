// Package snippets serves what embeds a transcript in other sites' pages: the
// snippets of /v1/transcripts/{id}/embed, the page for iframes at /embed/{id}, and
// the oEmbed endpoint.
//
// It reads options and gathers data and headers. shared/render writes the markup.
package snippets
