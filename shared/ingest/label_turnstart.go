package ingest

import "quoteline/shared/transcript"

// turnStart is a place where a turn may begin: the start of a line, or a separator
// such as ">>". A label may follow: ">> Ada: Yes."
type turnStart struct {
	separator transcript.Range // empty if there is none
	arrows    int              // how many > the separator has
	at        int              // the first character after it that is not white space
	label     label            // zero if there is none
}

// labelled reports whether there is a label.
func (s *turnStart) labelled() bool { return s.label.end > 0 }

// turnStartAt reads the separator and the label, if any, at text[i].
func turnStartAt(text string, i, end int) turnStart {
	s := turnStart{separator: transcript.Range{Start: i, End: i}, at: i}
	for s.at < end && text[s.at] == '>' {
		s.arrows++
		s.separator.End = s.at + 1
		s.at = skipSpace(text, s.separator.End, end)
	}
	s.label, _ = labelAt(text, s.at, end)
	return s
}
