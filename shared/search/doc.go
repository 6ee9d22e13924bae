// Package search finds words in a transcript. It ignores case, diacritics, the style of
// quotation marks and dashes, full-width forms, and how much white space is between
// words.
//
// Folding removes these differences from a text: "É" becomes "e". An [Index] holds the
// folded text of every turn, and [Index.Find] returns ranges of the original text. The
// package has its own folding tables, because Unicode's tables would double the size of
// the WebAssembly module for the browser. They cover the scripts that have case or
// diacritics in everyday use: Latin, Greek and Cyrillic.
package search
