// Package transcript is Quoteline's domain: who said what, in which order.
//
// A [Transcript] holds speakers, topics and turns. A turn is one speaker's
// uninterrupted speech; its text is plain, in Unicode NFC, with paragraphs
// separated by a single "\n". Everything else in the project is derived from
// it: the JSON of the edge endpoint, the timeline, the markup.
//
// The package imports only small packages, since it is part of the widget's
// WebAssembly module. The Worker encodes and decodes the types with
// encoding/json through their struct tags; the widget reads the same JSON with
// [Parse], a scanner for exactly this shape.
package transcript
