package export

import (
	"strings"

	"quoteline/shared/export/internal/escape"
	"quoteline/shared/transcript"
)

// AppendMarkdown appends t as CommonMark 0.31. The title is a heading. Each turn is
// "**Name:** words". If the turn's start is known, "(hh:mm:ss)" follows the name. The
// argument base is the origin of the server, as in "https://edge.example". The link to
// the transcript's page begins with it.
//
// The format loses ends of turns, fractions of seconds and languages of turns. If the
// importer reads the file back, a paragraph in brackets becomes a note, even if it was
// speech.
func AppendMarkdown(dst []byte, t *transcript.Transcript, base string) []byte {
	dst = appendHeading(dst, oneLine(t.Title))
	for line := range about(t) {
		dst = append(escape.AppendMarkdown(dst, line), "\n\n"...)
	}
	dst = append(append(append(dst, '<'), pageURL(t, base)...), ">\n"...)
	names := speakerNames(t)
	for i := range t.Turns {
		dst = append(dst, '\n')
		dst = appendMarkdownTurn(dst, names, &t.Turns[i])
	}
	return dst
}

// appendHeading appends the title as a heading. It escapes a "#" at the end of the
// title, because Markdown would leave it out (CommonMark, section 4.2).
func appendHeading(dst []byte, title string) []byte {
	dst = append(dst, "# "...)
	if rest, ok := strings.CutSuffix(title, "#"); ok && rest != "" {
		dst = append(escape.AppendMarkdown(dst, rest), `\#`...)
	} else {
		dst = escape.AppendMarkdown(dst, title)
	}
	return append(dst, "\n\n"...)
}

func appendMarkdownTurn(dst []byte, n names, turn *transcript.Turn) []byte {
	text := turn.Text
	if turn.Kind == transcript.Note {
		text = bracketed(text)
	}
	dst = appendMarkdownLabel(dst, n.of(turn), turn)
	between := ""
	for line := range paragraphs(text) {
		dst = appendProse(append(dst, between...), strings.TrimSpace(line))
		between = "\n\n"
	}
	return append(dst, '\n')
}

// appendProse appends a paragraph. It escapes a colon near the start of the paragraph.
// Without the escape, the importer could read the words before the colon as a speaker's
// name, as in "Ann:", or the digits around it as a time, as in "0:05".
func appendProse(dst []byte, line string) []byte {
	const near = 100
	i := strings.IndexByte(line, ':')
	if i < 0 || i > near || strings.ContainsAny(line[:i], ".!?") {
		return escape.AppendMarkdown(dst, line)
	}
	dst = append(escape.AppendMarkdown(dst, line[:i]), `\:`...)
	if rest := line[i+1:]; rest != "" {
		dst = escape.AppendMarkdownWithin(dst, rest)
	}
	return dst
}

func appendMarkdownLabel(dst []byte, name string, turn *transcript.Turn) []byte {
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
