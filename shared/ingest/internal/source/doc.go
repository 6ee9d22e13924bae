// Package source has the text that is read as a transcript: decoded, checked, with
// lines and columns, with the times in it, and with the budget, which limits the work.
package source
