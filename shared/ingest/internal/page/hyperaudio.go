package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quoteline/shared/ingest/internal/draft"
	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// hyperaudio reads HTML that the program Hyperaudio wrote. Each word is in a <span>
// with its start (attribute data-m) and its length (attribute data-d), both in
// milliseconds. Speakers' names are in spans of class "speaker".
type hyperaudio struct {
	*draft.Draft
	wordCount    int  // number of words
	timed        bool // the current span has a start
	speaker      bool // the current span names a speaker
	start        transcript.Offset
	end          transcript.Offset
	newParagraph bool // the next word begins a paragraph
	join         byte
	hidden       bool
	speakers     int
	article      int  // number of open <article> elements
	hasArticle   bool // the page has an <article>
}

// Hyperaudio returns the format of pages that the program Hyperaudio writes.
func Hyperaudio() draft.Format {
	return draft.Format{
		Name: "hyperaudio-html",
		Detect: func(src *source.Source) bool {
			return strings.Contains(src.Text, "data-m=")
		},
		Read: readHyperaudio,
	}
}

// readHyperaudio reads a page that the program Hyperaudio wrote. The draft (the words
// that were read) is nil if the page has no words with times.
func readHyperaudio(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	h := &hyperaudio{Draft: draft.New(src), hasArticle: strings.Contains(src.Text, "<article")}
	h.Captioned = true
	scan(src, spoken(h.Draft, h.token))
	if h.wordCount == 0 {
		return nil, "", nil
	}
	return h.Draft, "HTML with data-m times; words: " + strconv.Itoa(h.wordCount) + ", speakers' labels: " + strconv.Itoa(h.speakers), nil
}

// token reads an HTML token. It records which <span> is open, because the span
// determines whether text is a speaker's name or a word.
func (h *hyperaudio) token(t token) {
	switch {
	case t.kind == html.TextToken && !h.hidden:
		h.text(t.at)
	case t.name == atom.Script || t.name == atom.Style || t.name == atom.Title || t.name == atom.Head:
		h.hidden = t.kind == html.StartTagToken
	case t.kind == html.StartTagToken && (t.name == atom.Span || t.name == atom.A):
		h.beginSpan(t)
	case t.kind == html.EndTagToken && (t.name == atom.Span || t.name == atom.A):
		h.timed, h.speaker = false, false
	case t.name == atom.Article:
		h.nest(t.kind)
	case t.kind == html.StartTagToken && (t.name == atom.P || t.name == atom.Section):
		h.newParagraph = true
	}
}

// nest counts the open <article> elements.
func (h *hyperaudio) nest(kind html.TokenType) {
	if kind == html.StartTagToken {
		h.article++
	} else if kind == html.EndTagToken {
		h.article = max(0, h.article-1)
	}
}

// beginSpan reads the attributes of a <span> that begins: the class, the start and
// the length of a word.
func (h *hyperaudio) beginSpan(t token) {
	h.speaker = strings.Contains(t.data("class"), "speaker")
	m, err := strconv.ParseFloat(t.data("data-m"), 64)
	if h.timed = err == nil; !h.timed {
		return
	}
	h.start, h.end = source.Seconds(m/1000), transcript.Offset{}
	if n, err := strconv.ParseFloat(t.data("data-d"), 64); err == nil && n >= 0 {
		h.end = source.Seconds((m + n) / 1000)
	}
}

// text reads a piece of text. The argument at is its range in the source. The text is a
// speaker's name, a word, or the space between words.
func (h *hyperaudio) text(at transcript.Range) {
	text := strings.TrimSpace(h.Src.Slice(at))
	switch {
	case text == "":
		if h.join == 0 && at.Start < at.End {
			h.join = ' '
		}
	case h.speaker:
		h.label(at)
	case h.timed:
		h.word(at)
	case h.article == 0 && h.hasArticle:
		h.Account(draft.SpanOmitted, at)
		h.Remark(at, draft.Remark{
			Kind: draft.RemarkUnknown, Level: draft.LevelInfo, Done: "left out: text outside of the article", Alternatives: []string{"add what it says to a turn"},
		})
	default:
		h.OmitUnknown(at, "text without a time")
	}
}

// label reads a speaker's name, as in "Ann:" or "[Ann]", and begins a cue (the words
// after one speaker's name). The name of the speaker does not include the colon or
// brackets.
func (h *hyperaudio) label(at transcript.Range) {
	raw := h.Src.Slice(at)
	name := strings.Trim(raw, " \t\r\n:[]()")
	if name == "" {
		return
	}
	start := at.Start + strings.Index(raw, name)
	c := draft.Cue{Label: transcript.Range{Start: start, End: start + len(name)}, Name: label.CleanName(html.UnescapeString(name))}
	c.Clock.Start = h.start
	h.BeginCue(c)
	h.Account(draft.SpanLabel, c.Label)
	h.newParagraph, h.join = false, 0
	h.speakers++
}

// word adds a word. The first word of a paragraph begins a cue (the words after one
// speaker's name or time).
func (h *hyperaudio) word(at transcript.Range) {
	if h.newParagraph || len(h.Cues) == 1 {
		h.BeginCue(draft.Cue{Name: h.OpenCue().Name, Continued: true, Clock: source.Clock{Start: h.start}})
		h.newParagraph, h.join = false, 0
	}
	h.wordCount++
	h.join = h.Draft.AddWords(at, h.join)
	c := h.OpenCue()
	if c.Clock.Start.IsZero() {
		c.Clock.Start = h.start
	}
	if !h.end.IsZero() {
		c.Clock = h.ClockOf(c.Clock.Start, h.end, at)
	}
}
