package draft

import (
	"cmp"
	"slices"
	"unicode"

	"quoteline/shared/ingest/internal/source"
	"quoteline/shared/transcript"
)

// Coverage divides the whole input file into spans. A span is a range of bytes with its
// kind, such as a speaker's name or the text of a turn. While a file is read, the kinds
// of ranges are recorded. Any other text in the file is syntax of its format, and becomes
// a span with the kind "markup". The argument number has, for each cue (a piece of text
// by one speaker), the number of the turn that contains the cue.
func (d *Draft) Coverage(number []int) []Span {
	// The offsets of spans count bytes of the input file. But d.src may be a text
	// that was derived from the input, such as "a b" from the HTML page "a
	// <b>b</b>". One range of such a text may come from several ranges of the input;
	// in this example, from two.
	root := d.Src.Root()
	d.SortStretches()
	w := &coverageWriter{src: root, position: source.Position{Line: 1, Column: 1}, reached: root.Start, counted: len(d.Stretches)}
	d.cover(w, number)
	w.list, w.at = make([]Span, 0, w.count), 0
	d.cover(w, number)
	return w.list
}

// cover passes each range whose kind was recorded to w, with the number of its turn.
func (d *Draft) cover(w *coverageWriter, number []int) {
	root := w.src
	w.add(SpanEncoding, transcript.Range{End: root.Start}, 0)
	for _, s := range d.Stretches {
		turn := 0
		if s.Kind == SpanText || s.Kind == SpanLabel || s.Kind == SpanNote || s.Kind == SpanTime {
			turn = number[s.Cue]
		}
		if d.Src == root {
			w.add(s.Kind, s.Range, turn)
			continue
		}
		for _, r := range d.Src.InputRanges(s.Range) {
			w.add(s.Kind, r, turn)
		}
	}
	w.fill(len(root.Text))
}

// ReleaseCues frees the memory of the cues (pieces of text by one speaker) when turns
// have been made of them. So the cues and the list of spans, which is made later, are not
// in memory at the same time. ReleaseCues first records which text is a note and not
// speech.
func (d *Draft) ReleaseCues() {
	for i := range d.Stretches {
		if s := &d.Stretches[i]; s.Kind == SpanText && d.Cues[s.Cue].Note {
			s.Kind = SpanNote
		}
	}
	d.Cues, d.space = nil, nil
}

// SortStretches sorts the ranges whose kinds were recorded, by their start in the source.
// Most formats are read from start to end, so usually the ranges are already sorted.
func (d *Draft) SortStretches() {
	byPlace := func(a, b Stretch) int { return cmp.Compare(a.Start, b.Start) }
	if !slices.IsSortedFunc(d.Stretches, byPlace) {
		slices.SortStableFunc(d.Stretches, byPlace)
	}
}

// coverageWriter builds the list of spans: ranges of the input, sorted by offset, each
// with its kind. Text between two spans becomes another span, with the kind "markup".
// White space between spans is in no span.
//
// A coverageWriter gets all ranges twice. The first time it only counts the spans. The
// second time it appends them to a list with room for this number. So a report with a
// million spans needs no memory for lists that become too short.
type coverageWriter struct {
	src   *source.Source
	count int    // number of spans
	list  []Span // nil at first
	at    int    // end offset of the last span

	position source.Position // line and column of the byte offset reached
	reached  int

	counted int // how many spans the budget has already counted
}

// locate returns the line and column of a byte offset. It continues from the offset
// of the last call, so the new offset must not be less than the last one.
func (w *coverageWriter) locate(offset int) source.Position {
	if offset > w.reached { // a byte order mark has the position of the first character
		w.position = w.position.Past(w.src.Text, w.reached, offset)
		w.reached = offset
	}
	return w.position
}

// add appends a span (a range of the input with its kind) for the range r. If there is
// text between the last span and r, this text first becomes a span with the kind
// "markup". If the last span contains a part of r, the new span is only the rest of r.
func (w *coverageWriter) add(kind SpanKind, r transcript.Range, turn int) {
	r.Start = max(r.Start, w.at)
	if r.Start >= r.End {
		return
	}
	w.fill(r.Start)
	w.appendSpan(kind, r.Start, r.End, turn)
	w.at = r.End
}

// appendSpan counts a span (a range of the input with its kind), or appends the span to
// w.list. It counts while the list is nil. It does not count a span that would make the
// report larger than its limit. The first w.counted spans were already checked in this
// way while the file was read, so appendSpan only checks further ones.
func (w *coverageWriter) appendSpan(kind SpanKind, start, end, turn int) {
	switch {
	case w.list != nil && len(w.list) < w.count:
		p := w.locate(start)
		w.list = append(w.list, Span{int32(p.Line), int32(p.Column), kind, int32(start), int32(end), int32(turn)})
	case w.list == nil && (w.count < w.counted || w.src.Budget.Answer(spanSize)):
		w.count++
	}
}

// fill appends a span (a range of the input) for the text between the last span and the
// offset end. The kind of the new span is "markup". White space around the text is not
// part of the span.
func (w *coverageWriter) fill(end int) {
	text := w.src.Text
	start := source.SkipSpace(text, w.at, end)
	for end > start && isSpaceByte(text[end-1]) {
		end--
	}
	if start < end {
		w.appendSpan(SpanMarkup, start, end, 0)
		w.at = end
	}
}

// isSpaceByte reports whether b is a white space character of ASCII.
func isSpaceByte(b byte) bool { return b < 0x80 && unicode.IsSpace(rune(b)) }
