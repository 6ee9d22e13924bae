package ingest

import (
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// turnStart is a position at which a turn may begin: the start of a line, or a
// separator such as ">>". A speaker's label may follow, as in ">> Ada: Yes."
type turnStart struct {
	separator transcript.Range // empty if there is none
	arrows    int              // number of > in the separator
	at        int              // byte offset of the first character after the separator that is not white space
	label     label            // zero if there is none
}

// labelled reports whether a speaker's label, as in "Ada:", is at this position.
func (s *turnStart) labelled() bool { return s.label.end > 0 }

// turnStartAt reads a separator and a speaker's label at text[i], as in ">> Ada:".
// The separator, the label or both may be missing. The line ends at the offset end.
func turnStartAt(text string, i, end int) turnStart {
	s := turnStart{separator: transcript.Range{Start: i, End: i}, at: i}
	for s.at < end && text[s.at] == '>' {
		s.arrows++
		s.separator.End = s.at + 1
		s.at = source.SkipSpace(text, s.separator.End, end)
	}
	s.label, _ = labelAt(text, s.at, end)
	return s
}
