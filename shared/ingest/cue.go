package ingest

import (
	"slices"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// cue is what stands under one label, or between one pair of times: the common
// form of all formats.
type cue struct {
	label         transcript.Range // in the source; empty for text before the first label
	name          string           // the label's name, cleaned; "" when nothing says who speaks
	parts         []part
	clock         clock
	lang          string // of the words, where the source says so
	continued     bool   // without a label of its own: it goes on under the name of the cue before
	timestampOnly bool   // silent, and begun by a time in the text
	note          bool   // not speech
}

// clock is when a cue was spoken; its ends are unset where the source gives none.
type clock struct{ start, end transcript.Offset }

// part is a stretch of a cue's text without white space at its ends.
type part struct {
	transcript.Range
	text string // what the source means there; "" when it stands there word for word
	join byte   // how it follows the part before: '\n' begins a paragraph, ' ' goes on in it, 0 goes on in the word
}

// stretch is a span before turns have numbers.
type stretch struct {
	transcript.Range
	kind SpanKind
	cue  int
}

// draft is what a format makes of a source.
type draft struct {
	src         *source
	cues        []cue // the first has no label
	stretches   []stretch
	remarks     []Remark
	omitted     map[RemarkKind]int
	remarkCount map[RemarkKind]int

	markdown  bool                   // the words have Markdown's escapes in them
	captioned bool                   // cues are cut to fit a screen or a recogniser's pauses, not where the speaker changes
	found     Meta                   // what the source says about itself
	ready     *transcript.Transcript // set when the source is a transcript of ours
}

func newDraft(src *source) *draft {
	return &draft{src: src, cues: make([]cue, 1), omitted: map[RemarkKind]int{}, remarkCount: map[RemarkKind]int{}}
}

// account notes what becomes of r. Seventy places do; see [node.member].
//
//go:noinline
func (d *draft) account(kind SpanKind, r transcript.Range) {
	if r.Start < r.End {
		d.stretches = append(withRoom(d.stretches), stretch{r, kind, len(d.cues) - 1})
	}
}

// withRoom returns list with room for another element. It doubles long lists, which
// append lets grow by a quarter and so copies five times.
func withRoom[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, len(list)+1)
}

// openCue returns the open cue.
func (d *draft) openCue() *cue { return &d.cues[len(d.cues)-1] }

// beginLabelled begins a cue with a label.
func (d *draft) beginLabelled(l label) {
	d.beginCue(cue{label: l.name, name: clean(d.src.slice(l.name))})
	d.accountLabel(l)
}

// accountLabel accounts for a label with its colon, unless a bracket stands
// between.
func (d *draft) accountLabel(l label) {
	if l.name.End < l.end && d.src.text[l.name.End] == ']' {
		l.end = l.name.End
	}
	d.account(SpanLabel, transcript.Range{Start: l.name.Start, End: l.end})
}

// beginCue begins a cue. A time that stands alone before it is its time.
func (d *draft) beginCue(c cue) {
	if last := d.openCue(); last.timestampOnly && len(last.parts) == 0 && c.clock.start.IsZero() {
		c.clock = last.clock
		*last = c
		return
	}
	d.cues = append(withRoom(d.cues), c)
}

// addParagraph adds r, which is not empty, to the open cue.
func (d *draft) addParagraph(r transcript.Range, join byte) {
	c := d.openCue()
	if join == '\n' && len(c.parts) > 0 && len(d.cues) > 1 && c.name != "" {
		d.remark(r, Remark{
			Kind: RemarkContinues, Level: LevelInfo,
			Done:         "a paragraph of " + c.name + ", whose label is the last one before it",
			Alternatives: []string{"put a label before it"},
		})
	}
	d.addPart(part{Range: r, join: join})
}

// addPart adds p to the open cue and accounts for it.
func (d *draft) addPart(p part) {
	c := d.openCue()
	if d.markdown && p.text == "" {
		if text := d.wordsAt(p.Range); len(text) < p.End-p.Start {
			p.text = text
		}
	}
	c.parts = append(withRoom(c.parts), p)
	kind := SpanText
	if len(d.cues) == 1 {
		kind = SpanIntroduction
	}
	d.account(kind, p.Range)
}

// wordsAt returns the words at r, in Markdown without its escapes.
func (d *draft) wordsAt(r transcript.Range) string {
	if d.markdown {
		return unescapedMarkdown(d.src.slice(r))
	}
	return d.src.slice(r)
}

// addMeaning adds what the source at r means: paragraphs apart by line breaks, without
// blank ones. Without any text it only accounts for r.
func (d *draft) addMeaning(r transcript.Range, text string, join byte) {
	if text = trimParagraphs(text); text == "" {
		d.account(SpanMarkup, r)
		return
	}
	d.addPart(part{r, text, join})
}

// trimParagraphs returns text without white space around its lines and without
// empty lines.
func trimParagraphs(text string) string {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if !strings.ContainsAny(text, "\r\n") {
		return text
	}
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.TrimFunc(line, unicode.IsSpace); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// controlsAsSpaces returns text with spaces for control characters other than line
// breaks.
func controlsAsSpaces(text string) string { return strings.Map(controlAsSpace, text) }
