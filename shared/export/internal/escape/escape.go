// Package escape escapes text so that HTML, WebVTT and Markdown treat it as plain
// words.
package escape

import "strings"

// AppendText appends s as text of HTML or of a WebVTT cue. Both formats have the
// character references &amp;, &lt; and &gt; (HTML Living Standard, section 13.1.4;
// WebVTT, section 4.2.2).
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

// AppendMarkdown appends a whole line of text with Markdown's characters escaped
// (CommonMark, section 2.4, and the "~" of GitHub's strikethrough).
func AppendMarkdown(dst []byte, line string) []byte {
	if i := blockMark(line); i >= 0 {
		dst = append(append(dst, line[:i]...), '\\')
		dst = append(dst, line[i])
		line = line[i+1:]
	}
	return AppendMarkdownWithin(dst, line)
}

// AppendMarkdownWithin appends words from inside a line. Characters that only matter
// at the start of a line, such as "#", are not escaped.
func AppendMarkdownWithin(dst []byte, words string) []byte {
	for i := range len(words) {
		if strings.IndexByte("\\`*_[]<&~", words[i]) >= 0 {
			dst = append(dst, '\\')
		}
		dst = append(dst, words[i])
	}
	return dst
}

// blockMark returns the byte offset of the character that would make the line the
// start of a heading, a list, a quotation or a rule; -1 if there is none. It does not
// look for characters such as "*", because they are escaped everywhere.
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
