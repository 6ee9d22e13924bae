package ingest

import "quoteline/shared/transcript"

// slot is a place at the outset of a line or behind a separator, where a label
// is expected.
type slot struct {
	mark  transcript.Range // the separator; empty when there is none
	marks int              // how many > it has
	at    int              // the first character behind it that is not white space
	label label            // zero when there is none
}

func (s *slot) labelled() bool { return s.label.end > 0 }

// slotAt reads the slot that begins at text[i].
func slotAt(text string, i, end int) slot {
	s := slot{mark: transcript.Range{Start: i, End: i}, at: i}
	for s.at < end && text[s.at] == '>' {
		s.marks++
		s.mark.End = s.at + 1
		s.at = skipSpace(text, s.mark.End, end)
	}
	s.label, _ = labelAt(text, s.at, end)
	return s
}
