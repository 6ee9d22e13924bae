package label

import (
	"strings"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// TurnStart is a position at which a turn may begin: the start of a line, or a
// separator such as ">>". A speaker's label may follow, as in ">> Ada: Yes."
type TurnStart struct {
	Separator transcript.Range // empty if there is none
	Arrows    int              // number of > in the separator
	At        int              // byte offset of the first character after the separator that is not white space
	Label     Label            // zero if there is none
}

// Labelled reports whether a speaker's label, as in "Ada:", is at this position.
func (s *TurnStart) Labelled() bool { return s.Label.End > 0 }

// TurnStartAt reads a separator and a speaker's label at text[i], as in ">> Ada:". The
// separator, the label or both may be missing. The argument end is the offset at which
// the line ends.
func TurnStartAt(text string, i, end int) TurnStart {
	s := TurnStart{Separator: transcript.Range{Start: i, End: i}, At: i}
	for s.At < end && text[s.At] == '>' {
		s.Arrows++
		s.Separator.End = s.At + 1
		s.At = source.SkipSpace(text, s.Separator.End, end)
	}
	s.Label, _ = At(text, s.At, end)
	return s
}

// ArrowsInside returns the byte offset of the first arrows (>> or &gt;&gt;) inside a
// line. The arrows must follow a space or a tab. It returns -1 if there are none.
func ArrowsInside(text string) int {
	for i := 1; i < len(text); i++ {
		if (text[i-1] == ' ' || text[i-1] == '\t') && (strings.HasPrefix(text[i:], ">>") || strings.HasPrefix(text[i:], "&gt;&gt;")) {
			return i
		}
	}
	return -1
}
