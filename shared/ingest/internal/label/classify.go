package label

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/source"
)

// classify returns the style of the speaker's name that was read, such as bold type.
// It returns styleNone if the line does not begin with a speaker's name.
func (s *scanner) classify() Style {
	alone := source.SkipSpace(s.text, s.i, s.end) == s.end
	timed := s.Time.Start < s.Time.End
	bracket := s.emphasis == "]" || s.emphasis == ")"
	if s.closed && bracket {
		s.Enclosed = s.emphasis[0]
	}
	switch {
	case s.Hashes > 0: // "### Ada Long" without text after it
		if alone {
			return StyleHeading
		}
	case s.closed && bracket && timed: // "[Ada Long] 0:05" or "[0:05 Ada Long]"
		return StyleTimed
	case s.closed && bracket && s.Colon: // "[Ada Long]:"
		return StylePlain
	case s.closed && bracket && alone: // "[Ada Long]" without text after it
		return StyleAlone
	case s.closed && !bracket && (s.Colon || timed || alone): // "**Ada Long:**" or "**Ada Long** 0:05"
		return StyleBold
	case s.closed && (s.emphasis == "]" || !bracket && len(s.emphasis) > 1): // "**Ada Long** Yes." or "[Ada Long] Yes."
		return StyleInline
	// The name may be bold together with the words after it, as in "**Q: Why is that?**".
	// The bold type then ends at the end of the line. The name still counts as bold.
	case s.Colon && !s.closed && len(s.emphasis) > 1 && strings.HasSuffix(strings.TrimRightFunc(s.text[s.i:s.end], unicode.IsSpace), s.emphasis):
		s.Trailing = len(s.emphasis)
		return StyleBold
	case s.emphasis != "": // "*well": the emphasis is not closed
		return styleNone
	case s.dash: // "Q -" or "ADA LONG -"
		return StyleDash
	// A label may be "Ada (0:05):", or "Ada 0:05" if the line ends there. A sentence
	// that ends with a time is not a label.
	case timed && (s.Colon || alone && !EndsSentence(s.text[s.Name.Start:s.Name.End]) || s.Bracketed && !s.TimeFirst):
		return StyleTimed
	case s.Colon:
		return StylePlain
	// A line that is only a name, such as "Ada Long", is a label. A sentence, such
	// as "It was Ada.", is not.
	case alone && !timed && !EndsSentence(s.text[s.Name.Start:s.Name.End]):
		return StyleAlone
	}
	return styleNone
}
