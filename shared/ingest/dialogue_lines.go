package ingest

import (
	"iter"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// textLines yields the range of each line of the dialogue, not including the white
// space around the line. It skips blank lines and boilerplate (lines outside the
// dialogue, such as footers of tools). The second value is true if the line before is
// blank, and for the first line.
func textLines(s *source) iter.Seq2[transcript.Range, bool] {
	return func(yield func(transcript.Range, bool) bool) {
		around, blank := &boilerplate{}, true
		for line := range s.lines() {
			body := s.body(line)
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

// body returns the range of a line, not including the white space around it. In a
// source with numbered lines, such as a court transcript, the range does not include
// the line number.
func (s *source) body(line transcript.Range) transcript.Range {
	start := skipSpace(s.text, line.Start, line.End)
	if s.numbered {
		start += numberLength(s.text[start:line.End])
	}
	return transcript.Range{Start: start, End: start + len(strings.TrimRightFunc(s.text[start:line.End], unicode.IsSpace))}
}

// numberLength returns the length in bytes of the line number that text begins with,
// including the white space after it. A line number has one or two digits, and is
// followed by a tab, by several spaces, or by no text. The result is 0 if there is no
// line number.
func numberLength(text string) int {
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	gap := gapLength(text[n:])
	if n == 0 || n > 2 || gap == 0 && strings.TrimSpace(text[n:]) != "" {
		return 0
	}
	return n + gap
}

// countLines adds the lines to the budget, which limits the work. It also finds out
// whether the lines are numbered; [source.body] then leaves the numbers out. The error
// is a [*LimitError].
func (s *source) countLines() error {
	if !s.budget.lines(strings.Count(s.text, "\n") + strings.Count(s.text, "\r")) {
		return s.budget.exceeded()
	}
	s.numbered = numbersLines(s)
	return nil
}

// numbersLines reports whether the lines of a source are numbered, as in court
// depositions. At least five lines, and 80 % of all lines that are not blank, must
// begin with a number that fits. A number fits if it is one more than the number of
// the line before. The number 1 always fits, because the count starts again on each
// page.
func numbersLines(src *source) bool {
	lines, rising, before := 0, 0, 0
	for line := range src.lines() {
		body := src.body(line)
		if body.Start >= body.End {
			continue
		}
		lines++
		text := src.slice(body)
		number := 0
		if numberLength(text) > 0 {
			for i := 0; i < len(text) && isDigit(text[i]); i++ {
				number = 10*number + int(text[i]-'0')
			}
		}
		if number > 0 && (number == before+1 || number == 1) {
			rising++
		}
		before = number
	}
	return rising > 4 && 10*rising >= 8*lines
}
