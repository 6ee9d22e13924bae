// Package search finds words in a transcript the way a reader means them:
// without regard to case, diacritics, the style of quotation marks and dashes,
// full-width forms, and how much white space stands between words.
//
// An [Index] holds the folded text of every turn; [Index.Find] answers with
// ranges of the original text. Folding is a table of our own over the scripts
// that have case or diacritics in everyday use (Latin, Greek, Cyrillic), because
// Unicode's tables would double the size of the widget.
package search
