// Package page reads transcripts in HTML. Some pages have markup for speakers and times.
// Of any other page, the text that it shows is read.
package page
