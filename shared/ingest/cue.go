package ingest

import (
	"slices"
	"strings"
	"unicode"

	"quoteline/shared/transcript"
)

// cue is the words under one label or one time of the source. Every format is read
// into cues first; turns are made of them later.
type cue struct {
	label         transcript.Range // range in the source; empty if the cue has no label
	name          string           // cleaned name of the label; "" if the speaker is unknown
	parts         []part
	clock         clock
	lang          string // language of the words; "" if the source does not give it
	continued     bool   // there is no label: the speaker of the cue before continues
	timestampOnly bool   // continued is true, and a time in the text began the cue
	note          bool   // the words are not speech
}

// clock is the start and end of a cue. A time is zero if the source does not give it.
type clock struct{ start, end transcript.Offset }

// part is a piece of a cue's text, without white space at its ends, with its range in
// the source.
type part struct {
	transcript.Range
	text string // text with escapes resolved; "" if it is the same as in the source
	join byte   // separator from the part before: '\n' begins a paragraph, ' ' a word; 0 continues the word
}

// stretch is a range of the source with its kind. It becomes a [Span] after the turns
// have numbers.
type stretch struct {
	transcript.Range
	kind SpanKind
	cue  int
}

// draft is the result of reading a source, before speakers and turns are known: cues,
// remarks, and the recorded kind of each range of the source.
type draft struct {
	src         *source
	cues        []cue // cues[0] is the introduction and has no label
	stretches   []stretch
	remarks     []Remark
	omitted     map[RemarkKind]int
	remarkCount map[RemarkKind]int

	markdown  bool                   // the words may contain Markdown escapes
	captioned bool                   // cues end at pauses or at the edge of a screen, not where the speaker changes
	found     Meta                   // metadata from the source
	ready     *transcript.Transcript // the finished transcript if the source is in Quoteline's JSON, else nil
}

// newDraft returns a draft with one cue, which is for the introduction.
func newDraft(src *source) *draft {
	return &draft{src: src, cues: make([]cue, 1), omitted: map[RemarkKind]int{}, remarkCount: map[RemarkKind]int{}}
}

// spanSize is the approximate size of a span in JSON, in bytes.
const spanSize = 100

// account records the kind of the range r, for the report's spans. The function that
// reads a format must record every range that it uses, once. Account has seventy
// callers; inlining it would make the program larger.
//
//go:noinline
func (d *draft) account(kind SpanKind, r transcript.Range) {
	if r.Start < r.End && d.src.budget.answer(spanSize) {
		d.stretches = append(withRoom(d.stretches), stretch{r, kind, len(d.cues) - 1})
	}
}

// withRoom returns list with room for at least one more element. It doubles the
// capacity. Built-in append adds only a quarter to a long list, so it would copy the
// list more often.
func withRoom[T any](list []T) []T {
	if len(list) < cap(list) {
		return list
	}
	return slices.Grow(list, len(list)+1)
}

// openCue returns the last cue; text is added to it.
func (d *draft) openCue() *cue { return &d.cues[len(d.cues)-1] }

// beginLabelled begins a cue with the label l and records the label for the report.
func (d *draft) beginLabelled(l label) {
	d.beginCue(cue{label: l.name, name: clean(d.src.slice(l.name))})
	d.accountLabel(l)
}

// accountLabel records a label and its colon for the report. If a bracket is between
// name and colon, as in "[Ada]:", it records the name only.
func (d *draft) accountLabel(l label) {
	if l.name.End < l.end && d.src.text[l.name.End] == ']' {
		l.end = l.name.End
	}
	d.account(SpanLabel, transcript.Range{Start: l.name.Start, End: l.end})
}

// beginCue begins a cue. If the last cue is only a time, the new cue replaces it and
// gets that time.
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

// addParagraph adds the range r, which is not empty, to the last cue. If r is a new
// paragraph without a label, it adds a remark.
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

// addPart adds p to the last cue and records its range for the report.
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

// wordsAt returns the words in the range r. If the source is Markdown, it resolves
// escapes: `\*` becomes "*".
func (d *draft) wordsAt(r transcript.Range) string {
	if d.markdown {
		return unescapedMarkdown(d.src.slice(r))
	}
	return d.src.slice(r)
}

// addMeaning adds text to the last cue. The argument r is the range of the text in
// the source, where it may be escaped. Each line becomes a paragraph, and blank lines
// are dropped. If text is blank, r is recorded as markup.
func (d *draft) addMeaning(r transcript.Range, text string, join byte) {
	if text = trimParagraphs(text); text == "" {
		d.account(SpanMarkup, r)
		return
	}
	d.addPart(part{r, text, join})
}

// trimParagraphs removes empty lines, and the white space around each line.
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

// controlsAsSpaces replaces each control character except line feeds by a space.
func controlsAsSpaces(text string) string { return strings.Map(controlAsSpace, text) }
