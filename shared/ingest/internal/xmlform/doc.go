// Package xmlform reads transcripts in XML: captions with times, the records of
// parliaments, and the files of programs for linguists. A page in HTML is not read
// here, although it may be XML too; see package page.
package xmlform
