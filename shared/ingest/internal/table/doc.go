// Package table reads transcripts in tables: a row has a speaker, a text, and perhaps
// times.
package table
