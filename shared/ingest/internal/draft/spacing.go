package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/script"
	"quoteline/shared/transcript"
)

// AddWords adds the words in the range r to the last cue (the words after one speaker's
// name or time). It replaces character references such as &amp; by the characters that
// they mean, and each run of white space by one space. The argument join is the separator
// before the words. The result is the separator before the words that come next: ' ' if r
// ends with white space, else 0.
func (d *Draft) AddWords(r transcript.Range, join byte) byte {
	// Example: tags split the caption "<i>Wel</i>come <b>back</b>" into three
	// pieces: "Wel", "come" with a space after it, and "back". White space at the
	// end of a piece means that the next piece is a new word.
	raw := d.Src.Slice(r)
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
	p := Part{Range: transcript.Range{Start: r.Start + lead, End: r.Start + lead + len(core)}, Join: join}
	text := core
	if strings.ContainsAny(core, "&\t\r\n") || strings.Contains(core, "  ") {
		text = strings.Join(strings.Fields(source.ControlsAsSpaces(html.UnescapeString(core))), " ")
		if text == "" {
			d.Account(SpanMarkup, p.Range)
			return ' '
		}
	}
	if text != core {
		p.Text = text
	}
	if join == ' ' && d.unspacedBefore(text) {
		p.Join = 0
	}
	d.AddPart(p)
	if strings.HasSuffix(raw, core) {
		return 0
	}
	return ' '
}

// unspacedBefore reports whether no space is needed between the words read last and
// the text next. No space is needed if both are in a script without spaces between
// words, such as Chinese.
func (d *Draft) unspacedBefore(next string) bool {
	parts := d.OpenCue().Parts
	if len(parts) == 0 {
		return false
	}
	p := parts[len(parts)-1]
	text := p.Text
	if text == "" {
		text = d.Src.Slice(p.Range)
	}
	before, _ := utf8.DecodeLastRuneInString(text)
	after, _ := utf8.DecodeRuneInString(next)
	return script.Unspaced(before) && script.Unspaced(after)
}
