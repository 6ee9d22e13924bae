package ingest

import "quoteline/shared/transcript"

// cue is what stands under one label: the common form of all formats.
type cue struct {
	label transcript.Range // in the source; empty for text before the first label
	name  string           // the label's name, cleaned
	parts []part
}

// part is a stretch of a cue's text without white space at its ends.
type part struct {
	transcript.Range
	join byte // how it follows the part before: '\n' begins a paragraph, ' ' goes on in it
}

// stretch is a span before turns have numbers.
type stretch struct {
	transcript.Range
	kind SpanKind
	cue  int
}

// draft is what a format makes of a source.
type draft struct {
	src       *source
	cues      []cue // the first has no label
	stretches []stretch
	remarks   []Remark
	omitted   map[RemarkKind]int
	told      map[RemarkKind]int
}

// maxRemarks bounds the remarks of one kind, and so the size of the report. A
// text that needs more has one fault many times.
const maxRemarks = 1000

func newDraft(src *source) *draft {
	d := &draft{src: src, cues: make([]cue, 1), omitted: map[RemarkKind]int{}, told: map[RemarkKind]int{}}
	d.account(SpanEncoding, transcript.Range{End: src.start})
	return d
}

// account notes what becomes of r. Calls come in the order of the source.
func (d *draft) account(kind SpanKind, r transcript.Range) {
	if r.Start < r.End {
		d.stretches = append(d.stretches, stretch{r, kind, len(d.cues) - 1})
	}
}

// open begins a cue.
func (d *draft) open(l label) {
	d.cues = append(d.cues, cue{label: l.name, name: clean(d.src.slice(l.name))})
	d.account(SpanLabel, transcript.Range{Start: l.name.Start, End: l.end})
}

// text adds r, which is not empty, to the open cue.
func (d *draft) text(r transcript.Range, join byte) {
	c := &d.cues[len(d.cues)-1]
	if join == '\n' && len(c.parts) > 0 && len(d.cues) > 1 {
		d.remark(r, Remark{
			Kind: RemarkContinues, Level: LevelInfo,
			Done:         "a paragraph of " + c.name + ", whose label is the last one before it",
			Alternatives: []string{"put a label before it"},
		})
	}
	c.parts = append(c.parts, part{r, join})
	kind := SpanText
	if len(d.cues) == 1 {
		kind = SpanIntroduction
	}
	d.account(kind, r)
}

// remark notes m at the place of r.
func (d *draft) remark(r transcript.Range, m Remark) {
	if d.told[m.Kind]++; d.told[m.Kind] > maxRemarks {
		d.omitted[m.Kind]++
		return
	}
	m.Position, m.Text = d.src.position(r.Start), d.src.excerpt(r)
	d.remarks = append(d.remarks, m)
}

// spoken returns the cues that have a label and text. It remarks on labels
// without text, and on a source without speech.
func (d *draft) spoken() []int {
	var at []int
	for i := 1; i < len(d.cues); i++ {
		if c := &d.cues[i]; len(c.parts) > 0 {
			at = append(at, i)
		} else {
			d.remark(c.label, Remark{
				Kind: RemarkEmpty, Level: LevelCheck,
				Done:         "no turn, because no text follows the label",
				Alternatives: []string{"add the missing words", "remove the label"},
			})
		}
	}
	if len(at) == 0 {
		d.remark(transcript.Range{Start: d.src.start, End: d.src.start}, Remark{
			Kind: RemarkNoLabels, Level: LevelCheck,
			Done:         "no turns, because nothing says who speaks",
			Alternatives: []string{`put a label such as "Name:" before each speaker's words`},
		})
	}
	return at
}
