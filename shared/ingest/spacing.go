package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// addWords adds the text at r, with character references resolved (&amp; is &)
// and runs of white space reduced to one space. join says how it follows the part
// before. The result is the join for the text after r: 0 continues the word, ' '
// follows white space.
func (d *draft) addWords(r transcript.Range, join byte) byte {
	// Tags split a caption such as "<i>Wel</i>come <b>back</b>" into pieces. White
	// space at their ends decides whether a word continues in the next piece.
	raw := d.src.slice(r)
	core := strings.TrimFunc(raw, unicode.IsSpace)
	if core == "" {
		if raw != "" && join == 0 {
			return ' '
		}
		return join
	}
	lead := strings.Index(raw, core)
	if lead > 0 && join == 0 {
		join = ' '
	}
	p := part{Range: transcript.Range{Start: r.Start + lead, End: r.Start + lead + len(core)}, join: join}
	text := core
	if strings.ContainsAny(core, "&\t\r\n") || strings.Contains(core, "  ") {
		text = strings.Join(strings.Fields(controlsAsSpaces(html.UnescapeString(core))), " ")
		if text == "" {
			d.account(SpanMarkup, p.Range)
			return ' '
		}
	}
	if text != core {
		p.text = text
	}
	if join == ' ' && d.unspacedBefore(text) {
		p.join = 0
	}
	d.addPart(p)
	if strings.HasSuffix(raw, core) {
		return 0
	}
	return ' '
}

// unspacedBefore reports whether the open cue ends and next begins in a script
// that puts no space between words.
func (d *draft) unspacedBefore(next string) bool {
	parts := d.openCue().parts
	if len(parts) == 0 {
		return false
	}
	p := parts[len(parts)-1]
	text := p.text
	if text == "" {
		text = d.src.slice(p.Range)
	}
	before, _ := utf8.DecodeLastRuneInString(text)
	after, _ := utf8.DecodeRuneInString(next)
	return script.Unspaced(before) && script.Unspaced(after)
}
