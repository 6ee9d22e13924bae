// Package escape writes words so that markup treats them as plain text.
package escape

import "strings"

// AppendText appends s as text of HTML and of a WebVTT cue: both know these
// three character references (HTML, section 13.1.4; WebVTT, section 4.2.2).
func AppendText(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		default:
			dst = append(dst, s[i])
		}
	}
	return dst
}

// AppendAttribute appends s as the value of an attribute in double quotation
// marks.
func AppendAttribute(dst []byte, s string) []byte {
	for {
		before, after, found := strings.Cut(s, `"`)
		dst = AppendText(dst, before)
		if !found {
			return dst
		}
		dst = append(dst, "&quot;"...)
		s = after
	}
}

// AppendMarkdown appends a line as plain text (CommonMark, section 2.4, and the
// strikethrough of GitHub's dialect).
func AppendMarkdown(dst []byte, line string) []byte {
	if i := blockMark(line); i >= 0 {
		dst = append(append(dst, line[:i]...), '\\')
		dst = append(dst, line[i])
		line = line[i+1:]
	}
	return AppendMarkdownWithin(dst, line)
}

// AppendMarkdownWithin appends words that follow others in a line, where no block can
// start.
func AppendMarkdownWithin(dst []byte, words string) []byte {
	for i := range len(words) {
		if strings.IndexByte("\\`*_[]<&~", words[i]) >= 0 {
			dst = append(dst, '\\')
		}
		dst = append(dst, words[i])
	}
	return dst
}

// blockMark returns the offset of the character that would make a line the start of a
// heading, a list, a quotation or a rule, or -1. It ignores characters that are
// escaped inside a line as well.
func blockMark(line string) int {
	digits := 0
	for digits < len(line) && '0' <= line[digits] && line[digits] <= '9' {
		digits++
	}
	switch {
	case digits == len(line):
		return -1
	case digits > 0 && (line[digits] == '.' || line[digits] == ')'):
		return digits
	case digits == 0 && strings.IndexByte("#>+-=", line[0]) >= 0:
		return 0
	}
	return -1
}
