// Package messages holds the texts of the interface in nine languages.
//
// A [Table] has the texts of one language. A [Phrase] is a text that every table has in
// its language, such as "Copy link". A [Count] is a text that depends on a number, such
// as "2 turns". A table has one form of it for each plural category of the language, by
// the cardinal rules of CLDR 47 (Unicode Technical Standard 35, part 3, section 5).
//
// The tables also define how numbers, shares and dates are written, with the same
// results as Intl in browsers. So the server, which does not use Intl, writes the same
// text as a browser.
//
// A text has no markup; package render adds the markup. It has holes, which are
// placeholders from {1} to {9} that the caller replaces. The program in the browser
// contains only the English table. It loads the table of another language as a text,
// see [Table.Text] and [Parse].
package messages
