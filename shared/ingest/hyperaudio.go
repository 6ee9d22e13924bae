package ingest

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/transcript"
)

// hyperaudio reads Hyperaudio's HTML: words in spans with data-m, their start
// in milliseconds, and data-d, their length; speakers in spans of that class.
type hyperaudio struct {
	*draft
	said     int  // words
	span     bool // in a span with a time
	speaker  bool // in a span of a speaker
	start    transcript.Offset
	end      transcript.Offset
	fresh    bool // a paragraph begins
	join     byte
	hidden   bool
	speakers int
}

func readHyperaudio(src *source) (*draft, string) {
	if !strings.Contains(src.text, "data-m=") {
		return nil, ""
	}
	h := &hyperaudio{draft: newDraft(src)}
	h.captioned = true
	tokens(src, h.token)
	if h.said == 0 {
		return nil, ""
	}
	return h.draft, "HTML with data-m times; words: " + strconv.Itoa(h.said) + ", speakers' labels: " + strconv.Itoa(h.speakers)
}

func (h *hyperaudio) token(t token) {
	switch {
	case t.kind == html.TextToken && !h.hidden:
		h.text(t.at)
	case t.name == atom.Script || t.name == atom.Style || t.name == atom.Title || t.name == atom.Head:
		h.hidden = t.kind == html.StartTagToken
	case t.kind == html.StartTagToken && (t.name == atom.Span || t.name == atom.A):
		h.begins(t)
	case t.kind == html.EndTagToken && (t.name == atom.Span || t.name == atom.A):
		h.span, h.speaker = false, false
	case t.kind == html.StartTagToken && (t.name == atom.P || t.name == atom.Section):
		h.fresh = true
	}
}

func (h *hyperaudio) begins(t token) {
	h.speaker = strings.Contains(t.data("class"), "speaker")
	m, err := strconv.ParseFloat(t.data("data-m"), 64)
	if h.span = err == nil; !h.span {
		return
	}
	h.start, h.end = seconds(m/1000), transcript.Offset{}
	if n, err := strconv.ParseFloat(t.data("data-d"), 64); err == nil && n >= 0 {
		h.end = seconds((m + n) / 1000)
	}
}

func (h *hyperaudio) text(at transcript.Range) {
	text := strings.TrimSpace(h.src.slice(at))
	switch {
	case text == "":
		if h.join == 0 && at.Start < at.End {
			h.join = ' '
		}
	case h.speaker:
		h.label(at)
	case h.span:
		h.word(at)
	default:
		h.unknown(at, "text without a time")
	}
}

// label begins a cue; the colon or the brackets around a name are not its part.
func (h *hyperaudio) label(at transcript.Range) {
	raw := h.src.slice(at)
	name := strings.Trim(raw, " \t\r\n:[]()")
	if name == "" {
		return
	}
	start := at.Start + strings.Index(raw, name)
	c := cue{label: transcript.Range{Start: start, End: start + len(name)}, name: cleanName(html.UnescapeString(name))}
	c.clock.start = h.start
	h.begin(c)
	h.account(SpanLabel, c.label)
	h.fresh, h.join = false, 0
	h.speakers++
}

func (h *hyperaudio) word(at transcript.Range) {
	if h.fresh || len(h.cues) == 1 {
		h.begin(cue{name: h.last().name, silent: true, clock: clock{start: h.start}})
		h.fresh, h.join = false, 0
	}
	h.said++
	h.join = h.draft.words(at, h.join)
	c := h.last()
	if c.clock.start.IsZero() {
		c.clock.start = h.start
	}
	if !h.end.IsZero() {
		c.clock = h.clockOf(c.clock.start, h.end, at)
	}
}
