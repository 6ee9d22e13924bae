// Package cite writes a quotation with its source, for copying: who said it, where it
// was published, when, and the link to the words.
//
// The words are those of the transcript, byte for byte, with the escapes that a
// format needs. Names are never split into parts: which part is the family name is
// unknown.
//
// The widget compiles this package, so it uses no fmt, JSON or Unicode tables.
package cite
