// Package escape escapes characters, so that HTML, WebVTT and Markdown show a text
// unchanged.
package escape

import "strings"

// AppendText appends s as text of HTML or of a WebVTT cue. It writes "&", "<" and ">"
// as &amp;, &lt; and &gt;, which have the same meaning in both formats (HTML Living
// Standard, section 13.1.4; WebVTT, section 4.2.2).
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

// AppendAttribute appends s as an attribute value that is in double quotation marks.
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

// AppendMarkdown appends a whole line of text. It puts a backslash before each
// character that has a meaning in Markdown (CommonMark, section 2.4), and before "~",
// which GitHub uses for strikethrough.
func AppendMarkdown(dst []byte, line string) []byte {
	if i := blockMark(line); i >= 0 {
		dst = append(append(dst, line[:i]...), '\\')
		dst = append(dst, line[i])
		line = line[i+1:]
	}
	return AppendMarkdownWithin(dst, line)
}

// AppendMarkdownWithin appends words from inside a line, with Markdown's characters
// escaped. It does not escape characters that only have a meaning at the start of a
// line, such as "#".
func AppendMarkdownWithin(dst []byte, words string) []byte {
	for i := range len(words) {
		if strings.IndexByte("\\`*_[]<&~", words[i]) >= 0 {
			dst = append(dst, '\\')
		}
		dst = append(dst, words[i])
	}
	return dst
}

// blockMark finds a character at the start of the line that would make the line a
// heading, a list, a quotation or a rule. It returns the offset of the character in
// bytes, or -1 if there is none. It does not look for characters such as "*", because
// AppendMarkdownWithin escapes them everywhere.
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
