package export

import (
	"strings"

	"quoteline/shared/export/internal/escape"
	"quoteline/shared/transcript"
)

// AppendMarkdown appends t as CommonMark 0.31: the title as a heading, then for
// each turn "**Name:** words", with "(hh:mm:ss)" behind the name where the start
// is known. Base is the origin of the edge endpoint, for the link to the page.
func AppendMarkdown(dst []byte, t *transcript.Transcript, base string) []byte {
	dst = appendHeading(dst, oneLine(t.Title))
	for line := range about(t) {
		dst = append(escape.AppendMarkdown(dst, line), "\n\n"...)
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
		dst = append(escape.AppendMarkdown(dst, rest), `\#`...)
	} else {
		dst = escape.AppendMarkdown(dst, title)
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
		dst = escape.AppendMarkdown(append(dst, between...), strings.TrimSpace(line))
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
	dst = escape.AppendMarkdown(append(dst, "**"...), name)
	return append(append(dst, clock...), ":** "...)
}
