// Package transcript defines the data of an interview: who said what, in which order.
//
// A [Transcript] holds speakers, topics and turns. A turn is one speaker's
// uninterrupted speech. Its text is plain, in Unicode NFC, with paragraphs separated by
// a single LF. All other data of the project is made from a transcript: the JSON that
// the server sends, the timeline graphic, the HTML.
//
// The Worker, which runs on the server, encodes and decodes the types with
// encoding/json through their struct tags. The widget, which runs in the browser, reads
// the same JSON with [Parse], a scanner that is written for the members of a
// transcript. The package imports only small packages, because it is part of the
// widget's WebAssembly module.
package transcript
