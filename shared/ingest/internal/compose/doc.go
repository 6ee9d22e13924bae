// Package compose makes the transcript from a draft: the speakers, of the spellings of
// their names, and the turns, of the cues (pieces of text by one speaker). It decides
// which times are kept, and adds the metadata.
package compose
