// Package messages holds the texts of the interface in nine languages.
//
// The texts of one language are a [Table]. A [Phrase] has one wording in it. A [Count]
// depends on a number, and has a wording for each plural category of the language by
// the cardinal rules of CLDR 47 (Unicode Technical Standard 35, part 3, section 5). The
// tables also define how numbers, shares and dates are written. The result is the same
// as that of Intl in browsers, so the server, which has no Intl, writes the same text
// as the browser.
//
// A wording has no markup; package render adds the markup. It has holes, which are
// placeholders from {1} to {9} that the caller replaces. The browser program contains
// only English. It loads any other language as a text, see [Table.Text] and [Parse].
package messages
