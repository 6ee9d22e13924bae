package ingest

import "quoteline/shared/transcript"

// turnStart is a place at the outset of a line or behind a separator, where a label
// is expected.
type turnStart struct {
	separator transcript.Range // the separator; empty when there is none
	arrows    int              // how many > it has
	at        int              // the first character behind it that is not white space
	label     label            // zero when there is none
}

func (s *turnStart) labelled() bool { return s.label.end > 0 }

// turnStartAt reads the slot that begins at text[i].
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
