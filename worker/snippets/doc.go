// Package snippets serves what brings a transcript into other people's pages:
// the snippets of /v1/transcripts/{id}/embed, the page that frames hold at
// /embed/{id}, and the endpoint for oEmbed consumers.
//
// It reads choices and gathers data and headers; the markup is shared/render's.
package snippets
