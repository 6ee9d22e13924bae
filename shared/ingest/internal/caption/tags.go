package caption

import (
	"strings"

	"golang.org/x/net/html"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// readRun reads the next piece of a caption's line. The piece is a tag such as <i>,
// or the text before the next tag. The argument join is the separator between the
// words read last and this piece: a space, a line feed, or 0 for none. The results
// are the offset after the piece, and the separator before the next piece.
func (c *captions) readRun(line transcript.Range, join byte) (int, byte) {
	text := c.Src.Text[line.Start:line.End]
	at, n := c.nextTag(text)
	if at == 0 {
		c.tag(transcript.Range{Start: line.Start, End: line.Start + n})
		return line.Start + n, join
	}
	r := transcript.Range{Start: line.Start, End: line.Start + at}
	return r.End, c.AddWords(r, join)
}

// nextTag returns the byte offset and the length of the first tag in text, such as
// <i>. If there is none, it returns the length of the text and 0.
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

// tagLength returns the length in bytes of the tag that text begins with, or 0 if
// text does not begin with a tag. Examples of tags are <v Name>, </i> and
// <00:00:01.000>. SubRip also has tags in braces, such as {\an8}. The texts "< 5" and
// "<3" are not tags.
func (c *captions) tagLength(text string) int {
	const longest = 300
	closer := byte('>')
	if text[0] == '{' {
		if c.strict || !c.script && !strings.HasPrefix(text, `{\`) {
			return 0
		}
		closer = '}'
	}
	n := strings.IndexByte(text[:min(len(text), longest)], closer) + 1
	if n < 3 {
		return 0
	}
	if b := text[1]; closer == '}' || b == '/' || b >= 'a' && b <= 'z' || source.IsDigit(b) || b >= 'A' && b <= 'Z' && (n < 40 || c.anyTag) {
		return n
	}
	return 0
}

// tag reads a tag in a caption's text. The tag <v Ada> names the speaker, </v> ends
// this speaker's words, and <lang fr> gives the language. Any other tag, such as <i>,
// has no effect; the import report lists it as markup.
func (c *captions) tag(r transcript.Range) {
	inner := strings.Trim(c.Src.Slice(r), "<>")
	switch {
	case inner == "/v":
		if c.speakerNamed {
			c.BeginCue(draft.Cue{Clock: c.clock, Name: c.speaking(), Continued: true})
		}
		c.speakerNamed = false
	case strings.HasPrefix(inner, "lang "):
		if open := c.OpenCue(); len(open.Parts) == 0 {
			open.Lang = strings.TrimSpace(inner[len("lang "):])
			c.Account(draft.SpanMeta, r)
			return
		}
	case inner == "v" || strings.HasPrefix(inner, "v ") || strings.HasPrefix(inner, "v.") || strings.HasPrefix(inner, "v\t"):
		c.voice(r, inner)
		return
	}
	c.Account(draft.SpanMarkup, r)
}

// voice reads a voice tag such as <v Ada Long>; the argument inner is the text
// between < and >. If the tag has a name, it begins a cue (a piece of text by one
// speaker) of the speaker with this name.
func (c *captions) voice(r transcript.Range, inner string) {
	i := strings.IndexAny(inner, " \t")
	name := ""
	if i >= 0 {
		name = label.CleanName(html.UnescapeString(inner[i:]))
	}
	if name == "" { // "<v >": the voice of an unknown speaker
		c.Account(draft.SpanMarkup, r)
		c.changeSpeaker()
		c.speakerNamed = true
		return
	}
	c.voices++
	c.speakerNamed = true
	raw := strings.TrimSpace(inner[i:])
	start := r.Start + strings.Index(c.Src.Slice(r), raw)
	c.speaker(transcript.Range{Start: start, End: start + len(raw)}, name, start+len(raw))
}
