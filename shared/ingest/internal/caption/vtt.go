package caption

import (
	"strings"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// WebVTT returns the format WebVTT, the subtitle format of the W3C. The header
// "WEBVTT" may be missing.
func WebVTT() draft.Format {
	return draft.Format{
		Name:   "webvtt",
		Detect: func(src *source.Source) bool { return hasVTTHeader(src) || startsWithTimes(src, '.') },
		Read:   readWebVTT,
	}
}

// hasVTTHeader reports whether a file begins with the word WEBVTT.
func hasVTTHeader(src *source.Source) bool {
	text := src.Text[src.Start:]
	return strings.HasPrefix(text, "WEBVTT") && (len(text) == 6 || strings.ContainsRune(" \t\r\n", rune(text[6])))
}

// readWebVTT reads the captions of a WebVTT file.
func readWebVTT(src *source.Source, l *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	headed := hasVTTHeader(src)
	list := blocks(src)
	c := newCaptions(src, l)
	c.strict = headed
	c.findSpeakers(list)
	for i, b := range list {
		c.vttBlock(b, headed && i == 0)
	}
	if headed {
		return c.Draft, c.evidence("begins with WEBVTT"), nil
	}
	return c.Draft, c.evidence("times with points around -->, but no WEBVTT header"), nil
}

// newCaptions returns a reader for the captions of src. This reader has not read anything
// yet.
func newCaptions(src *source.Source, l *draft.Ledger) *captions {
	c := &captions{Draft: draft.New(src), ledger: l}
	c.Captioned = true
	return c
}

// startsWithTimes reports whether one of the first 40 lines has the times of a caption,
// such as "00:01.000 --> 00:02.000". Only the first line with an arrow, or with two times
// as in SubViewer, is examined. The argument mark is the character that must be before
// the milliseconds, such as '.'. If mark is 0, any character is allowed, and so are times
// as in SubViewer.
func startsWithTimes(src *source.Source, mark byte) bool {
	const look = 40 // lines before the first caption: notes and styles
	n := 0
	for line := range src.Lines() {
		s := src.Slice(line)
		if left, _, found := strings.Cut(s, arrow); found {
			_, _, ok := timesIn(s)
			return ok && (mark == 0 || strings.IndexByte(left, mark) >= 0)
		}
		if _, _, ok := commaTimes(s); ok {
			return mark == 0
		}
		if n++; n > look {
			break
		}
	}
	return false
}

// vttBlock reads one block of a WebVTT file (the lines between two blank lines). A
// block is the file's header, a note, a style sheet, a region of the screen, or a
// caption.
func (c *captions) vttBlock(b block, header bool) {
	for i, line := range b.lines {
		if i > 1 && !header {
			break
		}
		if _, _, ok := timesIn(c.Src.Slice(line)); ok {
			if i == 1 && c.survey.idNames && !isNumber(c.Src.Slice(b.lines[0])) {
				c.idName = c.Src.Body(b.lines[0])
			} else {
				for _, id := range b.lines[:i] {
					c.Account(draft.SpanMarkup, id)
				}
			}
			c.srtBlock(block{lines: b.lines[i:]}) // a line of times begins a caption even if no blank line is before it
			return
		}
	}
	first := c.Src.Slice(b.lines[0])
	whole := transcript.Range{Start: b.lines[0].Start, End: b.lines[len(b.lines)-1].End}
	word, _, _ := strings.Cut(strings.TrimSpace(first), " ")
	switch {
	case header:
		c.header(b.lines)
	case b.softBreak && c.cuesIn > 0:
		c.finishCue(b.lines, -1, len(b.lines)) // a line of spaces is not a blank line, so the caption continues
	case word == "NOTE", word == "STYLE", word == "REGION":
		c.Account(draft.SpanOmitted, whole)
		c.Remark(whole, draft.Remark{
			Kind: draft.RemarkFront, Level: draft.LevelInfo, Done: "left out, because a " + word + " block is not shown to viewers",
			Alternatives: []string{"add it to the transcript's note"},
		})
	case word == "WEBVTT": // the header of a further file, if several files were joined
		c.Account(draft.SpanMarkup, whole)
	case c.survey.gapped() && c.cuesIn > 0:
		c.finishCue(b.lines, -1, len(b.lines))
	default:
		c.OmitUnknown(whole, "a block without times")
	}
}

// header reads the first block of a WebVTT file. It has a title after the word
// WEBVTT, and fields such as "Language: en" on the lines below.
func (c *captions) header(lines []transcript.Range) {
	title := transcript.Range{Start: lines[0].Start + len("WEBVTT"), End: lines[0].End}
	if s := strings.Trim(c.Src.Slice(title), " \t-–"); s != "" {
		c.FindTitle(s, title, "has it after WEBVTT")
		c.Account(draft.SpanMeta, title)
	}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(c.Src.Slice(line), ":")
		if value = strings.TrimSpace(value); strings.EqualFold(name, "Language") {
			c.FindLang(value, line, "says so in the field “Language”")
		}
		c.Account(draft.SpanMeta, line)
	}
}
