// Package snippets serves what is needed to embed a transcript in pages of other sites.
// At /v1/transcripts/{id}/embed it serves snippets, pieces of HTML that an editor
// pastes into a page. At /embed/{id} it serves the page that is shown in an iframe. It
// also serves oEmbed, with which other programs ask how to embed a page.
//
// This package reads the display options, loads the transcript and sets the header
// fields. The package shared/render writes the HTML.
package snippets
