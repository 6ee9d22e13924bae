package ingest

import (
	"iter"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// textLines yields the lines of the dialogue, without blank lines, boilerplate, and
// the white space around a line. The second value is true if the line before is
// blank.
func (s *source) textLines() iter.Seq2[transcript.Range, bool] {
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

// body returns the range of a line without the white space around it. In a source
// with numbered lines, it also leaves out the number.
func (s *source) body(line transcript.Range) transcript.Range {
	start := skipSpace(s.text, line.Start, line.End)
	if s.numbered {
		start += numberLength(s.text[start:line.End])
	}
	return transcript.Range{Start: start, End: start + len(strings.TrimRightFunc(s.text[start:line.End], unicode.IsSpace))}
}

// numberLength returns the length in bytes of the line number that text begins with,
// including the white space after it. It returns 0 if there is none. A line number
// has one or two digits.
func numberLength(text string) int {
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	gap := gapLength(text[n:])
	if n == 0 || n > 2 || gap == 0 && strings.TrimSpace(text[n:]) != "" {
		return 0
	}
	return n + gap
}

// numbersLines reports whether a source has line numbers, as depositions do. At least
// 80 % of its lines that are not blank must begin with a number and several spaces.
// The number must be one more than that of the line before, or 1, because each page
// starts again.
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
