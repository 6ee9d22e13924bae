package xmlform

import (
	"strconv"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/source"
)

// TimedText returns the formats of YouTube's captions in XML: srv1 with the root
// <transcript>, and srv2 and srv3 with the root <timedtext>.
func TimedText() draft.Format {
	return draft.Format{
		Name: "timedtext",
		Detect: func(src *source.Source) bool {
			return oneOf(source.RootElement(src.Text[src.Start:]), []string{"timedtext", "transcript"})
		},
		Read: readTimedText,
	}
}

// readTimedText turns captions in XML into WebVTT. In srv1, times are in seconds, in the
// attributes start and dur. In srv2 and srv3, they are in milliseconds, in t and d.
func readTimedText(src *source.Source, l *draft.Ledger, n draft.Nested) (*draft.Draft, string, error) {
	root, err := parse(src)
	if err != nil {
		return nil, "", err
	}
	c := newCaptions(src)
	root.each(func(e *element) {
		if e.words(src) == "" {
			return // srv3 begins each rolled line with an empty paragraph
		}
		if c.begin(e.tag, timedTextSpan(e)) {
			c.inside(e)
		}
	}, "p", "text")
	d, err := c.read(l, n, "timedtext")
	if err != nil {
		return nil, "", err
	}
	return d, "timedtext of YouTube; cues: " + strconv.Itoa(c.cues), nil
}

// timedTextSpan returns the times of a caption.
func timedTextSpan(e *element) span {
	from, long, unit := e.attr("t"), e.attr("d"), 1.0
	if e.has("start") {
		from, long, unit = e.attr("start"), e.attr("dur"), 1000
	}
	begin, _ := strconv.ParseFloat(from, 64)
	dur, err := strconv.ParseFloat(long, 64)
	begin = min(max(begin*unit, 0), 1000*source.MaxSeconds)
	s := span{begin: int64(begin + 0.5)}
	if err == nil && dur >= 0 && dur*unit < 1000*source.MaxSeconds {
		s.end = int64(begin + dur*unit + 0.5)
	}
	return s
}

// inside writes all words inside e as words of a caption.
func (c *captions) inside(e *element) {
	for _, child := range e.children {
		switch child.name {
		case "":
			c.text(child)
		case "br":
			c.space = true
		default:
			c.inside(child)
		}
	}
}
