package ingest

import (
	"strings"

	"golang.org/x/net/html"

	"quoteline/shared/transcript"
)

// readRun reads the text up to the next tag, or one tag if the line begins with it.
// It returns the offset after it and the separator (join) before the next text.
func (c *captions) readRun(line transcript.Range, join byte) (int, byte) {
	text := c.src.text[line.Start:line.End]
	at, n := c.nextTag(text)
	if at == 0 {
		c.tag(transcript.Range{Start: line.Start, End: line.Start + n})
		return line.Start + n, join
	}
	r := transcript.Range{Start: line.Start, End: line.Start + at}
	return r.End, c.addWords(r, join)
}

// nextTag returns the offset and the length of the first tag in text. If there is
// none, it returns the length of the text and 0.
func (c *captions) nextTag(text string) (at, n int) {
	for at < len(text) {
		i := strings.IndexAny(text[at:], "<{")
		if i < 0 {
			break
		}
		at += i
		if n = c.tagLength(text[at:]); n > 0 {
			return at, n
		}
		at++
	}
	return len(text), 0
}

// tagLength returns the length of the tag that text begins with, or 0 if it does not
// begin with a tag. Tags are <v Name>, </i>, <00:00:01.000>, and in SubRip {\an8}. "<
// 5" and "<3" are not tags.
func (c *captions) tagLength(text string) int {
	const longest = 300
	closer := byte('>')
	if text[0] == '{' {
		if c.strict || !strings.HasPrefix(text, `{\`) {
			return 0
		}
		closer = '}'
	}
	n := strings.IndexByte(text[:min(len(text), longest)], closer) + 1
	if n < 3 {
		return 0
	}
	if b := text[1]; closer == '}' || b == '/' || b >= 'a' && b <= 'z' || isDigit(b) || b >= 'A' && b <= 'Z' && n < 40 {
		return n
	}
	return 0
}

// tag reads a tag. Voice tags and language tags have a meaning; all other tags are
// recorded as markup.
func (c *captions) tag(r transcript.Range) {
	inner := strings.Trim(c.src.slice(r), "<>")
	switch {
	case inner == "/v":
		if c.speakerNamed {
			c.beginCue(cue{clock: c.clock, name: c.speaking(), continued: true})
		}
		c.speakerNamed = false
	case strings.HasPrefix(inner, "lang "):
		if open := c.openCue(); len(open.parts) == 0 {
			open.lang = strings.TrimSpace(inner[len("lang "):])
			c.account(SpanMeta, r)
			return
		}
	case inner == "v" || strings.HasPrefix(inner, "v ") || strings.HasPrefix(inner, "v.") || strings.HasPrefix(inner, "v\t"):
		c.voice(r, inner)
		return
	}
	c.account(SpanMarkup, r)
}

// voice reads a voice tag such as <v Ada Long>. If the tag has a name, it begins a
// cue of that speaker.
func (c *captions) voice(r transcript.Range, inner string) {
	i := strings.IndexAny(inner, " \t")
	name := ""
	if i >= 0 {
		name = cleanName(html.UnescapeString(inner[i:]))
	}
	if name == "" {
		c.account(SpanMarkup, r)
		return
	}
	c.voices++
	c.speakerNamed = true
	raw := strings.TrimSpace(inner[i:])
	start := r.Start + strings.Index(c.src.slice(r), raw)
	c.speaker(transcript.Range{Start: start, End: start + len(raw)}, name, start+len(raw))
}
