package xmlform

import (
	"strconv"
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// captions writes the captions of an XML document as a WebVTT text. That text is then
// read by the format for WebVTT. So captions in XML follow the same rules for labels.
type captions struct {
	*source.DerivedText
	cues    int
	space   bool // white space is before the next word
	begun   bool // the line has words
	omitted []*element
}

// newCaptions returns a WebVTT text that has no captions yet.
func newCaptions(src *source.Source) captions {
	c := captions{DerivedText: source.NewDerivedText(src)}
	c.WriteString("WEBVTT\n")
	return c
}

// begin writes the times of a caption. The argument at is the range of the tag that has
// the times. The result is false if a limit of the budget (the limits of the work) is
// exceeded.
func (c *captions) begin(at transcript.Range, s span) bool {
	if !c.Src.Budget.Values(1) {
		return false
	}
	times := vttTime(s.begin) + " --> "
	if s.end >= s.begin && s.end > 0 {
		times += vttTime(s.end)
	}
	c.WriteString("\n\n")
	c.AppendMeaning(times, at)
	c.WriteByte('\n')
	c.cues++
	c.space, c.begun = false, false
	return true
}

// vttTime returns a time in the form 00:00:01.000.
func vttTime(ms int64) string {
	two := func(n int64) string { return strconv.FormatInt(100+n, 10)[1:] }
	return strconv.FormatInt(ms/3_600_000, 10) + ":" + two(ms/60_000%60) + ":" + two(ms/1000%60) + "." + strconv.FormatInt(1000+ms%1000, 10)[1:]
}

// voice writes a voice tag such as <v Ada>. If name is empty, the tag says that the
// speaker is unknown.
func (c *captions) voice(name string, at transcript.Range) {
	c.lineBreak()
	name = strings.Join(strings.Fields(strings.NewReplacer("&", "&amp;", "<", " ", ">", " ").Replace(name)), " ")
	c.WriteString("<v " + name + ">")
}

// lineBreak ends the line, if it has words.
func (c *captions) lineBreak() {
	if c.begun {
		c.WriteByte('\n')
	}
	c.begun, c.space = false, false
}

// text writes a piece of text. Each run of white space becomes one space.
func (c *captions) text(e *element) {
	raw := c.Src.Slice(e.at)
	for i := 0; i < len(raw); {
		if n := len(raw[i:]) - len(strings.TrimLeft(raw[i:], " \t\r\n")); n > 0 {
			c.space = true
			i += n
			continue
		}
		end := i + 1
		for end < len(raw) && !strings.ContainsRune(" \t\r\n", rune(raw[end])) {
			end++
		}
		c.word(raw[i:end], e.at.Start+i, e.verbatim)
		i = end
	}
}

// word writes a word of the document, with character references where WebVTT needs them:
// "&lt;" for "<" and "&gt;" for ">". If verbatim is true, the word is from a CDATA
// section. In that case "&" is not the beginning of a reference, so it becomes "&amp;".
func (c *captions) word(word string, at int, verbatim bool) {
	if c.space && c.begun {
		c.WriteByte(' ')
	}
	c.space, c.begun = false, true
	for len(word) > 0 {
		n := strings.IndexAny(word, "<>&")
		if n < 0 {
			n = len(word)
		}
		c.AppendSame(transcript.Range{Start: at, End: at + n})
		at, word = at+n, word[n:]
		if word == "" {
			return
		}
		n = c.mark(word, at, verbatim)
		at, word = at+n, word[n:]
	}
}

// mark writes the character "<", ">" or "&" at the start of word. It returns the
// character's length in the document, in bytes. Some programs escape twice, as in
// "it&amp;#39;s". In that case "&amp;" becomes "&", and its length is 5.
func (c *captions) mark(word string, at int, verbatim bool) int {
	meaning, n := word[:1], 1
	switch {
	case word[0] == '<':
		meaning = "&lt;"
	case word[0] == '>':
		meaning = "&gt;"
	case verbatim:
		meaning = "&amp;"
	case strings.HasPrefix(word, "&amp;#") || strings.HasPrefix(word, "&amp;quot;"):
		n = len("&amp;")
		meaning = "&"
	}
	c.AppendMeaning(meaning, transcript.Range{Start: at, End: at + n})
	return n
}

// read reads the WebVTT text that was written. The argument name is the name of the
// format in the report.
func (c *captions) read(l *draft.Ledger, n draft.Nested, name string) (*draft.Draft, error) {
	c.WriteByte('\n')
	d, _, err := n.Text(c.Source(), l)
	if err != nil {
		return nil, err
	}
	d.Format = name
	return d, nil
}
