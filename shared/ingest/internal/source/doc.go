// Package source has the text that is read as a transcript. The text is decoded and
// checked. The package finds its lines, columns and times. A budget limits the work of
// reading it.
package source
