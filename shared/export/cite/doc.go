// Package cite writes a quotation with its source, so that a reader can copy it: the
// words, their speaker, the publisher, the date, and a link to the words.
//
// The words are those of the transcript. A format only adds the escapes that it needs.
// Speakers' names are never split, because the transcript does not say which part is
// the family name.
//
// The browser widget includes this package, so it does not use fmt, encoding/json or
// Unicode tables, which would make the widget larger.
package cite
