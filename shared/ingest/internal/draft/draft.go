package draft

import (
	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Draft is the result of reading a source, before its speakers and turns are
// determined. It has the cues (pieces of text by one speaker), the remarks (entries
// of the import report), and the kind of each range of the source.
type Draft struct {
	Src         *source.Source
	Cues        []Cue // cues[0] is the introduction and has no label
	Stretches   []Stretch
	Remarks     []Remark
	Omitted     map[RemarkKind]int
	remarkCount map[RemarkKind]int
	ended       transcript.Offset // time at the end of the last paragraph; zero if there is none
	own         ownLabels
	turnMarks   bool   // the source has marks such as "[SPEAKER_TURN]"
	changed     bool   // the next words are those of another speaker, whom the source does not name
	space       []Part // for the first parts of further cues

	Markdown  bool                   // the words may contain Markdown escapes
	Marked    bool                   // the words may contain marks such as "**", or times that are not spoken
	Captioned bool                   // cues end at pauses or at the edge of a screen, not where the speaker changes
	Separate  bool                   // cues are in another order than in the source, so they are never joined
	EveryCue  bool                   // the format gives the speaker with every cue, so a cue without one has no speaker
	Findings  []Finding              // metadata in the source, at most one value for a field
	Format    string                 // name of the format in the report; "" if it is the name of the format that read the source
	Ready     *transcript.Transcript // the finished transcript if the source is in Quoteline's JSON, else nil
}

// New returns a draft (the result of reading a source) with one empty cue. The
// text before the first speaker's name is added to this cue; it is the introduction.
func New(src *source.Source) *Draft {
	return &Draft{Src: src, Cues: make([]Cue, 1), Omitted: map[RemarkKind]int{}, remarkCount: map[RemarkKind]int{}, turnMarks: hasTurnMarks(src.Text)}
}

// Stretch is a range of the source with its kind, such as label or text. The import
// report lists each stretch as a [Span], which also has the number of the turn. This
// number is not known yet when the stretch is recorded.
type Stretch struct {
	transcript.Range
	Cue  int32
	Kind SpanKind
}

// spanSize is the approximate size in bytes of a span (a range of the source with its
// kind) in the JSON of the report.
const spanSize = 100

// Account records that the range r of the source is of this kind, such as label or text.
// The import report lists these ranges. The function that reads a format must call
// Account for each range that it uses, and must not record the same range twice.
//
// The directive below prevents inlining. This function is called at more than fifty
// places, and a copy of it at each place would make the WebAssembly program larger.
//
//go:noinline
func (d *Draft) Account(kind SpanKind, r transcript.Range) {
	if r.Start < r.End && d.Src.Budget.Answer(spanSize) {
		d.Stretches = append(source.WithRoomTo(d.Stretches, r.End, len(d.Src.Text)), Stretch{r, int32(len(d.Cues) - 1), kind})
	}
}

// reached returns the end of the range that was recorded last, or 0 if there is none.
func (d *Draft) reached() int {
	if n := len(d.Stretches); n > 0 {
		return d.Stretches[n-1].End
	}
	return 0
}
