package export

import (
	"strings"

	"quoteline/shared/transcript"
)

// AppendMarkdown appends t as CommonMark 0.31: the title as a heading, then for
// each turn "**Name:** words", with "(hh:mm:ss)" behind the name where the start
// is known. Base is the origin of the edge endpoint, for the link to the page.
func AppendMarkdown(dst []byte, t *transcript.Transcript, base string) []byte {
	dst = appendHeading(dst, oneLine(t.Title))
	for line := range about(t) {
		dst = append(appendMarkdown(dst, line), "\n\n"...)
	}
	dst = append(append(append(dst, '<'), pageURL(t, base)...), ">\n"...)
	for i := range t.Turns {
		dst = append(dst, '\n')
		dst = appendMarkdownTurn(dst, t, &t.Turns[i])
	}
	return dst
}

// appendHeading appends a heading. A # at its end would be taken for its mark
// (CommonMark, section 4.2).
func appendHeading(dst []byte, title string) []byte {
	dst = append(dst, "# "...)
	if rest, ok := strings.CutSuffix(title, "#"); ok && rest != "" {
		dst = append(appendMarkdown(dst, rest), `\#`...)
	} else {
		dst = appendMarkdown(dst, title)
	}
	return append(dst, "\n\n"...)
}

func appendMarkdownTurn(dst []byte, t *transcript.Transcript, turn *transcript.Turn) []byte {
	text := turn.Text
	if turn.Kind == transcript.Note {
		text = bracketed(text)
	}
	dst = appendMarkdownLabel(dst, t, turn)
	between := ""
	for line := range paragraphs(text) {
		dst = appendMarkdown(append(dst, between...), strings.TrimSpace(line))
		between = "\n\n"
	}
	return append(dst, '\n')
}

func appendMarkdownLabel(dst []byte, t *transcript.Transcript, turn *transcript.Turn) []byte {
	name := speakerName(t, turn)
	clock := ""
	if start, ok := turn.Start.Millis(); ok {
		clock = "(" + string(appendClock(nil, start)) + ")"
	}
	switch {
	case name == "" && clock == "":
		return dst
	case name == "":
		return append(append(dst, clock...), ' ')
	case clock != "":
		clock = " " + clock
	}
	dst = appendMarkdown(append(dst, "**"...), name)
	return append(append(dst, clock...), ":** "...)
}

// appendMarkdown appends a line so that it stands for itself (CommonMark,
// section 2.4, and the strikethrough of GitHub's dialect).
func appendMarkdown(dst []byte, line string) []byte {
	if i := blockMark(line); i >= 0 {
		dst = append(append(dst, line[:i]...), '\\')
		dst = append(dst, line[i])
		line = line[i+1:]
	}
	for i := 0; i < len(line); i++ {
		if strings.IndexByte("\\`*_[]<&~", line[i]) >= 0 {
			dst = append(dst, '\\')
		}
		dst = append(dst, line[i])
	}
	return dst
}

// blockMark returns the offset of the sign that would make a line the start of
// a heading, a list, a quotation or a rule, or -1. The marks that have to be
// escaped inside a line as well are not looked at.
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
