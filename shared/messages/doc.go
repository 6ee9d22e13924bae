// Package messages holds the texts of the interface in nine languages.
//
// A language is a [Table] of phrases. A [Phrase] has one wording. A [Count] has one
// for each plural category of its language: the cardinal rules of CLDR 47 (Unicode
// Technical Standard 35, part 3, section 5). Numbers, shares and dates are written as
// the table says, which is how Intl writes them in browsers. So the server, which has
// no Intl, and the browser agree.
//
// A wording has holes, {1} to {9}, that its caller fills, and no markup: package
// render adds that. The browser program contains English; other languages reach it as
// a text, see [Table.Text] and [Parse].
package messages
