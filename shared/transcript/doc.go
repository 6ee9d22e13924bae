// Package transcript defines what Quoteline is about: who said what, in which order.
//
// A [Transcript] holds speakers, topics and turns. A turn is one speaker's
// uninterrupted speech. Its text is plain, in Unicode NFC, with paragraphs separated by
// a single "\n". All other data of the project is derived from a transcript: the JSON of
// the edge endpoint, the timeline, the markup.
//
// The package imports only small packages, because it is part of the widget's
// WebAssembly module. The Worker encodes and decodes the types with encoding/json
// through their struct tags. The widget reads the same JSON with [Parse], a scanner
// that is written for the members of a transcript.
package transcript
