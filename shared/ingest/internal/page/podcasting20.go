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

// podcastHTML reads transcripts in the HTML that the Podcasting 2.0 standard
// describes: <cite> contains a speaker's name, <time> a start, and <p> speech.
type podcastHTML struct {
	*draft.Draft
	in           atom.Atom // the current element: cite, time or p; 0 for none
	start        transcript.Offset
	pendingCue   bool // the next paragraph begins a cue, because a <cite> or <time> was read
	newParagraph bool // the current paragraph has no words yet
	spokenIn     bool // words were added since the end of the last paragraph
	name         string
	label        transcript.Range
	join         byte
	hidden       bool
	cites        int
	times        int
	spoken       int
}

// Podcasting20 returns the format of pages in the HTML of Podcasting 2.0.
func Podcasting20() draft.Format {
	return draft.Format{
		Name: "podcasting20-html",
		Detect: func(src *source.Source) bool {
			return strings.Contains(src.Text, "<cite")
		},
		Read: readPodcastHTML,
	}
}

// readPodcastHTML reads a page in the HTML of Podcasting 2.0. The draft (the words that
// were read) is nil if the page has no speech, or too few names and times.
func readPodcastHTML(src *source.Source, _ *draft.Ledger, _ draft.Nested) (*draft.Draft, string, error) {
	p := &podcastHTML{Draft: draft.New(src)}
	scan(src, spoken(p.Draft, p.token))
	if p.cites == 0 || p.spoken == 0 || p.times == 0 && p.cites < 2 {
		return nil, "", nil
	}
	return p.Draft, "HTML with <cite>, <time> and <p>; speakers: " + strconv.Itoa(p.cites) + ", times: " + strconv.Itoa(p.times), nil
}

// token reads an HTML token. It records which element is open, because the element
// determines whether text is a name, a time or speech.
func (p *podcastHTML) token(t token) {
	switch t.name {
	case atom.Script, atom.Style, atom.Title:
		p.hidden = t.kind == html.StartTagToken
	case atom.Cite, atom.Time, atom.P:
		if t.kind == html.EndTagToken {
			if t.name == atom.P {
				p.endParagraph()
			}
			p.in = 0
			return
		}
		p.in, p.join, p.newParagraph = t.name, '\n', t.name == atom.P
		if t.name == atom.Cite {
			p.name, p.label, p.start, p.pendingCue = "", transcript.Range{}, transcript.Offset{}, true
		}
	case atom.Br:
		p.join = '\n'
	}
	if t.kind == html.TextToken && !p.hidden {
		p.text(t.at)
	}
}

// text reads a piece of text. The argument at is its range in the source. The open
// element determines whether the text is a name (<cite>), a time (<time>) or speech
// (<p>).
func (p *podcastHTML) text(at transcript.Range) {
	raw := p.Src.Slice(at)
	text := strings.TrimSpace(raw)
	switch {
	case text == "":
		if p.join == 0 && raw != "" {
			p.join = ' '
		}
	case p.in == atom.Cite:
		p.cite(at, raw)
	case p.in == atom.Time:
		p.times++
		p.start, p.pendingCue = source.WholeClock(strings.Trim(text, "[]()")), true
		if p.start.IsZero() {
			p.OmitUnknown(at, "a time that cannot be read")
			return
		}
		p.Account(draft.SpanTime, at)
	case p.in == atom.P:
		p.speech(at)
	default:
		p.OmitUnknown(at, "text outside of <cite>, <time> and <p>")
	}
}

// cite reads a speaker's name, the text of a <cite>. A colon after the name is
// ignored.
func (p *podcastHTML) cite(at transcript.Range, raw string) {
	name := strings.Trim(raw, " \t\r\n:\u00a0：")
	if name == "" {
		return
	}
	p.cites++
	start := at.Start + strings.Index(raw, name)
	p.name, p.label = label.CleanName(html.UnescapeString(name)), transcript.Range{Start: start, End: start + len(name)}
}

// endParagraph ends a paragraph. If its whole text is a stage direction, such as
// "[Applause]", it becomes a note (words that are not speech). The function may be
// called several times for a paragraph, because a page may contain several </p> in a
// row.
func (p *podcastHTML) endParagraph() {
	if p.spokenIn {
		p.MarkDirection()
	}
	p.spokenIn = false
}

// speech adds words. The first words after a <cite> or <time> begin a cue (the words
// after one speaker's name or time). Every further paragraph begins a cue as well,
// because the paragraph may be a stage direction.
func (p *podcastHTML) speech(at transcript.Range) {
	p.spoken++
	p.spokenIn = true
	switch {
	case p.pendingCue && p.label.Start < p.label.End:
		p.BeginCue(draft.Cue{Name: p.name, Label: p.label, Clock: source.Clock{Start: p.start}})
		p.Account(draft.SpanLabel, p.label)
	case p.pendingCue:
		p.BeginCue(draft.Cue{Name: p.OpenCue().Name, Continued: true, Clock: source.Clock{Start: p.start}})
	case p.newParagraph && len(p.Cues) > 1:
		p.BeginCue(draft.Cue{Name: p.OpenCue().Name, Continued: true})
	}
	p.pendingCue, p.newParagraph, p.label = false, false, transcript.Range{}
	if p.join == '\n' && len(p.OpenCue().Parts) == 0 {
		p.join = 0
	}
	p.join = p.AddWords(at, p.join)
}
