package ingest

import (
	"strings"
	"unicode"

	"quoteline/shared/ingest/internal/label"
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// cue is a piece of text in the source: the words under one label (a name such as
// "Ada:") or one time. A file of any format is read into cues first. Later, turns
// (all words of a person until the next one speaks) are made of the cues.
type cue struct {
	label         transcript.Range // range in the source; empty if the cue has no label
	name          string           // cleaned name of the label; "" if the speaker is unknown
	parts         []part
	clock         source.Clock
	lang          string // language of the words; "" if the source does not give it
	continued     bool   // there is no label: the speaker of the cue before continues
	timestampOnly bool   // continued is true, and a time in the text began the cue
	note          bool   // the words are not speech, such as "[Applause]"
}

// part is a piece of a cue's text, such as one line. (A cue has the words under one
// speaker's name or one time.) The range is where the source has this piece, without
// white space at its ends.
type part struct {
	transcript.Range
	text string // text with escapes resolved; "" if it is the same as in the source
	join byte   // separator from the part before: '\n' begins a paragraph, ' ' a word; 0 continues the word
}

// stretch is a range of the source with its kind, such as label or text. The import
// report lists it as a [Span], which also has the number of the turn. This number is
// not known yet when a stretch is made.
type stretch struct {
	transcript.Range
	kind SpanKind
	cue  int
}

// draft is the result of reading a source, before its speakers and turns are
// determined. It has the cues (pieces of text by one speaker), the remarks (entries
// of the import report), and the kind of each range of the source.
type draft struct {
	src         *source.Source
	cues        []cue // cues[0] is the introduction and has no label
	stretches   []stretch
	remarks     []Remark
	omitted     map[RemarkKind]int
	remarkCount map[RemarkKind]int

	markdown  bool                   // the words may contain Markdown escapes
	captioned bool                   // cues end at pauses or at the edge of a screen, not where the speaker changes
	found     Meta                   // metadata from the source
	format    string                 // name of the format in the report; "" if it is the name of the format that read the source
	ready     *transcript.Transcript // the finished transcript if the source is in Quoteline's JSON, else nil
}

// newDraft returns a draft (the result of reading a source) with one empty cue. The
// text before the first speaker's name is added to this cue; it is the introduction.
func newDraft(src *source.Source) *draft {
	return &draft{src: src, cues: make([]cue, 1), omitted: map[RemarkKind]int{}, remarkCount: map[RemarkKind]int{}}
}

// spanSize is the approximate size in bytes of a span (a range of the source with its
// kind) in the JSON of the report.
const spanSize = 100

// account records that the range r of the source is of this kind, such as label or
// text. The import report lists these ranges. The function that reads a format must
// record each range that it uses exactly once. The directive below prevents inlining.
// This function is called at more than fifty places, and a copy of it at each place
// would make the WebAssembly program larger.
//
//go:noinline
func (d *draft) account(kind SpanKind, r transcript.Range) {
	if r.Start < r.End && d.src.Budget.Answer(spanSize) {
		d.stretches = append(source.WithRoom(d.stretches), stretch{r, kind, len(d.cues) - 1})
	}
}

// openCue returns the last cue (a piece of text by one speaker). Text that is read
// next is added to this cue.
func (d *draft) openCue() *cue { return &d.cues[len(d.cues)-1] }

// beginLabelled begins a cue (a piece of text by one speaker) with the label l, a
// name such as "Ada:". It also records the range of the label for the import report.
func (d *draft) beginLabelled(l label.Label) {
	d.beginCue(cue{label: l.Name, name: label.Clean(d.src.Slice(l.Name))})
	d.accountLabel(l)
}

// accountLabel records the range of a label, such as "Ada:", for the import report.
// The range includes the colon, except if a bracket is between name and colon, as in
// "[Ada]:".
func (d *draft) accountLabel(l label.Label) {
	if l.Name.End < l.End && d.src.Text[l.Name.End] == ']' {
		l.End = l.Name.End
	}
	d.account(SpanLabel, transcript.Range{Start: l.Name.Start, End: l.End})
}

// beginCue begins the cue c (a piece of text by one speaker). If the last cue has
// only a time, as from a line "0:05", and c has no time, both become one cue: c gets
// the time and replaces the last cue.
func (d *draft) beginCue(c cue) {
	if last := d.openCue(); last.timestampOnly && len(last.parts) == 0 && c.clock.Start.IsZero() {
		c.clock = last.clock
		*last = c
		return
	}
	if d.src.Budget.Cues(1) {
		d.cues = append(source.WithRoom(d.cues), c)
	}
}

// addParagraph adds the text in the range r, which is not empty, to the last cue (a
// piece of text by one speaker). If r begins a new paragraph of a speaker without
// repeating the name, it also adds an entry about this to the import report.
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

// addPart adds the piece of text p to the last cue (the words of one speaker). It
// also records the range of p for the import report. In a Markdown source, it
// resolves escapes such as `\*`.
func (d *draft) addPart(p part) {
	c := d.openCue()
	if d.markdown && p.text == "" {
		if text := d.wordsAt(p.Range); len(text) < p.End-p.Start {
			p.text = text
		}
	}
	if d.src.Budget.Exceeded() != nil {
		return
	}
	c.parts = append(source.WithRoom(c.parts), p)
	kind := SpanText
	if len(d.cues) == 1 {
		kind = SpanIntroduction
	}
	d.account(kind, p.Range)
}

// wordsAt returns the words in the range r of the source. If the source is Markdown,
// it resolves escapes: `\*` becomes "*".
func (d *draft) wordsAt(r transcript.Range) string {
	if d.markdown {
		return label.UnescapedMarkdown(d.src.Slice(r))
	}
	return d.src.Slice(r)
}

// addMeaning adds text to the last cue (the words of one speaker). The source has
// this text in the range r, perhaps with escapes such as &amp;. Each line of text
// becomes a paragraph, and blank lines are dropped. If the whole text is blank, r is
// only recorded as markup.
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
