// Package cite writes a quotation with its source, so that a reader can copy it: the
// words, their speaker, the publisher, the date, and a link to the words.
//
// The words are those of the transcript. A format only adds the escapes that it needs.
// Speakers' names are never split, because the transcript does not say which part is
// the family name. Bibliography formats get one author for each speaker.
//
// A test gives the bibliography formats to reference managers and citation styles: see
// web/test/consumers/citations.test.mjs.
//
// The package is part of the WebAssembly module for the browser. So it does not use
// fmt, encoding/json or Unicode tables, which would make the module larger.
package cite
