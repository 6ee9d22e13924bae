package source

import (
	"iter"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// Lines yields the range of each line, not including the line break (LF, CR or CR
// LF). It stops early if a limit on the work (the budget) is exceeded.
func (s *Source) Lines() iter.Seq[transcript.Range] {
	const each = 16 // cost of a line in steps, besides one step for each byte
	return func(yield func(transcript.Range) bool) {
		breaks := "\r\n"
		if strings.IndexByte(s.Text, '\r') < 0 { // this is so in most texts, and one character is found faster than two
			breaks = "\n"
		}
		for i := s.Start; i < len(s.Text); {
			end := len(s.Text)
			if n := strings.IndexAny(s.Text[i:], breaks); n >= 0 {
				end = i + n
			}
			if !s.Budget.Steps(end-i+each) || !yield(transcript.Range{Start: i, End: end}) {
				return
			}
			i = end + 1
			if strings.HasPrefix(s.Text[end:], "\r\n") {
				i++
			}
		}
	}
}

// Body returns the range of a line, not including the white space around it. In a
// source with numbered lines, such as a court transcript, the range does not include
// the line number.
func (s *Source) Body(line transcript.Range) transcript.Range {
	start := SkipSpace(s.Text, line.Start, line.End)
	if s.numbered {
		start += numberLength(s.Text[start:line.End])
	}
	return transcript.Range{Start: start, End: start + len(strings.TrimRightFunc(s.Text[start:line.End], unicode.IsSpace))}
}

// CountLines adds the number of lines to the budget (the limits of the work). It also
// detects whether each line begins with a line number. If so, [Source.Body] leaves the
// numbers out. The error is a [*LimitError].
func (s *Source) CountLines() error {
	if !s.Budget.lines(strings.Count(s.Text, "\n") + strings.Count(s.Text, "\r")) {
		return s.Budget.Exceeded()
	}
	s.numbered = numbersLines(s)
	return nil
}

// numbersLines reports whether the lines of a source are numbered, as in court
// depositions. At least five lines, and 80 % of all lines that are not blank, must
// begin with a number that fits. A number fits if it is one more than the number of
// the line before. The number 1 always fits, because the count starts again on each
// page.
func numbersLines(src *Source) bool {
	lines, rising, before := 0, 0, 0
	for line := range src.Lines() {
		body := src.Body(line)
		if body.Start >= body.End {
			continue
		}
		lines++
		text := src.Slice(body)
		number := 0
		if numberLength(text) > 0 {
			for i := 0; i < len(text) && IsDigit(text[i]); i++ {
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

// numberLength returns the length in bytes of the line number that text begins with,
// including the white space after it. A line number has one or two digits, and is
// followed by a tab, by several spaces, or by no text. The result is 0 if there is no
// line number.
func numberLength(text string) int {
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	gap := GapLength(text[n:])
	if n == 0 || n > 2 || gap == 0 && strings.TrimSpace(text[n:]) != "" {
		return 0
	}
	return n + gap
}

// GapLength returns the length in bytes of the white space at the start of s. In
// depositions, "Q" before a tab or several spaces is a label. The result is 0 for a
// single space, because a single space may be between two words.
func GapLength(s string) int {
	n := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	if n > 1 || n == 1 && s[0] == '\t' {
		return n
	}
	return 0
}
