package ingest

import (
	"slices"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// cue is the speech under one label, or between two times. Every format is read
// into cues first.
type cue struct {
	label         transcript.Range // in the source; empty for text before the first label
	name          string           // the label's name, cleaned; "" if the speaker is unknown
	parts         []part
	clock         clock
	lang          string // of the words, if the source gives it
	continued     bool   // it has no label, and continues under the name of the cue before
	timestampOnly bool   // continued, and begun by a time in the text
	note          bool   // not speech
}

// clock is when a cue was spoken. A time that the source does not give is unset.
type clock struct{ start, end transcript.Offset }

// part is a piece of a cue's text without white space at its ends.
type part struct {
	transcript.Range
	text string // what the source means there; "" if the source has it word for word
	join byte   // how it follows the part before: '\n' begins a paragraph, ' ' begins a word, 0 continues the word
}

// stretch becomes a [Span] once turns have numbers.
type stretch struct {
	transcript.Range
	kind SpanKind
	cue  int
}

// draft is a source as cues, before speakers and turns are known.
type draft struct {
	src         *source
	cues        []cue // the first has no label
	stretches   []stretch
	remarks     []Remark
	omitted     map[RemarkKind]int
	remarkCount map[RemarkKind]int

	markdown  bool                   // the words may have Markdown escapes
	captioned bool                   // cues are cut to fit a screen or at pauses, not where the speaker changes
	found     Meta                   // metadata that the source gives
	ready     *transcript.Transcript // set if the source is a transcript in Quoteline's JSON
}

// newDraft returns a draft with cue 0, which holds the introduction.
func newDraft(src *source) *draft {
	return &draft{src: src, cues: make([]cue, 1), omitted: map[RemarkKind]int{}, remarkCount: map[RemarkKind]int{}}
}

// spanSize is the size of a span in JSON, in bytes.
const spanSize = 100

// account records what becomes of r, for the report. Everything that a reader takes
// from the source is accounted for once. It is not inlined, to save space: it has
// seventy callers; see [node.member].
//
//go:noinline
func (d *draft) account(kind SpanKind, r transcript.Range) {
	if r.Start < r.End && d.src.budget.answer(spanSize) {
		d.stretches = append(withRoom(d.stretches), stretch{r, kind, len(d.cues) - 1})
	}
}

// withRoom returns list with room for another element. It doubles the capacity;
// append adds a quarter to long lists and so copies them more often.
func withRoom[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, len(list)+1)
}

// openCue returns the cue that text is added to.
func (d *draft) openCue() *cue { return &d.cues[len(d.cues)-1] }

// beginLabelled begins a cue with the label l.
func (d *draft) beginLabelled(l label) {
	d.beginCue(cue{label: l.name, name: clean(d.src.slice(l.name))})
	d.accountLabel(l)
}

// accountLabel accounts for a label and its colon. If a bracket is between them, as
// in "[Ada]:", it accounts for the name only.
func (d *draft) accountLabel(l label) {
	if l.name.End < l.end && d.src.text[l.name.End] == ']' {
		l.end = l.name.End
	}
	d.account(SpanLabel, transcript.Range{Start: l.name.Start, End: l.end})
}

// beginCue begins a cue. If the cue before is only a time, it becomes the time of
// the new cue.
func (d *draft) beginCue(c cue) {
	if last := d.openCue(); last.timestampOnly && len(last.parts) == 0 && c.clock.start.IsZero() {
		c.clock = last.clock
		*last = c
		return
	}
	if d.src.budget.cues(1) {
		d.cues = append(withRoom(d.cues), c)
	}
}

// addParagraph adds r, which is not empty, to the open cue. It remarks on a
// paragraph without a label.
func (d *draft) addParagraph(r transcript.Range, join byte) {
	c := d.openCue()
	if join == '\n' && len(c.parts) > 0 && len(d.cues) > 1 && c.name != "" {
		d.remark(r, Remark{
			Kind: RemarkContinues, Level: LevelInfo,
			Done:         "added to the turn of " + c.name + ", because it has no label",
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
	if d.src.budget.exceeded() != nil {
		return
	}
	c.parts = append(withRoom(c.parts), p)
	kind := SpanText
	if len(d.cues) == 1 {
		kind = SpanIntroduction
	}
	d.account(kind, p.Range)
}

// wordsAt returns the words at r. In Markdown it resolves escapes: `\*` is "*".
func (d *draft) wordsAt(r transcript.Range) string {
	if d.markdown {
		return unescapedMarkdown(d.src.slice(r))
	}
	return d.src.slice(r)
}

// addMeaning adds text, which is what the source at r means. Lines become
// paragraphs, and blank lines are dropped. If nothing is left, r is markup.
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

// controlsAsSpaces returns text with spaces in place of control characters other
// than line feeds.
func controlsAsSpaces(text string) string { return strings.Map(controlAsSpace, text) }
