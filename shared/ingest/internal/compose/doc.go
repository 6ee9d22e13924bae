// Package compose makes the transcript from a draft (the words that a format has read).
// It makes speakers from the spellings of their names, and turns from cues (pieces of
// text by one speaker). It also decides which times are kept, and adds the metadata.
package compose
