package dialogue

import (
	"iter"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// textLines yields the range of each line of the dialogue, not including the white space
// around the line. It skips blank lines and boilerplate (lines outside the dialogue, such
// as footers of tools). The second value is true for the first line, and for every line
// that follows a blank line.
func textLines(s *source.Source) iter.Seq2[transcript.Range, bool] {
	return func(yield func(transcript.Range, bool) bool) {
		around, blank := &boilerplate{}, true
		for line := range s.Lines() {
			body := s.Body(line)
			if body.Start >= body.End {
				blank = true
				continue
			}
			if around.classify(s, body) == boilerplateNone && !yield(body, blank) {
				return
			}
			blank = false
		}
	}
}
