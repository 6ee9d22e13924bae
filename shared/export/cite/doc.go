// Package cite writes what a quotation is copied with: who said it, where it
// was published, when, and the link that leads back to the words.
//
// The words are those of the transcript, byte for byte, with the escapes that a
// format asks for. Names are never split into parts: what is a family name is
// not known.
//
// The widget compiles this package, so it stays without fmt, JSON and Unicode
// tables.
package cite
