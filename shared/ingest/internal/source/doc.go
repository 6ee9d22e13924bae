// Package source decodes and checks the text that is read as a transcript. It finds the
// lines, columns and times of this text. A [Budget] limits the work of reading it.
package source
